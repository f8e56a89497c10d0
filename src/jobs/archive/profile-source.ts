import { kindOf } from '../../api/answer';
import { nameOf } from '../../api/answer-names';
import { answerIn, keysIn } from '../../gate/data-tab-row';
import { parseJson } from '../../core/text';
import { historyLine } from '../../schema/history-line';
import { parseProfile } from '../../schema/profile';
import { DATA_TAB, DATA_TAB_HEADERS } from '../../schema/data-tab';
import { headersOf } from '../run/own-rows';
import { keyValues, named, utcDay, type ArchiveSource, type CellAt } from './archive-source';

const [KEY, FETCHED, , ANSWER] = DATA_TAB_HEADERS;

const firstKey = (at: CellAt): string => keysIn(String(at(KEY)))[0] ?? '';

/** Profiles as runs have bought them: the data tab has each whole. */
export const PROFILES: ArchiveSource = {
  table: 'profiles',
  key: [KEY, FETCHED],
  // Each is some thousand characters, and has to be unpacked.
  rowsAPage: 400,
  sheets({ workbook }) {
    const table = workbook.find(DATA_TAB);
    if (!table) return [];
    return [{ table, idHeader: KEY, columns: new Map(headersOf(table).map((header, at) => [header, at + 1])) }];
  },
  keyOf: () => (at) => {
    const [key, asOf] = [firstKey(at), at(FETCHED)];
    if (kindOf(key) !== 'profile' || !(asOf instanceof Date)) return undefined;
    return { id: `${nameOf(key)}/${utcDay(asOf.getTime())}`, atMs: asOf.getTime() };
  },
  valuesOf({ host }, at, key) {
    const { packed } = answerIn('', [at(KEY), at(FETCHED), 0, at(ANSWER)]);
    const answer = host.zip.unpack(packed);
    const { scalars } = parseProfile(parseJson(answer));
    const { platform, handle, id, followers, engagement, growth, profileScore } = historyLine(
      firstKey(at),
      scalars,
      '',
    );
    const figures = { followers, engagement, growth, profile_score: profileScore };
    return named({ ...keyValues(key), platform, handle, creator_id: id, ...figures, answer });
  },
};
