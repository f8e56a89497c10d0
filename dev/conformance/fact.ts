// A fact of Apps Script on which the product rests, and a look whether it is so. Everything in this folder knows Apps
// Script's own globals and nothing else, so that the same lines run on the emulator and on Google.

/** `recorded`: third parties saw it live. `documented`: Google's reference says so. `assumed`: so far only we do. */
export type Standing = 'recorded' | 'documented' | 'assumed';

export interface Fact {
  name: string;
  /** Where it is written, or who saw it. */
  source: string;
  standing: Standing;
  /** Plain data. What Google answers otherwise is mended here, in one line, and then in the emulator. */
  expected: unknown;
  /** Returns what is found. */
  check(desk: Desk): unknown;
}

/** In a cell: `check` runs within the custom function, or `look` reads what the cell made of the formula. */
export interface CellFact extends Omit<Fact, 'check'> {
  check?(desk: Desk): unknown;
  /** `CONFORMANCE("value", "NaN")`. The arguments of a formula are parted by `;`, which every locale takes. */
  formula?: string;
  look?(cell: GoogleAppsScript.Spreadsheet.Range): unknown;
}

/** What no script can find out: a person does it, and says what was seen. */
export interface ManualFact extends Omit<Fact, 'check'> {
  byHand: string;
}

export interface Desk {
  book: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** A new sheet for this fact alone, made when first asked for. */
  sheet(): GoogleAppsScript.Spreadsheet.Sheet;
  /** Its time, by call, is what the `ms` of the fact tells; without it that is the whole check's. */
  timed<T>(call: () => T, calls?: number): T;
}

/** Expected where any exception will do: its text comes in the user's language. */
export const THROWS = 'throws';

export function thrown(call: () => unknown): string {
  try {
    call();
    return 'throws nothing';
  } catch (error) {
    return `${THROWS}: ${String((error as Error).message)}`;
  }
}

export const holds = (expected: unknown, found: unknown): boolean =>
  expected === THROWS ? String(found).indexOf(`${THROWS}: `) === 0 : JSON.stringify(expected) === JSON.stringify(found);

/** Of this many characters. */
export const repeated = (text: string, characters: number): string =>
  text.repeat(Math.ceil(characters / text.length)).slice(0, characters);

export interface Result {
  name: string;
  standing: Standing;
  source: string;
  expected: unknown;
  found: unknown;
  ms: number | '';
}

/** What a check throws is found, not lost. */
export function resultOf({ name, standing, source, expected, check }: Fact, desk: Omit<Desk, 'timed'>): Result {
  let ms: number | undefined;
  const beganMs = Date.now();
  let found: unknown;
  try {
    found = check({
      ...desk,
      timed(call, calls = 1) {
        const startMs = Date.now();
        let last = call();
        for (let done = 1; done < calls; done++) last = call();
        ms = Math.round((Date.now() - startMs) / calls);
        return last;
      },
    });
  } catch (error) {
    found = `the check failed: ${String((error as Error).message)}`;
  }
  return { name, standing, source, expected, found, ms: ms ?? Date.now() - beganMs };
}
