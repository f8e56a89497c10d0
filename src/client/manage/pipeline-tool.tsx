import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Platform } from '../../schema/platform';
import type { Calls } from '../../sidebar/calls';
import { call } from '../call';
import { PLATFORM_OPTIONS } from '../form/platform-options';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { DoNotContact } from './do-not-contact';
import { Tool } from './tool';

type Made = Calls['makePipeline']['gets'];
type Overview = Calls['comparePipelines']['gets'];

/** How far talks with creators are: columns for it, the words of it, and who is off limits. */
export const PipelineTool = (): JSX.Element => <Tool title={TEXT.pipeline.title}>{() => <Pipeline />}</Tool>;

function Pipeline(): JSX.Element {
  const [platform, setPlatform] = useState<Platform>('instagram');
  const [made, setMade] = useState<Made>();
  const [overview, setOverview] = useState<Overview>();
  const [said, setSaid] = useState<string>();
  const { run, busy, failure } = useAction();
  const act = (what: string, work: () => Promise<string>): void =>
    void run(what, async () => {
      setMade(undefined);
      setOverview(undefined);
      setSaid(undefined);
      announce(await work());
    });
  const button = (what: string, label: string, work: () => Promise<string>): JSX.Element => (
    <Button busy={busy === what} disabled={busy !== undefined} onClick={() => act(what, work)}>
      {label}
    </Button>
  );
  return (
    <>
      <p class="hint">{TEXT.pipeline.hint}</p>
      <Select
        isRow
        label={TEXT.pipeline.platform}
        value={platform}
        options={PLATFORM_OPTIONS}
        onChange={(value) => setPlatform(value as Platform)}
      />
      {button('make', TEXT.pipeline.make, async () => {
        const done = await call('makePipeline', { platform });
        setMade(done);
        return TEXT.pipeline.made(done.sheet, done.creators);
      })}
      {made && <MadeNote made={made} />}
      <div class="buttons">
        {button('compare', TEXT.pipeline.compare, async () => {
          const found = await call('comparePipelines', {});
          setOverview(found);
          return overviewLine(found);
        })}
        {button('words', TEXT.pipeline.words, async () => {
          const shown = TEXT.pipeline.wordsShown((await call('showStatusWords', {})).sheet);
          setSaid(shown);
          return shown;
        })}
      </div>
      {overview && <Comparison overview={overview} />}
      <Note kind="good">{said}</Note>
      <ErrorNote {...failure} />
      <p class="hint">{TEXT.pipeline.compareHint + ' ' + TEXT.pipeline.wordsHint}</p>
      <DoNotContact platform={platform} />
    </>
  );
}

function MadeNote({ made }: { made: Made }): JSX.Element {
  const { sheet, creators, added, taken, hasOwnList, otherWords } = made;
  const remarks = [
    ...(added.length > 0 ? [TEXT.pipeline.added(added)] : []),
    ...(taken.length > 0 ? [TEXT.pipeline.taken(taken)] : []),
    ...(added.length + taken.length === 0 ? [TEXT.pipeline.asBefore] : []),
    ...(hasOwnList ? [TEXT.pipeline.ownList] : []),
    ...(otherWords.length > 0 ? [TEXT.pipeline.otherWords(sheet, otherWords)] : []),
  ];
  return (
    <>
      <Note kind="good">{TEXT.pipeline.made(sheet, creators)}</Note>
      <Remarks of={remarks} />
    </>
  );
}

const Remarks = ({ of }: { of: readonly string[] }): JSX.Element | null =>
  of.length === 0 ? null : (
    <ul class="remarks">
      {of.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );

function overviewLine({ sheets, creators, disagreeing }: Overview): string {
  if (sheets.length === 0) return TEXT.pipeline.noPipelines;
  if (disagreeing > 0) return TEXT.pipeline.disagreeing(disagreeing);
  return TEXT.pipeline.compared(sheets.length, creators);
}

/** Texts are strangers' texts. */
function Comparison({ overview }: { overview: Overview }): JSX.Element {
  const { disagreements, disagreeing, otherWords, lost, sheets, unread } = overview;
  const more = disagreeing - disagreements.length;
  return (
    <>
      <Note {...(disagreeing > 0 ? { kind: 'warn' } : sheets.length > 0 ? { kind: 'good' } : {})}>
        {overviewLine(overview)}
      </Note>
      <Remarks
        of={[
          ...disagreements.map(({ creator, rows }) => TEXT.pipeline.disagreement(creator, rows)),
          ...(more > 0 ? [TEXT.pipeline.moreDisagree(more)] : []),
          ...otherWords.map(({ sheet, words }) => TEXT.pipeline.otherWords(sheet, words)),
        ]}
      />
      <Note kind="warn">{lost.length > 0 && TEXT.pipeline.lost(lost)}</Note>
      <Note kind="warn">{unread.length > 0 && TEXT.pipeline.unread(unread)}</Note>
    </>
  );
}
