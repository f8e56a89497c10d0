import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { EnrichForm } from '../../sidebar/enrich-calls';
import type { Calls } from '../../sidebar/calls';
import type { Flag, VettingView } from '../../sidebar/vetting-calls';
import { hasKey } from '../account/has-key';
import { call } from '../call';
import { AUDIENCE_PRICE } from '../enrich/field-group';
import { ConnectKey, PriceLines } from '../run/price-lines';
import { shortagesUnder } from '../run/shortage';
import { PlatformField } from '../selection/platform-field';
import { useReading } from '../selection/use-reading';
import { useSpending } from '../spending';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote, ReadingNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';
import { Tool } from './tool';
import type { ToolProps } from './tool-props';

const FLAGS = Object.keys(TEXT.vetting.flags) as Flag[];
/** They need an audience report. */
const DEAR: ReadonlySet<Flag> = new Set<Flag>(['suspicious', 'elsewhere']);

/** Flags beside a list: their figures by an ordinary run of Enrich, the flags themselves for nothing. */
export const VettingTool = (props: ToolProps): JSX.Element => (
  <Tool title={TEXT.vetting.title}>{() => <Vetting {...props} />}</Tool>
);

const read = (form: Calls['readVetting']['gives']): Promise<VettingView> => call('readVetting', form);
const identityOf = ({ sheetId, keys, flags, requests }: VettingView): unknown => [sheetId, keys, flags, requests];

/** The run that gets the figures that are missing: into blank cells, so that no value of a person gives way. */
function figuresForm({ sheetId, keys, fields }: VettingView, platform: Platform | '', cap: number): EnrichForm {
  return {
    platform: keys.platform ?? platform,
    fields: [...fields],
    which: 'all',
    olderThanDays: 0,
    again: false,
    action: 'enrich',
    sheetId,
    // On their way here nulls have become undefined, which the server does not take.
    keys: { ...keys, platformColumn: keys.platformColumn ?? null, headerRow: keys.headerRow ?? null },
    mode: 'fill',
    cap,
  };
}

function Vetting({ account, enrich, selected, isVisible, onAccount }: ToolProps): JSX.Element {
  /** Undefined: what the list has, or what costs little. */
  const [chosen, setChosen] = useState<Flag[]>();
  const [platform, setPlatform] = useState<Platform | ''>('instagram');
  const [cap, setCap] = useState('');
  const [hasMoved, setHasMoved] = useState(false);
  const [laid, setLaid] = useState<Calls['layFlags']['gets'] & { isFilling: boolean }>();
  const action = useAction();
  const { budget } = useSpending();
  const isConnected = hasKey(account);
  const sheet = selected && String(selected.sheetId);
  const reading = useReading(read, identityOf, { flags: chosen ?? [], platform }, isVisible && isConnected, sheet);
  useEffect(() => {
    setChosen(undefined);
    setLaid(undefined);
  }, [sheet]);
  useEffect(() => {
    // What was bought is free now.
    if (laid && !enrich.isOccupied) reading.readAgain();
  }, [enrich.isOccupied]);
  const { selection: view, error, isStale } = reading;
  if (account && !isConnected) return <ConnectKey what={TEXT.vetting.toVet} onAccount={onAccount} />;
  if (!view)
    return (
      <>
        <p class="hint">{reading.isReading ? TEXT.vetting.reading : TEXT.vetting.hint}</p>
        <ReadingNote error={error} retry={reading.readAgain} onAccount={onAccount} />
      </>
    );

  const flags = chosen ?? view.flags;
  const others = FLAGS.filter((flag) => !view.there.includes(flag));
  const money = budget ?? view.budget;
  const { shortages, agreed, problems } = shortagesUnder(view.requests, money, cap);
  const isBlocked = enrich.isOccupied && view.rows > 0;
  const isNone = flags.length === 0 && view.there.length === 0;
  const paused = money.paused && view.requests > 0;
  const canStart = !isStale && !isBlocked && !isNone && !paused && problems.cap === undefined;
  const toggle = (flag: Flag, isWanted: boolean): void =>
    setChosen(FLAGS.filter((each) => (each === flag ? isWanted : flags.includes(each))));
  const start = (): void => {
    setHasMoved(false);
    setLaid(undefined);
    void action.run('start', async () => {
      // Nothing starts at a price that nobody saw.
      if (!(await reading.isConfirmed())) return setHasMoved(true);
      const isFilling = view.rows > 0;
      if (isFilling) await enrich.start(figuresForm(view, platform, agreed));
      const done = await call('layFlags', { sheetId: view.sheetId, flags, platform });
      setLaid({ ...done, isFilling });
      announce(TEXT.vetting.laid(done.rows, done.settings));
      reading.readAgain();
    });
  };
  return (
    <>
      <p class="hint">{TEXT.vetting.hint}</p>
      <p>{TEXT.vetting.list(view.sheet, view.area, view.creators)}</p>
      {view.there.length > 0 && <p class="hint">{TEXT.vetting.there(view.there)}</p>}
      {others.length > 0 && (
        <fieldset class="picked">
          <legend>{TEXT.vetting.choose}</legend>
          {others.map((flag) => (
            <Check
              key={flag}
              checked={flags.includes(flag)}
              onChange={(isWanted) => toggle(flag, isWanted)}
              hint={
                DEAR.has(flag)
                  ? TEXT.vetting.withReport(TEXT.vetting.hints[flag], AUDIENCE_PRICE)
                  : TEXT.vetting.hints[flag]
              }
            >
              {TEXT.vetting.flags[flag]}
            </Check>
          ))}
        </fieldset>
      )}
      <PlatformField platform={platform} onChange={setPlatform} />
      <div class="tool-dock">
        <Note kind="good">
          {laid &&
            [TEXT.vetting.laid(laid.rows, laid.settings), laid.isFilling && enrich.isOccupied && TEXT.vetting.filling]
              .filter(Boolean)
              .join(' ')}
        </Note>
        {isNone ? (
          <p class="hint">{TEXT.vetting.none}</p>
        ) : (
          <PriceLines
            price={view.requests}
            budget={money}
            shortages={shortages}
            what={TEXT.vetting.what(view.rows, view.known)}
            cap={cap}
            capProblem={problems.cap}
            onCap={setCap}
            isStale={isStale}
            paused={money.paused}
          />
        )}
        {isBlocked && !action.busy && <p class="hint">{TEXT.vetting.occupied}</p>}
        <Note kind="warn" role="alert">
          {hasMoved && TEXT.vetting.moved}
        </Note>
        <ErrorNote error={action.failure?.error} retry={start} onAccount={onAccount} />
        <Button busy={action.busy !== undefined} disabled={!canStart} onClick={start}>
          {view.there.length > 0 ? TEXT.vetting.update : TEXT.vetting.add}
        </Button>
      </div>
    </>
  );
}
