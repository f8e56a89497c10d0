import { lazy } from './lazy';

/**
 * A sentence as its code with figures, which may be sentences again. It is thrown and stored like that, and worded where
 * somebody reads it: in English in cells, which people of all languages share, elsewhere in the reader's language.
 */
export interface Said {
  /** Its table and its key there: `reply.busy`. */
  readonly code: string;
  readonly figures: readonly unknown[];
}

type Figure<F> = string extends F ? F | Said : F;
type Figures<F extends unknown[]> = { [At in keyof F]: Figure<F[At]> };

/** A table whose sentences are codes. */
export type Coded<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string
    ? Said
    : Table[Key] extends (...figures: infer F) => string
      ? (...figures: Figures<F>) => Said
      : Coded<Table[Key]>;
};

type Words = Record<'en' | 'de', () => unknown>;
/** By name. */
export const tables = new Map<string, Words>();

/** Without German: what only cells show, which is English for everybody. */
export function coded<Table extends object>(name: string, english: () => Table, german?: () => Table): Coded<Table> {
  const en = lazy(english);
  tables.set(name, { en, de: german ? lazy(german) : en });
  return codesOf(name, en) as Coded<Table>;
}

interface Codes {
  path: string;
  table: () => object;
}

/** Table and codes are made when they are asked for: there are hundreds, and all global code runs before every formula. */
const codesOf = (path: string, table: () => object): object => new Proxy({ path, table }, AS_CODES);

const AS_CODES: ProxyHandler<Codes> = {
  get({ path, table }, key) {
    const entry: unknown = Reflect.get(table(), key);
    const code = `${path}.${String(key)}`;
    if (typeof entry === 'string') return { code, figures: [] } satisfies Said;
    if (typeof entry === 'function') return (...figures: unknown[]): Said => ({ code, figures });
    return entry && codesOf(code, () => entry);
  },
  has: ({ table }, key) => key in table(),
  ownKeys: ({ table }) => Reflect.ownKeys(table()),
  getOwnPropertyDescriptor: ({ table }, key) => Reflect.getOwnPropertyDescriptor(table(), key),
};

/** What somebody else says, in whatever language that is. */
const VERBATIM = 'verbatim';
export const verbatim = (text: string): Said => ({ code: VERBATIM, figures: [text] });

export function wordsOf({ code, figures }: Said, language: keyof Words): string {
  const given = figures.map((each) => worded(each, language));
  if (code === VERBATIM) return String(given[0]);
  const [name = '', ...path] = code.split('.');
  const entry = path.reduce<unknown>(
    (table, key) => (table as Record<string, unknown> | undefined)?.[key],
    tables.get(name)?.[language](),
  );
  if (typeof entry === 'function') return String((entry as (...all: unknown[]) => string)(...given));
  if (typeof entry !== 'string') throw new Error(`no sentence ${code}`);
  return entry;
}

/** A figure in which sentences may stand. */
export function worded(figure: unknown, language: keyof Words): unknown {
  if (typeof figure !== 'object' || figure === null) return figure;
  if (Array.isArray(figure)) return figure.map((each) => worded(each, language));
  if (isSaid(figure)) return wordsOf(figure, language);
  return Object.fromEntries(Object.entries(figure).map(([key, each]) => [key, worded(each, language)]));
}

const isSaid = (figure: object): figure is Said =>
  'code' in figure && typeof figure.code === 'string' && 'figures' in figure && Array.isArray(figure.figures);

/** What cells, the log and other versions of this add-on get. */
export const englishOf = (said: Said): string => wordsOf(said, 'en');

/** A stored sentence: in English for cells and older versions, and as its code. */
export interface Told {
  message: string;
  said?: Said | undefined;
}

/** Another version of this add-on may have stored a code that this one does not have: then its English stands. */
export function saidOf({ message, said }: Told): Said {
  try {
    if (said !== undefined) englishOf(said);
    return said ?? verbatim(message);
  } catch {
    return verbatim(message);
  }
}
