import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContentSheet } from '../../sidebar/content-calls';
import { call } from '../call';

export interface ContentSheetReading {
  sheet: ContentSheet | null;
  readAgain: () => void;
  show: (sheet: ContentSheet) => void;
}

/** The sheet in front, if it holds content: asked when the tab opens, when a run rests, and when the sidebar gets the focus. */
export function useContentSheet(isWanted: boolean): ContentSheetReading {
  const [sheet, setSheet] = useState<ContentSheet | null>(null);
  /** Only the last question's answer counts. */
  const turn = useRef(0);
  const ask = (): void => {
    const mine = ++turn.current;
    // Without an answer the tab goes on as if it were any sheet.
    call('contentSheet', {}).then(
      (next) => {
        if (mine === turn.current) setSheet(next ?? null);
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
  return {
    sheet,
    readAgain: ask,
    show(next) {
      turn.current += 1;
      setSheet(next);
    },
  };
}
