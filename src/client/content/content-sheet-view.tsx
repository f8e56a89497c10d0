import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContentSchedule, ContentSheet } from '../../sidebar/content-calls';
import { call } from '../call';
import { DailyForm } from '../form/daily-form';
import { number } from '../format';
import { ConnectKey } from '../run/price-lines';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { useLast } from '../ui/use-last';
import { contentSummary } from './content-text';
import { SummaryForm } from './summary-form';
import { canSync, readSyncSchedule, stepText, SYNC_FIELDS } from './sync-draft';
import { SyncDock, SyncFields, useSyncDraft } from './sync-form';
import type { RunForms } from '../run/use-run';

interface ContentSheetViewProps {
  sheet: ContentSheet;
  /** A run that has ended. */
  run: ComponentChildren;
  paused: boolean;
  canSpend: boolean;
  scroll: RefObject<HTMLDivElement>;
  onStart: (form: RunForms['content']) => Promise<void>;
  onSheet: (sheet: ContentSheet) => void;
  onSummary: () => void;
  /** Opens the form, with the sheet's filters or as it was. */
  onForm: (isFilled: boolean) => void;
  onAccount: () => void;
}

/** The sheet in front holds content: how far it is up to date, and what can be done with it. */
export function ContentSheetView({ sheet, run, scroll, ...props }: ContentSheetViewProps): JSX.Element {
  const sync = useSyncDraft(sheet);
  return (
    <>
      <div class="scroll content" ref={scroll}>
        {run}
        <section class="content-sheet" aria-labelledby="content-sheet">
          <h2 id="content-sheet" class="one-line" title={sheet.name}>
            {sheet.name}
          </h2>
          <p class="faint clamp" title={sheet.text}>
            {contentSummary(sheet.filters)}
          </p>
          <p class="step">
            {TEXT.content.sheetStep(<strong>{TEXT.content.postCount(sheet.pieces)}</strong>, stepText(sheet))}
            {sheet.syncedAt && <span class="faint">{TEXT.content.synced(sheet.syncedAt)}</span>}
          </p>
          {props.canSpend && <SyncFields sheet={sheet} {...sync} />}
          {canSync(sheet) && <DailySync sheet={sheet} onSheet={props.onSheet} />}
          {sheet.pieces > 0 && <SummaryForm sheet={sheet} onMade={props.onSummary} />}
          <div class="links">
            <Button kind="quiet" onClick={() => props.onForm(false)}>
              {TEXT.content.getOtherPosts}
            </Button>
            <Button kind="quiet" onClick={() => props.onForm(true)}>
              {TEXT.content.reuseFilters}
            </Button>
          </div>
        </section>
      </div>
      {props.canSpend ? (
        <SyncDock sheet={sheet} {...sync} paused={props.paused} onStart={props.onStart} onAccount={props.onAccount} />
      ) : (
        <div class="dock">
          <ConnectKey what={TEXT.content.toGetPosts} onAccount={props.onAccount} />
        </div>
      )}
    </>
  );
}

/** A daily sync of this sheet, with a cap for the month too. */
function DailySync({ sheet, onSheet }: Pick<ContentSheetViewProps, 'sheet' | 'onSheet'>): JSX.Element {
  // On their way here nulls have become undefined.
  const now: ContentSchedule | null | undefined = sheet.schedule;
  return (
    <DailyForm
      class="part"
      verb="sync"
      fields={SYNC_FIELDS}
      read={readSyncSchedule}
      on={
        now && (
          <>
            <p class="hint">{TEXT.content.scheduleOn(now.hour, now.cap)}</p>
            <p class="hint">{TEXT.content.monthUsedOf(<strong>{number(sheet.monthCharged)}</strong>, now.monthCap)}</p>
          </>
        )
      }
      note={sheet.monthCharged > 0 && <p class="hint">{TEXT.content.monthUsed(sheet.monthCharged)}</p>}
      onSet={async (schedule) => onSheet(await call('scheduleContent', { sheetId: sheet.id, schedule }))}
    />
  );
}

export interface ContentSheetReading {
  sheet: ContentSheet | null;
  readAgain: () => void;
  show: (sheet: ContentSheet) => void;
}

/**
 * The sheet in front, if it holds content: asked when the tab opens, when a run rests, when another sheet comes to the
 * front, and when the sidebar gets the focus.
 */
export function useContentSheet(isWanted: boolean, sheetId: number | undefined): ContentSheetReading {
  const [sheet, setSheet] = useState<ContentSheet | null>(null);
  const last = useLast();
  const ask = (): void => {
    const isLast = last();
    // Without an answer the tab goes on as if it were any sheet.
    call('contentSheet', {}).then(
      (next) => {
        if (isLast()) setSheet(next ?? null);
      },
      () => undefined,
    );
  };
  useEffect(() => {
    if (!isWanted) return undefined;
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [isWanted]);
  const idBefore = useRef<number | undefined>(undefined);
  useEffect(() => {
    const before = idBefore.current;
    idBefore.current = sheetId;
    if (isWanted && before !== undefined && sheetId !== undefined) ask();
  }, [sheetId]);
  return {
    sheet,
    readAgain: ask,
    show(next) {
      last();
      setSheet(next);
    },
  };
}
