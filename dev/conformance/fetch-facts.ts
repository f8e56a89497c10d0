import { thrown, THROWS } from './fact';
import type { Fact } from './fact';

// UrlFetchApp. The addresses answer to anybody, and cost nothing.
const EMPTY = 'https://www.google.com/generate_204';
const MISSING = 'https://www.google.com/conformance-that-is-not-there';
/** To www.google.com. */
const MOVED = 'https://google.com/';
const NOWHERE = 'https://conformance.invalid/';

type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest & { timeoutSeconds?: number };
const muted = (url: string): Request => ({ url, muteHttpExceptions: true });
const statuses = (requests: Request[]): number[] =>
  UrlFetchApp.fetchAll(requests).map((reply) => reply.getResponseCode());

export const FETCH_FACTS: readonly Fact[] = [
  {
    name: 'fetchAll takes timeoutSeconds',
    source: 'reference/url-fetch; @types/google-apps-script lacks it',
    standing: 'documented',
    expected: [204],
    check: () => statuses([{ ...muted(EMPTY), timeoutSeconds: 20 }]),
  },
  {
    name: 'fetchAll answers in the order of the requests, every status with muteHttpExceptions',
    source: 'tanaikech 2018-04-19; jpoehnelt definitive-guide-to-urlfetchapp',
    standing: 'recorded',
    expected: [404, 204, 404, 204],
    check: () => statuses([MISSING, EMPTY, MISSING, EMPTY].map(muted)),
  },
  {
    name: 'one request that cannot be sent takes the whole batch along',
    source: 'a live spike, 2026-09-30',
    standing: 'recorded',
    expected: THROWS,
    check: () => thrown(() => statuses([EMPTY, NOWHERE].map(muted))),
  },
  {
    name: 'without muteHttpExceptions a status of 400 and more throws',
    source: 'reference/url-fetch',
    standing: 'documented',
    expected: THROWS,
    check: () => thrown(() => UrlFetchApp.fetchAll([{ url: MISSING }])),
  },
  {
    name: 'a header without a value is refused before anything is sent',
    source: 'reports: "Attribute provided with invalid value: Header:null"',
    standing: 'recorded',
    expected: THROWS,
    check: () => thrown(() => UrlFetchApp.fetch(EMPTY, { headers: { 'X-Key': null as unknown as string } })),
  },
  {
    name: 'a redirect that is not followed comes as what it is',
    source: 'jpoehnelt definitive-guide-to-urlfetchapp',
    standing: 'recorded',
    expected: 301,
    check: () => UrlFetchApp.fetch(MOVED, { ...muted(MOVED), followRedirects: false }).getResponseCode(),
  },
  {
    name: 'time of one fetch',
    source: 'tanaikech 2018-04-19: about 160 ms',
    standing: 'recorded',
    expected: 204,
    check: ({ timed }) => timed(() => UrlFetchApp.fetch(EMPTY).getResponseCode(), 2),
  },
  {
    name: 'time of 20 fetches in one fetchAll: they leave together',
    source: 'tanaikech 2018-04-19: 5 take about 260 ms',
    standing: 'recorded',
    expected: 20,
    check: ({ timed }) => timed(() => statuses(Array.from({ length: 20 }, () => muted(EMPTY))).length),
  },
];
