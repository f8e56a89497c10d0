import { lazy } from '../core/lazy';
import type { CellValue } from '../core/ports';
import { entryOf, isRecord } from '../core/text';
import { parseAudience } from '../schema/audience';
import { labelOf } from '../schema/wire';
import { shareLabel } from './audience-label';
import { safeText } from './safe-text';

/** A field of a piece that has no column in every content sheet, and what is known of it. */
interface FurtherField {
  header: string;
  format?: string;
  cell?: (value: unknown) => CellValue | undefined;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value.flat(Infinity) : [value]).map((each: unknown) =>
    isRecord(each) ? nameOf(each) : String(each ?? ''),
  );

const nameOf = (entry: Record<string, unknown>): string =>
  labelOf(entry) || String(entry['username'] ?? entry['brand'] ?? JSON.stringify(entry));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The API marks what it found: `<b>fitness</b>`. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#39|[a-z]+);/g, (entity, name: string) => entryOf(ENTITIES, name) ?? entity);

/** `female 76.5%, male 23.5%`; undefined where it is no breakdown. */
function audienceText(field: string, value: unknown): string | undefined {
  const [section] = parseAudience({ [field]: value });
  if (!section) return undefined;
  const { name, shares, given = [] } = section;
  const lines = [
    ...shares.map(({ label, share }) => [label, `${Math.round(share * 1000) / 10}%`]),
    ...given.map(({ label, value: number = '' }) => [label, String(number)]),
  ];
  return lines.map(([label = '', text = '']) => `${shareLabel(name, label)} ${text}`.trim()).join(', ');
}

const furtherFields = lazy((): Readonly<Record<string, FurtherField>> => ({
  shares: { header: 'Shares', format: '#,##0' },
  saves: { header: 'Saves', format: '#,##0' },
  isSponsored: { header: 'Sponsored' },
  brandMentions: { header: 'Brand mentions', cell: (value) => safeText(texts(value).join(', ')) },
  keywords: { header: 'Keywords', cell: (value) => safeText(texts(value).map(withoutMarkup).join(', ')) },
  audienceGender: { header: 'Audience gender' },
  audienceAge: { header: 'Audience age' },
  audienceCountries: { header: 'Audience countries' },
  audienceLanguages: { header: 'Audience languages' },
}));

/** Whether it has a name and a form of its own. */
export const isKnownFurther = (field: string): boolean => entryOf(furtherFields(), field) !== undefined;

/** Breakdowns of an audience are read whatever they are called: codes are names there. */
export function furtherField(field: string): FurtherField {
  const known: FurtherField = entryOf(furtherFields(), field) ?? { header: field };
  if (!/^audience/i.test(field)) return known;
  return {
    ...known,
    cell: (value) => {
      const text = isRecord(value) || Array.isArray(value) ? audienceText(field, value) : undefined;
      return text === undefined ? undefined : safeText(text);
    },
  };
}
