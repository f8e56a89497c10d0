import { repeated, THROWS } from './fact';
import type { Standing } from './fact';

// google.script.run and what becomes of a page, seen from the browser. `//` must not stand in this file's texts: whether
// HtmlService leaves it is one of the facts.
export interface Reply {
  ok: boolean;
  /** Of the handler that was called. */
  value: unknown;
  hasValue: boolean;
}

export type Call = (name: string, ...given: unknown[]) => Promise<Reply>;

export interface PageFact {
  name: string;
  source: string;
  standing: Standing;
  expected: unknown;
  check(call: Call): unknown;
}

/** As the client library has it. */
interface Runner {
  withSuccessHandler(handler: (...values: unknown[]) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  [name: string]: unknown;
}
declare const google: { script: { run: Runner } };

export const call: Call = (name, ...given) =>
  new Promise((resolve) => {
    const runner = google.script.run
      .withSuccessHandler((...values) => resolve({ ok: true, value: values[0], hasValue: values[0] !== undefined }))
      .withFailureHandler((error) => resolve({ ok: false, value: error.message, hasValue: true }));
    (runner[name] as (...given: unknown[]) => void)(...given);
  });

const TRANSFER = 'tanaikech 2023-08-28';
/** About what the product's page has. */
export const PAGE_CHARACTERS = 340_000;
const page = (): Record<string, unknown> => window as unknown as Record<string, unknown>;

const sent = async (value: unknown): Promise<unknown> => (await call('conformanceKind', value)).value;

async function refused(value: unknown): Promise<string> {
  try {
    const { ok, value: said } = await call('conformanceKind', value);
    return ok ? `arrived as ${String(said)}` : `${THROWS}: ${String(said)}`;
  } catch (error) {
    return `${THROWS}: ${(error as Error).message}`;
  }
}

async function received(kind: string): Promise<unknown> {
  const { value, hasValue } = await call('conformanceMake', kind);
  return hasValue && value !== null ? value : 'nothing';
}

export const PAGE_FACTS: readonly PageFact[] = [
  {
    name: `a page of ${PAGE_CHARACTERS.toLocaleString('en-US')} characters arrives whole`,
    source: 'nobody has recorded a limit',
    standing: 'assumed',
    expected: [PAGE_CHARACTERS, 'the end'],
    check: () => [
      String(page()['conformanceFiller']).length,
      (document.getElementById('end') as HTMLElement | null)?.textContent ?? null,
    ],
  },
  {
    name: 'two slashes in a text of a script (the product has none in its page)',
    source: 'five reports of lines that are cut there, one counter-example',
    standing: 'recorded',
    expected: 'cut',
    check: () => (page()['conformanceSlashes'] === undefined ? 'cut' : 'whole'),
  },
  {
    name: 'a call returns nothing',
    source: 'guides/html/reference/run',
    standing: 'documented',
    expected: 'undefined',
    check: () => typeof (google.script.run['conformanceKind'] as (value: unknown) => unknown)(1),
  },
  {
    name: 'each withSuccessHandler makes another runner',
    source: 'guides/html/reference/run',
    standing: 'documented',
    expected: true,
    check: () => google.script.run.withSuccessHandler(() => undefined) !== google.script.run,
  },
  {
    name: 'a function whose name ends in _ is not there',
    source: 'guides/html/communication',
    standing: 'documented',
    expected: 'undefined',
    check: () => typeof google.script.run['conformanceHidden_'],
  },
  {
    name: 'undefined arrives as null, an object as itself',
    source: TRANSFER,
    standing: 'recorded',
    expected: ['[object Null]', '[object Object]', '[object Array]'],
    check: async () => [await sent(undefined), await sent({ a: [1] }), await sent([])],
  },
  {
    name: 'a Date cannot be sent',
    source: TRANSFER,
    standing: 'recorded',
    expected: THROWS,
    check: () => refused(new Date(0)),
  },
  {
    name: 'a reply with a Date in it is no reply',
    source: TRANSFER,
    standing: 'recorded',
    expected: ['nothing', 'nothing'],
    check: async () => [await received('date'), await received('date inside')],
  },
  {
    name: 'a Map comes as an empty object, text as itself',
    source: TRANSFER,
    standing: 'recorded',
    expected: [{}, 'text'],
    check: async () => [await received('map'), await received('text')],
  },
  {
    name: 'the failure handler gets the sentence of what was thrown',
    source: 'guides/html/reference/run',
    standing: 'documented',
    expected: [false, true],
    async check() {
      const { ok, value } = await call('conformanceFail');
      return [ok, String(value).indexOf('on purpose') >= 0];
    },
  },
  {
    name: 'of eleven calls ten are under way at once, and all are answered',
    source: 'guides/html/reference/run',
    standing: 'documented',
    expected: [11, true],
    async check() {
      const calls = Array.from({ length: 11 }, () => call('conformanceNap', 500));
      const naps = (await Promise.all(calls)).map(({ value }) => value as [fromMs: number, toMs: number]);
      const most = Math.max(...naps.map(([at]) => naps.filter(([from, to]) => from <= at && at < to).length));
      return [naps.length, most <= 10];
    },
  },
  {
    name: 'time of 200,000 characters there and back',
    source: 'nobody has recorded it',
    standing: 'assumed',
    expected: 200_000,
    check: async () => String((await call('conformanceEcho', repeated('x', 200_000))).value).length,
  },
];
