/** What the server says to the Content tab in these tests. */
import type { ContentPlan, ContentSheet, ContentView, SelectedHandles } from '../../src/sidebar/content-calls';
import { budgetOf, minutesAgo, readingOf } from './sidebar-data';

const TEXT = 'platform=instagram, tiktok; tags=fashion, style; followerMin=10000';
const FILTERS = { platform: 'instagram,tiktok', tags: 'fashion,style', followerMin: '10000' };

export const planOf = (part: Partial<ContentPlan> = {}): ContentPlan => ({
  filters: FILTERS,
  text: TEXT,
  requests: 100,
  budget: budgetOf(),
  ...part,
});

export const handlesOf = (part: Partial<SelectedHandles> = {}): SelectedHandles => ({
  area: '5 rows of Creators',
  read: readingOf(),
  handles: ['lena.vogt', 'jonas_weber', 'SophiaK'],
  platforms: [],
  leftOut: 0,
  ...part,
});

export const contentOf = (part: Partial<ContentView> = {}): ContentView => ({
  id: 'p1',
  kind: 'content',
  action: 'pull',
  state: 'running',
  message: '',
  text: TEXT,
  sheet: 'Content fashion, style',
  max: 500,
  pieces: 0,
  added: 0,
  updated: 0,
  repeated: 0,
  used: 0,
  unconfirmed: 0,
  underWay: 0,
  cap: 2_000,
  resumeCosts: 500,
  resumeNote: '',
  startedAt: minutesAgo(1),
  ...part,
});

export const contentSheetOf = (part: Partial<ContentSheet> = {}): ContentSheet => ({
  id: 11,
  name: 'Content fashion, style',
  text: TEXT,
  filters: FILTERS,
  pieces: 480,
  watermark: '2026-11-23T07:00:00Z',
  syncedAt: minutesAgo(60),
  schedule: null,
  monthCharged: 0,
  budget: budgetOf(),
  ...part,
});
