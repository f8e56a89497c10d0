import { spokenOf } from '../schema/language';
import * as z from 'zod/mini';
import { InfluError } from '../core/error';
import type { Workbook } from '../core/ports';
import { brandSheet, openBrandSheet, readBrands } from '../jobs/conflict/brand-sheet';
import { conflictCheck, shortlisted } from '../jobs/conflict/conflict-check';
import { buyTimelines, unsavedTimelines } from '../jobs/conflict/saved-timeline';
import { askedFor, nextToAsk } from '../jobs/content/sheet-post';
import { aPlatformOrNone, aWhole, entry, nothing, shape, type CallTools, type Entry } from './argument';
import { budgetNow } from './budget-view';
import type { ConflictCalls, ConflictView } from './conflict-calls';

function conflictView({ host, workbook }: CallTools, platform: string): ConflictView {
  const { table, creators, hidden } = shortlisted(workbook, { platform });
  const next = nextToAsk(askedFor(workbook), creators);
  return {
    sheet: table.name(),
    sheetId: table.id(),
    creators: creators.length,
    ...(hidden === undefined ? {} : { hidden }),
    requests: unsavedTimelines(host, creators).reduce((sum, { requests }) => sum + requests, 0),
    ...brandsOf(workbook),
    ...(next && { next }),
    budget: budgetNow(host),
  };
}

/** Brands that cannot be read keep nobody from seeing the price. */
function brandsOf(workbook: Workbook): Pick<ConflictView, 'brands' | 'brandProblem'> {
  if (!brandSheet(workbook)) return {};
  try {
    const { sheet, brands } = readBrands(workbook);
    const own = brands.filter(({ isOwn }) => isOwn).length;
    return { brands: { sheet, competitors: brands.length - own, own } };
  } catch (error) {
    if (error instanceof InfluError) return { brandProblem: spokenOf(error.said) };
    throw error;
  }
}

const shortlist = () => ({ platform: aPlatformOrNone(), sheetId: z.number() });

/** What the *Conflict check* of *Manage* can do. */
export const conflictSurface = (): { [Name in keyof ConflictCalls]: Entry } => ({
  readConflict: entry<'readConflict'>(
    () => shape({ platform: aPlatformOrNone() }),
    (tools, { platform }) => conflictView(tools, platform),
  ),
  openBrands: entry<'openBrands'>(nothing, openBrandSheet),
  buyTimelines: entry<'buyTimelines'>(
    () => shape({ ...shortlist(), cap: aWhole() }),
    ({ host, workbook }, { cap, ...asked }) => buyTimelines(host, shortlisted(workbook, asked).creators, cap),
  ),
  checkConflicts: entry<'checkConflicts'>(() => shape(shortlist()), conflictCheck),
});
