import { useEffect, useState } from 'preact/hooks';
import type { Calls } from '../../sidebar/calls';
import { call } from '../call';
import type { ContentControl } from '../run/use-run';

/** One click: run after run until the campaign's posts are all there or one rests, then its posts are found. */
export interface CampaignRound {
  isUnderWay: boolean;
  update: Calls['updateCampaign']['gets'] | undefined;
  start: (form: RoundForm) => Promise<void>;
  /** Without getting any. */
  updateOnly: (sheetId: number) => Promise<void>;
}

export interface RoundForm {
  sheetId: number;
  cap: number;
  /** Requests that the round may spend. */
  most: number;
  refresh: boolean;
}

interface Round extends RoundForm {
  /** Sheets with posts that had their run, and what those runs were charged. */
  done: number[];
  used: number;
  run?: string;
}

/** `onFailure` hears of what goes wrong between runs, where no click waits. */
export function useCampaignRound(
  control: ContentControl,
  onRest: () => void,
  onFailure: (work: () => Promise<void>) => void,
): CampaignRound {
  const [round, setRound] = useState<Round>();
  const [update, setUpdate] = useState<Calls['updateCampaign']['gets']>();
  const updateOnly = async (sheetId: number): Promise<void> => {
    setUpdate(undefined);
    setUpdate(await call('updateCampaign', { sheetId }));
    onRest();
  };
  const goOn = async (now: Round): Promise<void> => {
    const { sheetId, cap, refresh, done, most, used } = now;
    const left = most - used;
    const next =
      left > 0 ? await call('startCampaign', { sheetId, cap, refresh, done, max: left, runCap: left }) : null;
    if (!next) {
      setRound(undefined);
      return updateOnly(sheetId);
    }
    setRound({ ...now, done: [...done, next.postsId], run: next.run.id });
    await control.start({ action: 'started', run: next.run });
  };
  const { run, isDriving } = control;
  useEffect(() => {
    if (!round || run?.id !== round.run || run === undefined || isDriving || run.state === 'running') return;
    const used = round.used + run.used + run.unconfirmed;
    setRound(undefined);
    onFailure(() => (run.state === 'done' ? goOn({ ...round, used }) : updateOnly(round.sheetId)));
  }, [round?.run, run?.id, run?.state, isDriving]);
  return {
    isUnderWay: round !== undefined,
    update,
    updateOnly,
    start: (form) => {
      setUpdate(undefined);
      return goOn({ ...form, done: [], used: 0 });
    },
  };
}
