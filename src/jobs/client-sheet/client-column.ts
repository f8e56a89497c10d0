import { lazy } from '../../core/lazy';
import { columnLetters } from '../../core/text';
import { headerRole } from '../../schema/column-header';
import { PROFILE_FIELDS } from '../../schema/profile-field';
import { clientText } from '../../schema/sheet-text';
import type { CreatorList } from './creator-list';

/** A column of the list that a client may get. */
export interface ClientColumn {
  column: number;
  header: string;
  /** Proposed. What is not known to describe a creator isn't: a fee that slips out can't be taken back. */
  isChosen: boolean;
}

/** Of the catalogue, what a client is shown unasked. */
const SHOWN = new Set(
  'displayName bio verified country city language gender categories website profileUrl followers following posts engagement growth medianViews avgLikes avgComments profileScore'.split(
    ' ',
  ),
);
const labels = lazy(
  (): ReadonlySet<string> =>
    new Set(
      PROFILE_FIELDS.flatMap(({ name, label }) => (SHOWN.has(name) ? [name.toLowerCase(), label.toLowerCase()] : [])),
    ),
);
/** Words of headers that describe a creator, in the languages of most lists. */
const DESCRIBES =
  /^(profile )?(picture|photo|bild|foto|avatar)$|\b(followers?|abonnenten|engagement|country|land|city|stadt|language|sprache|categor(y|ies)|kategorien?|niche|nische|reach|reichweite|views|aufrufe|likes|audience|gender|bio|seguidores|pa[ií]s|abonn[ée]s|pays)\b/i;
/** Whatever else stands in the header, these are nobody else's business. */
const INTERNAL =
  /\b(fees?|honorar|price|preis|budget|cost|kosten|rate card|margin|marge|cpm|notes?|notizen?|owner|status|contact|kontakt|flags?|suspicious|why|wanted|e-?mail|phone|id|found|page|internal|intern)\b/i;

const isProposed = (header: string): boolean => {
  if (INTERNAL.test(header)) return false;
  const role = headerRole(header);
  return labels().has(header.toLowerCase()) || DESCRIBES.test(header) || role === 'name' || role === 'link';
};

/** Of runs and searches: for machines, and so never offered. */
const isForMachines = (header: string): boolean =>
  /^influData\b/i.test(header) ||
  ['platform id', 'platformid', 'found by', 'found at', 'page', 'already in', 'content id'].includes(
    header.toLowerCase(),
  );

const isReturned = (header: string): boolean =>
  clientText.each().some(({ ownDecision, ownComment }) => header === ownDecision || header === ownComment);

/** Marks of columns that tools of ours made for whoever keeps the list. */
const TOOLS = /^(vetting:|pipeline:(status|owner|next|note|fee)$)/;

/**
 * Creator and platform go along in any case, as columns of their own. A column that some other tool of ours keeps (a light,
 * a status, a fee) is never proposed, whatever it is called.
 */
export const clientColumns = (
  { headers, keys }: CreatorList,
  filled: readonly boolean[],
  marks: ReadonlyMap<string, number>,
): ClientColumn[] => {
  const kept = new Set([...marks].flatMap(([mark, column]) => (TOOLS.test(mark) ? [column] : [])));
  return headers.flatMap((header, at) => {
    const column = at + 1;
    // Handles are there already, links may be wanted beside them.
    const isKey = column === keys.platformColumn || (column === keys.column && headerRole(header) !== 'link');
    const isNothing = header === '' && !filled[at];
    if (isKey || isNothing || isForMachines(header) || isReturned(header)) return [];
    const isChosen = isProposed(header) && !kept.has(column);
    return [{ column, header: header || clientText().columnNamed(columnLetters(column)), isChosen }];
  });
};
