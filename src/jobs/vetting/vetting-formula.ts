import { LIGHT_TEXT } from '../../schema/text/light';
import { VETTING_CELL as TEXT } from '../../schema/text/vetting';
import { MORE } from '../../schema/timeline-field';
import { worstLight } from '../../sheet/light';
import type { FigureName, FlagName, VettingColumn } from './flag';
import type { LimitName } from './vetting-sheet';

/**
 * How formulas name cells. Arguments are separated by `;`, which every locale accepts, and there is no decimal literal: a
 * number becomes text with the locale's own sign.
 */
export interface VettingRefs {
  /** Whether there is a creator in the row. */
  creator: string;
  figure: (name: FigureName) => string;
  column: (name: VettingColumn) => string;
  /** Of the settings: the cell up to which it is green, the one over which it is red, and both. */
  green: (name: LimitName) => string;
  red: (name: LimitName) => string;
  limits: (name: LimitName) => string;
  /** Cells of names: countries, own brands, competitors. */
  countries: string;
  /** How many audiences have each country. */
  countriesFound: string;
  ownBrands: string;
  rivals: string;
  least: string;
  /** Followers from, creators, median. */
  sizes: string;
}

const { green, amber, red, unknown, off } = LIGHT_TEXT;
const text = (words: string): string => `"${words}"`;
const unknownFor = (why: string): string => text(`${unknown}: ${why}`);

type Unless = readonly [condition: string, why: string, light?: string];

/** `red: 41.2% suspicious or inactive`; `unless` are conditions, each with what is then missing. */
function lit(isRed: string, isAmber: string, reason: string, unless: readonly Unless[]): string {
  const known = `IF(${isRed};${text(red)};IF(${isAmber};${text(amber)};${text(green)}))&": "&${reason}`;
  return unless.reduceRight(
    (rest, [condition, why, light = unknown]) => `IF(${condition};${text(`${light}: ${why}`)};${rest})`,
    known,
  );
}

const noLimits = ({ limits }: VettingRefs, ...names: LimitName[]): Unless => [
  `COUNT(${names.map(limits).join(';')})<${names.length * 2}`,
  TEXT.noLimits,
];
const over = (value: string, limit: string): string => `${value}>${limit}`;
const percent = (value: string): string => `ROUND(${value};1)&"%"`;
const signed = (value: string): string => `IF(${value}>0;"+";"")&${percent(value)}`;

/** Names of a range that stand in a list between `, ` and what follows names there; blank cells never do. */
const namesIn = (names: string, list: string, after: string): string =>
  `FIND(", "&LOWER(SUBSTITUTE(TRIM(${names});"@";""))&"${after}";", "&LOWER(${list}))`;
const mentioned = (names: string, list: string): string =>
  `ARRAYFORMULA(TEXTJOIN(", ";TRUE;IF(ISNUMBER(${namesIn(names, list, ' (')});${names};"")))`;

type Formula = (refs: VettingRefs) => string;

const FLAG_FORMULAS: Readonly<Record<FlagName, Formula>> = {
  suspicious(refs) {
    const share = refs.figure('audienceSuspicious');
    const followers = refs.figure('followers');
    return lit(
      over(share, refs.red('suspicious')),
      over(share, refs.green('suspicious')),
      `${percent(`100*${share}`)}&" ${TEXT.suspicious}"`,
      [
        noLimits(refs, 'suspicious'),
        [`COUNT(${share})=0`, TEXT.noReport],
        [`AND(ISNUMBER(${followers});N(${followers})<=0)`, TEXT.noFollowers],
      ],
    );
  },
  /** Compared by multiplication: either may be 0. Rounded, since products of floating numbers miss a threshold by a hair. */
  engagement(refs) {
    const [own, median] = [refs.figure('engagement'), refs.column('median')];
    const beyond = (limit: string): string => `ROUND(MAX(${own};${median})-${limit}*MIN(${own};${median});6)>0`;
    return lit(
      beyond(refs.red('engagement')),
      beyond(refs.green('engagement')),
      `ROUND(${own};2)&"% ${TEXT.against} "&ROUND(${median};2)&"%"`,
      [
        noLimits(refs, 'engagement'),
        [`COUNT(${own})=0`, TEXT.noEngagement],
        [`N(${refs.figure('followers')})<=0`, TEXT.noFollowers],
        [`COUNT(${median})=0`, TEXT.fewCreators],
      ],
    );
  },
  growth(refs) {
    const [best, worst] = [refs.figure('bestMonthGrowth'), refs.figure('worstMonthGrowth')];
    const either = (limit: (name: LimitName) => string): string =>
      `OR(${over(best, limit('growth'))};${over(`-${worst}`, limit('loss'))})`;
    return lit(
      either(refs.red),
      either(refs.green),
      `"${TEXT.best} "&${signed(best)}&" ("&${refs.figure('bestMonth')}&"), ${TEXT.worst} "&${signed(worst)}&" ("&${refs.figure('worstMonth')}&")"`,
      [noLimits(refs, 'growth', 'loss'), [`COUNT(${best};${worst})<2`, TEXT.noTimeline]],
    );
  },
  elsewhere(refs) {
    const share = refs.column('wanted');
    return lit(
      over(`ROUND(1-${share};6)`, refs.red('elsewhere')),
      over(`ROUND(1-${share};6)`, refs.green('elsewhere')),
      `${percent(`100*${share}`)}&" ${TEXT.wanted} "&TEXTJOIN(", ";TRUE;${refs.countries})`,
      [
        noLimits(refs, 'elsewhere'),
        [`COUNTA(${refs.countries})=0`, TEXT.noCountries, off],
        [`COUNT(${share})=0`, TEXT.noReport],
        // Misspelled, most likely: nobody would have an audience there.
        [`SUM(${refs.countriesFound})=0`, TEXT.countriesNowhere],
      ],
    );
  },
  brands(refs) {
    const list = refs.figure('mentions');
    const [own, rivals] = [mentioned(refs.ownBrands, list), mentioned(refs.rivals, list)];
    const none = `${text(`${green}: ${TEXT.mentionsNone}`)}`;
    const found = (light: string, names: string): string => `${text(`${light}: ${TEXT.mentions} `)}&${names}`;
    return [
      [`COUNTA(${refs.ownBrands};${refs.rivals})=0`, text(`${off}: ${TEXT.noBrands}`)],
      [`${list}=""`, unknownFor(TEXT.noMentions)],
      [`${rivals}<>""`, found(red, rivals)],
      [`${own}<>""`, found(amber, own)],
      [`REGEXMATCH(${list}&"";"${MORE}$")`, unknownFor(TEXT.moreMentions)],
    ].reduceRight((rest, [condition, then]) => `IF(${condition};${then};${rest})`, none);
  },
  stale(refs) {
    const date = refs.figure('lastRefreshDate');
    const days = `MAX(0;TODAY()-INT(${date}))`;
    return lit(over(days, refs.red('age')), over(days, refs.green('age')), `"${TEXT.refreshed}: "&${days}`, [
      noLimits(refs, 'age'),
      [`COUNT(${date})=0`, TEXT.noRefresh],
    ]);
  },
  /** `Yes` and `No`, or TRUE and FALSE where a column had these. A blank equals FALSE. */
  private(refs) {
    const cell = refs.figure('private');
    const is = (word: string, truth: string): string =>
      `OR(LOWER(${cell})="${word}";AND(${cell}<>"";${cell}=${truth}))`;
    return `IF(${is('yes', 'TRUE')};${text(`${red}: ${TEXT.isPrivate}`)};IF(${is('no', 'FALSE')};${text(`${green}: ${TEXT.isPublic}`)};${unknownFor(TEXT.noPrivate)}))`;
  },
};

/** The first letters of a light, also of one that somebody has typed over a flag. */
const start = (light: string): string => light.slice(0, STARTS);
const STARTS = 3;
const begins = (cell: string, light: string): string => `LEFT(${cell};${STARTS})="${start(light)}"`;

/** What is switched off doesn't count, unless everything is. */
function sumUp(cells: readonly string[]): string {
  const all = cells.map((cell) => `LEFT(${cell};${STARTS})`).join('&');
  const has = (pattern: string): string => `REGEXMATCH(${all};"${pattern}")`;
  const known = `${start(green)}|${start(amber)}`;
  return worstLight(
    has(start(red)),
    `AND(${has(`^(${known}|${start(off)}){${cells.length}}$`)};${has(known)})`,
    has(start(amber)),
  );
}

/** What stands in a column of ours, for one row. `flags` are those that the light sums up. */
export function vettingFormula(name: VettingColumn, refs: VettingRefs, flags: readonly FlagName[]): string {
  const cells = flags.map(refs.column);
  const whole = (): string => {
    switch (name) {
      case 'light':
        return sumUp(cells);
      case 'why':
        return `TEXTJOIN("; ";TRUE;${cells.map((cell) => `IF(OR(${begins(cell, green)};${begins(cell, off)});"";${cell})`).join(';')})`;
      case 'median': {
        const size = (column: number): string => `VLOOKUP(${refs.figure('followers')};${refs.sizes};${column};TRUE)`;
        return `IF(N(${refs.figure('followers')})>0;IFERROR(IF(${size(2)}>=MAX(2;N(${refs.least}));${size(3)};"");"");"")`;
      }
      case 'wanted': {
        const list = refs.figure('audienceCountries');
        const at = `${namesIn(refs.countries, list, ': ')}+LEN(TRIM(${refs.countries}))+2`;
        // `55.2%`, `5.1%,` or `100.0` without its signs: tenths of a percent, whatever the locale's own sign is.
        const tenths = ['%', ',', '.'].reduce(
          (rest, sign) => `SUBSTITUTE(${rest};"${sign}";"")`,
          `MID(${list};${at};5)`,
        );
        // A country that is typed twice counts once.
        return `IF(OR(${list}="";COUNTA(${refs.countries})=0);"";ARRAYFORMULA(SUM(IFERROR(${tenths}/1000/COUNTIF(${refs.countries};${refs.countries});0))))`;
      }
      default:
        return FLAG_FORMULAS[name](refs);
    }
  };
  return `=IF(${refs.creator}="";"";${whole()})`;
}
