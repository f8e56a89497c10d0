import { useEffect, useState } from 'preact/hooks';
import type { ResultSheet } from '../../sidebar/calls';
import { call } from '../call';

/** The sheet in front, if a search wrote it; asked again whenever the sidebar gets the focus and when a run rests. */
export function useResultSheet(isWanted: boolean, isWriting: boolean): ResultSheet | null | undefined {
  const [sheet, setSheet] = useState<ResultSheet | null>();
  useEffect(() => {
    if (!isWanted || isWriting) return undefined;
    const ask = (): void => {
      // Without an answer the page goes on as if it were any sheet.
      call('resultSheet', {}).then(setSheet, () => undefined);
    };
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [isWanted, isWriting]);
  return sheet;
}
