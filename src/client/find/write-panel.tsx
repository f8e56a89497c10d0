import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ResultSheet, RunForm } from '../../sidebar/find-calls';
import { LeftOutChoice, type ByStatus } from '../run/left-out';
import { PriceLines } from '../run/price-lines';
import { TEXT } from '../text/text';
import { Button, IconButton } from '../ui/button';
import { Check } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { focusOn } from '../ui/focus';
import { Form } from '../ui/form';
import { Select } from '../ui/select';
import { useAction } from '../ui/use-action';
import { useEscape } from '../ui/use-escape';
import { WriteChoices } from './write-choices';
import { leftOutHint, usualChoice, type WriteChoice, writePlan, type WriteSource } from './write-plan';

interface WritePanelProps {
  source: WriteSource;
  sheet: ResultSheet | null;
  picks: readonly string[] | undefined;
  onPicking: (isPicking: boolean) => void;
  paused: boolean;
  isOccupied: boolean;
  onStart: (form: RunForm, thenEnrich: boolean) => Promise<void>;
  onClose: () => void;
  onAccount: () => void;
}

export function WritePanel({ source, sheet, picks, ...props }: WritePanelProps): JSX.Element {
  const { search, budget } = source;
  const total = source.count;
  const [choice, setChoice] = useState<WriteChoice>(() => ({
    ...usualChoice(source),
    ...(picks && { what: 'picks' as const }),
  }));
  const [target, setTarget] = useState(source.append ? 'append' : 'new');
  const [onKnown, setOnKnown] = useState<RunForm['known']>('skip');
  const [byStatus, setByStatus] = useState<ByStatus>('skip');
  const [pictures, setPictures] = useState(false);
  const action = useAction();
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => focusOn(head.current), []);
  useEscape(true, props.onClose);
  const change = (part: Partial<WriteChoice>): void => setChoice((now) => ({ ...now, ...part }));
  const pick = (what: WriteChoice['what']): void => {
    change({ what });
    props.onPicking(what === 'picks');
  };
  // The list's own switch decides as well.
  useEffect(() => {
    if (picks && choice.what !== 'picks') change({ what: 'picks' });
    if (!picks && choice.what === 'picks') change({ what: 'first' });
  }, [picks === undefined]);

  const plan = writePlan(choice, { ...source, picks: picks ?? [] });
  const { problems } = plan;
  const canStart = Object.keys(problems).length === 0 && !props.isOccupied && !(props.paused && plan.price > 0);
  const start = (thenEnrich: boolean): void => {
    if (!canStart) return;
    const form: RunForm = {
      ...search,
      ...plan.pages,
      sheetId: target === 'append' && sheet ? sheet.id : null,
      // Whoever enriches picks wants them, also those that stand in another sheet.
      known: thenEnrich && target === 'new' ? 'mark' : onKnown,
      ...(byStatus === 'mark' && { byStatus }),
      pictures,
      picks: choice.what === 'picks' ? [...(picks ?? [])] : [],
      again: choice.what !== 'picks' && choice.again,
      ...(source.without && { without: [...source.without] }),
      cap: plan.agreed,
    };
    void action.run(thenEnrich ? 'enrich' : 'start', () => props.onStart(form, thenEnrich));
  };

  return (
    <Form class="write" aria-labelledby="write-title" onSubmit={() => start(false)}>
      <div class="spread write-title">
        <h2 id="write-title" ref={head} tabIndex={-1}>
          {TEXT.find.writeToSheet}
        </h2>
        <IconButton icon="close" label={TEXT.find.close} onClick={props.onClose} />
      </div>
      <WriteChoices
        choice={choice}
        problems={problems}
        total={total}
        pages={source.pages}
        picked={picks?.length ?? 0}
        onChange={change}
        onPick={pick}
      />
      <div class="two">
        <Select
          label={TEXT.find.into}
          value={sheet ? target : 'new'}
          options={[
            { value: 'new', label: TEXT.find.newSheet },
            ...(sheet ? [{ value: 'append', label: TEXT.find.appendTo(sheet.name) }] : []),
          ]}
          onChange={setTarget}
        />
        <Select
          label={TEXT.find.inAnotherSheet}
          value={onKnown}
          options={[
            { value: 'skip', label: TEXT.find.skip },
            { value: 'mark', label: TEXT.find.mark },
          ]}
          onChange={(value) => setOnKnown(value as RunForm['known'])}
        />
      </div>
      <LeftOutChoice
        leftOut={source.leftOut}
        byStatus={byStatus}
        mark={TEXT.pipeline.writeAndMark}
        hint={leftOutHint(source)}
        onChange={setByStatus}
      />
      <Check checked={pictures} onChange={setPictures}>
        {TEXT.find.pictures}
      </Check>
      {choice.what !== 'picks' && plan.free > 0 && (
        <Check checked={choice.again} onChange={(again) => change({ again })}>
          {TEXT.find.refreshSaved(plan.free)}
        </Check>
      )}
      <PriceLines
        price={plan.price}
        budget={budget}
        shortages={plan.shortages}
        what={
          plan.price === 0
            ? canStart && TEXT.find.alreadyPaid
            : plan.free > 0 && !choice.again && TEXT.find.pagesFree(plan.free)
        }
        cap={choice.cap}
        capProblem={problems.cap}
        onCap={(cap) => change({ cap })}
        paused={props.paused}
      />
      {problems.picks && <p class="hint">{problems.picks}</p>}
      {props.isOccupied && <p class="hint">{TEXT.find.finishOther}</p>}
      <ErrorNote {...action.failure} onAccount={props.onAccount} />
      <Button
        type="submit"
        kind="action"
        wide
        busy={action.busy === 'start'}
        disabled={!canStart || action.busy !== undefined}
      >
        {TEXT.find.start(plan.price)}
      </Button>
      {choice.what === 'picks' && (
        <div class="below">
          <Button
            wide
            busy={action.busy === 'enrich'}
            disabled={!canStart || action.busy !== undefined}
            onClick={() => start(true)}
          >
            {TEXT.find.enrichSelected}
          </Button>
          <p class="hint">{TEXT.find.enrichSelectedHint}</p>
        </div>
      )}
    </Form>
  );
}
