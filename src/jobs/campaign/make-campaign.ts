import { badInput } from '../../core/error';
import type { CellValue, Table, Tools } from '../../core/ports';
import { CAMPAIGN_SAID } from '../../schema/said-text';
import { campaignText } from '../../schema/sheet-text';
import type { DeliverableType } from '../../schema/deliverable';
import { dateCell } from '../../sheet/cell';
import { safeCell, safeText } from '../../sheet/safe-text';
import { moneyFormats } from '../../sheet/money-format';
import { platformText, shownCreator } from '../client-sheet/shown-creator';
import { localDays } from '../run/local-day';
import { campaignMemo } from '../content/campaign-memo';
import { freeName } from '../run/sheet-name';
import { trackerMarks } from '../template/campaign-column';
import { campaignTracker } from '../template/campaign-tracker';
import { templateFacts } from '../template/template-facts';
import { HEADER_ROW, templateMarks, templatePage } from '../template/template-page';
import { TOTALS_DUE } from './campaign-sheet';
import { MOST_ROWS } from './campaign-rows';
import { chosenRows, sourceList, type RowChoice, type SourceList } from './campaign-source';
import { layTotals } from './campaign-totals';

/** What each creator is to publish, and from when on posts count. */
export interface CampaignForm {
  platform: string;
  choice: RowChoice;
  /** One row each. */
  types: DeliverableType[];
  /** ISO days; `''`: none. */
  dueDay: string;
  fromDay: string;
  hashtags: string;
  mentions: string;
  needsDisclosure: boolean;
}

export interface MadeCampaign {
  sheetId: number;
  sheet: string;
  deliverables: number;
  creators: number;
  /** Creators whom only influData's id names: their posts can't be found. */
  byIdAlone: number;
  /** Creators whose fee is no number: it counts in no total. */
  textFees: number;
}

/** Room for rows that are added later. */
const SPARE_ROWS = 20;

/**
 * A tracker with a row for each creator and deliverable, and its totals. Nothing of the list is changed. Free. Killed in the
 * middle, it leaves a sheet that is no tracker yet, or a tracker whose totals come with its next update.
 */
export function makeCampaign(tools: Tools, table: Table, form: CampaignForm): MadeCampaign {
  const { host, workbook } = tools;
  const TEXT = campaignText();
  if (form.types.length === 0) throw badInput(CAMPAIGN_SAID.noTypes);
  const list = sourceList(table, form.platform);
  const chosen = chosenRows(tools, list, form.choice, form.platform);
  const fees = feesIn(tools, list);
  const shown = chosen.flatMap((cell) => {
    const creator = shownCreator(cell.creator);
    return creator ? [{ row: cell.row, creator, fee: fees.of(cell.rows, form.types.length) }] : [];
  });
  if (shown.length === 0) throw badInput(CAMPAIGN_SAID.nobody);
  if (shown.length * form.types.length > MOST_ROWS) throw badInput(CAMPAIGN_SAID.tooMany(MOST_ROWS));
  const dateOf = localDays(host);
  const dayIn = (day: string): CellValue => (day === '' ? '' : dateOf(dateCell(day)));
  const unique = host.uniqueId().slice(0, 8);
  const examples = shown.flatMap(({ creator, fee }, at) =>
    form.types.map((type, index) => ({
      creator: safeText(creator.text),
      platform: platformText(creator.platform),
      type,
      due: dayIn(form.dueDay),
      tags: safeText(form.hashtags),
      mentions: safeText(form.mentions),
      disclosure: form.needsDisclosure ? 'yes' : 'no',
      // A text can't be parted, and would look like as many fees.
      fee: typeof fee === 'number' || index === 0 ? fee : '',
      id: `k-${unique}-${at}-${index}`,
    })),
  );
  const facts = { ...templateFacts(host), ...(fees.money && { money: fees.money }) };
  const name = freeName(workbook, [TEXT.sheetName(table.name())]);
  const template = campaignTracker(facts, {
    title: safeText(name),
    hint: TEXT.hint,
    from: dayIn(form.fromDay),
    examples,
    rows: examples.length + SPARE_ROWS,
  });
  const made = workbook.createPage({ ...templatePage(template), name });
  const marks = templateMarks(template);
  const feeColumn = marks.get('campaign:fee');
  if (fees.formats.size > 0 && feeColumn !== undefined)
    made.dress(
      feeLooks(
        fees.formats,
        shown.map(({ row }) => row),
        form.types.length,
        feeColumn,
      ),
      new Map(),
    );
  workbook.flush();
  made.setMemo(campaignMemo({ id: host.uniqueId(), posts: [], totalsId: TOTALS_DUE }));
  made.setMarks(trackerMarks(marks));
  layTotals(tools, made.id(), facts.money, shown.length);
  made.show();
  workbook.flush();
  return {
    sheetId: made.id(),
    sheet: name,
    deliverables: examples.length,
    creators: shown.length,
    byIdAlone: chosen.length - shown.length,
    textFees: shown.filter(({ fee }) => typeof fee === 'string' && fee !== '').length,
  };
}

/** A format for the rows of each creator who has another one than most: a call each, so neighbours are one. */
function feeLooks(formats: ReadonlyMap<number, string>, rows: readonly number[], each: number, column: number) {
  const areas = new Map<string, { row: number; column: number; rows: number; columns: number }[]>();
  rows.forEach((row, at) => {
    const format = formats.get(row) ?? 'General';
    // Nobody chose it: the column's own shows thousands.
    if (format === 'General') return;
    const own = areas.get(format) ?? [];
    const last = own[own.length - 1];
    const first = HEADER_ROW + 1 + at * each;
    if (last && last.row + last.rows === first) last.rows += each;
    else own.push({ row: first, column, rows: each, columns: 1 });
    areas.set(format, own);
  });
  return [...areas].map(([format, own]) => ({ areas: own, format }));
}

/** Fees as the list has them, with their formats: a format is all that says of which currency they are. */
function feesIn({ host }: Tools, { table, feeColumn, cells }: SourceList) {
  const formats = new Map<number, string>();
  const values = new Map<number, CellValue>();
  const rows = cells.flatMap(({ row, kind }) => (kind === 'creator' ? [row] : []));
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const own = moneyFormats(host.locale());
  if (feeColumn !== undefined && rows.length > 0) {
    const area = { row: first, column: feeColumn, rows: last - first + 1, columns: 1 };
    const looks = table.formats(area);
    table.read(area).forEach(([value = ''], at) => {
      values.set(first + at, value);
      if (value !== '') formats.set(first + at, looks[at]?.[0] || 'General');
    });
  }
  const isOwn = [...formats.values()].every((format) => format === own.whole);
  return {
    /**
     * What all rows of a creator agree on, parted evenly over what they publish, so that it adds up. Amounts of which one is a
     * text, or that have several formats and so maybe currencies, are no sum: they stand side by side.
     */
    of(agreed: readonly number[], parts: number): CellValue {
      const known = agreed.flatMap((row) => ((fee) => (fee === '' ? [] : [fee]))(values.get(row) ?? ''));
      const isSum = new Set(agreed.flatMap((row) => formats.get(row) ?? [])).size <= 1;
      if (known.length > 0 && isSum && known.every((fee) => typeof fee === 'number'))
        return known.reduce((sum, fee) => sum + fee, 0) / parts;
      return known.length === 1 ? safeCell(known[0] ?? '') : safeText(known.map(String).join(' + '));
    },
    formats: isOwn ? new Map<number, string>() : formats,
    money: isOwn ? undefined : { whole: '#,##0', cents: '#,##0.00', fine: '#,##0.000' },
  };
}
