import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Calls } from '../../sidebar/calls';
import type { Platform } from '../../schema/platform';
import { call, type CallError } from '../call';
import { PLATFORM_OPTIONS } from '../form/platform-options';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote, ReadingNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { callError, useAction } from '../ui/use-action';
import { DecisionReader } from './decision-reader';
import type { ToolProps } from './tool-props';

type List = Calls['clientList']['gets'];
type Made = Calls['makeClientSheet']['gets'];

const PLATFORM_CHOICES = [{ value: '', label: TEXT.clientSheet.asSheetSays }, ...PLATFORM_OPTIONS];

/** A copy of the list in front for a client, and the way back. */
export function ClientSheetTool({ selected, isVisible }: ToolProps): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const [platform, setPlatform] = useState<Platform | ''>('');
  const [list, setList] = useState<List>();
  const [error, setError] = useState<CallError>();
  const [asked, setAsked] = useState(0);
  const [isReading, setIsReading] = useState(false);
  const sheetId = selected?.sheetId;
  useEffect(() => {
    if (!isOpen || !isVisible) return undefined;
    let isOld = false;
    // What was shown stays meanwhile: a new client sheet comes to the front, and its list is the same.
    const settle = (found: List | undefined, failure?: unknown): void => {
      if (isOld) return;
      setList(found);
      setError(found ? undefined : callError(failure));
      setIsReading(false);
    };
    setIsReading(true);
    call('clientList', { platform }).then(settle, (failure: unknown) => settle(undefined, failure));
    return () => {
      isOld = true;
    };
  }, [isOpen, isVisible, sheetId, platform, asked]);
  return (
    <details class="more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{TEXT.clientSheet.title}</summary>
      <p class="hint">{TEXT.clientSheet.hint}</p>
      <ReadingNote error={error} retry={() => setAsked(asked + 1)} />
      {list ? (
        <>
          <Copy key={list.sheetId} list={list} platform={platform} onPlatform={setPlatform} />
          <DecisionReader key={list.sheetId} list={list} platform={platform} />
        </>
      ) : (
        isReading && <p class="hint">{TEXT.clientSheet.reading}</p>
      )}
    </details>
  );
}

/** A column that was moved or renamed meanwhile is another one. */
const nameOf = ({ column, header }: List['columns'][number]): string => String(column) + ' ' + header;

interface CopyProps {
  list: List;
  platform: Platform | '';
  onPlatform: (platform: Platform | '') => void;
}

function Copy({ list, platform, onPlatform }: CopyProps): JSX.Element {
  const [chosen, setChosen] = useState(
    () => new Set(list.columns.flatMap((each) => (each.isChosen ? [nameOf(each)] : []))),
  );
  const [made, setMade] = useState<Made>();
  const action = useAction();
  const toggle = (name: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  const make = (): void =>
    void action.run('make', async () => {
      setMade(undefined);
      const columns = list.columns.filter((each) => chosen.has(nameOf(each)));
      const done = await call('makeClientSheet', {
        sheetId: list.sheetId,
        platform,
        columns: columns.map(({ column, header }) => ({ column, header })),
      });
      setMade(done);
      announce(TEXT.clientSheet.made(done.sheet, done.creators));
    });
  return (
    <>
      <p>
        {TEXT.clientSheet.list(list.sheet, list.creators)}{' '}
        {list.isHiddenUnknown ? <strong>{TEXT.clientSheet.hiddenUnknown}</strong> : TEXT.clientSheet.stayOut}
      </p>
      {list.unread > 0 && <p class="hint">{TEXT.clientSheet.leftOut(list.unread)}</p>}
      {list.byIdAlone > 0 && <p class="hint">{TEXT.clientSheet.byIdAlone(list.byIdAlone)}</p>}
      {(platform !== '' || list.creators === 0 || list.unread > 0) && (
        <Select
          isRow
          label={TEXT.clientSheet.platform}
          value={platform}
          options={PLATFORM_CHOICES}
          onChange={(value) => onPlatform(value as Platform | '')}
        />
      )}
      <fieldset class="picked">
        <legend>{TEXT.clientSheet.columns}</legend>
        <p class="hint">{TEXT.clientSheet.columnsHint}</p>
        {list.columns.map((each) => (
          <Check
            key={nameOf(each)}
            checked={chosen.has(nameOf(each))}
            onChange={(isChosen) => toggle(nameOf(each), isChosen)}
          >
            {each.header}
          </Check>
        ))}
      </fieldset>
      <Button busy={action.busy !== undefined} disabled={list.creators === 0} onClick={make}>
        {TEXT.clientSheet.make}
      </Button>
      <ErrorNote {...action.failure} />
      {made && <MadeNote made={made} />}
    </>
  );
}

const MadeNote = ({ made }: { made: Made }): JSX.Element => (
  <>
    <Note kind="good">
      {[
        TEXT.clientSheet.made(made.sheet, made.creators),
        made.pictures + made.picturesLeft > 0 && TEXT.clientSheet.pictures(made.pictures, made.picturesLeft),
        made.hidden > 0 && TEXT.clientSheet.hidden(made.hidden),
        made.blanked > 0 && TEXT.clientSheet.blanked(made.blanked),
      ]
        .filter(Boolean)
        .join(' ')}
    </Note>
    <p class="hint">{TEXT.clientSheet.share}</p>
  </>
);
