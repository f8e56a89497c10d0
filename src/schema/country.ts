import { lazy } from '../core/lazy';
import { nearest } from '../core/text';
import { codedCountries } from './place-name';
import { unmarked } from './unmarked';

/** ISO 3166, two letters and three, of the countries that discovery has (earlier edition of the documentation). */
const THREE_LETTERS =
  'ADAND AEARE AFAFG ALALB AMARM AOAGO ARARG ATAUT AUAUS AZAZE BABIH BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN ' +
  'BNBRN BOBOL BRBRA BTBTN BWBWA BYBLR CACAN CDCOD CFCAF CGCOG CHCHE CICIV CLCHL CMCMR CNCHN COCOL CVCPV CYCYP ' +
  'CZCZE DEDEU DJDJI DKDNK DZDZA ECECU EEEST EGEGY ERERI ESESP ETETH FIFIN FJFJI FMFSM FRFRA GAGAB GBGBR GEGEO ' +
  'GFGUF GHGHA GMGMB GNGIN GQGNQ GRGRC GWGNB GYGUY HRHRV HUHUN IDIDN IEIRL ILISR ININD IQIRQ IRIRN ISISL ITITA ' +
  'JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KPPRK KRKOR KWKWT KZKAZ LALAO LBLBN LKLKA LRLBR LSLSO LTLTU LULUX ' +
  'LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MRMRT MTMLT MUMUS MVMDV MWMWI MXMEX ' +
  'MYMYS MZMOZ NANAM NENER NGNGA NLNLD NONOR NPNPL NRNRU NZNZL OMOMN PEPER PGPNG PHPHL PKPAK PLPOL PSPSE PTPRT ' +
  'PWPLW PYPRY QAQAT ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SISVN SKSVK SLSLE SMSMR SNSEN ' +
  'SOSOM SRSUR SSSSD STSTP SYSYR SZSWZ TDTCD TGTGO THTHA TJTJK TLTLS TMTKM TNTUN TOTON TRTUR TVTUV TWTWN TZTZA ' +
  'UAUKR UGUGA USUSA UYURY UZUZB VAVAT VEVEN VNVNM VUVUT WSWSM YEYEM ZAZAF ZMZMB ZWZWE';

/** In discovery's own spelling. These are offered; any other is asked about before it costs. */
export const knownCountries = lazy((): readonly string[] =>
  THREE_LETTERS.split(' ')
    .map((each) => codedCountries().get(each.slice(0, 2).toLowerCase()) ?? '')
    .sort(),
);

/** What a text turns out to be as a country. */
export type CountryReading =
  /** As the API spells it. */
  | { name: string }
  /** The name is shared by several countries. */
  | { several: readonly string[] }
  /** The API is not known to have it; `nearest` is spelled most like it. */
  | { unknown: string; nearest: string };

/** Finds the ISO code, in small letters, of a country by a name in some language, folded. */
export type CountryFinder = (folded: string) => string | undefined;

/** A name without case, accents, dots and the like: `U.S.A.` and `Côte d’Ivoire` as anybody types them. */
export const foldName = (text: string): string =>
  unmarked(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, ''),
  )
    .normalize('NFC')
    .replace(/[.'’ʼ\u0060´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1');

const spellings = lazy(() => new Map(knownCountries().map((name) => [foldName(name), name])));

/** By folded name or code: ISO 3166 in two and three letters, English names, and what people call countries besides. */
export const namesAndCodes = lazy(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...[...codedCountries()].flatMap(([code, name]): [string, string][] => [
        [foldName(name), code],
        [code, code],
      ]),
      ...THREE_LETTERS.split(' ').map((each): [string, string] => [
        each.slice(2).toLowerCase(),
        each.slice(0, 2).toLowerCase(),
      ]),
      ...namesIn(OTHER_NAMES),
    ]),
);

/** `DE/deutschland/alemania|...` as names and their codes. */
export const namesIn = (table: string): [name: string, code: string][] =>
  table.split('|').flatMap((entry) => {
    const [code = '', ...names] = entry.split('/');
    return names.map((name): [string, string] => [name, code.toLowerCase()]);
  });

/** A flag is a pair of letters of its own. */
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const codeOfFlag = (flag: string): string =>
  [...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 0x61)).join('');

/** Reads a country by name or code; `inLanguages` knows names beyond the English ones. */
export function readCountry(text: string, inLanguages: CountryFinder = () => undefined): CountryReading {
  const typed = text.trim();
  const exact = knownCountries().find((name) => name.toLowerCase() === typed.toLowerCase());
  if (exact !== undefined) return { name: exact };
  const folded = foldName(typed.replace(FLAG, ' ')) || (typed.match(FLAG) ?? []).map(codeOfFlag).join('');
  for (const way of waysOf(folded)) {
    const name = spellings().get(way);
    if (name !== undefined) return { name };
    const several = SEVERAL.get(way);
    if (several) return { several };
    const code = namesAndCodes().get(way) ?? inLanguages(way);
    const called = code === undefined ? undefined : (codedCountries().get(code) ?? '');
    if (called !== undefined && knownCountries().includes(called)) return { name: called };
    if (called) return { unknown: called, nearest: nearest(called, knownCountries()) ?? '' };
  }
  return { unknown: typed, nearest: PART_OF.get(folded) ?? nearest(folded, knownCountries(), 1 / 2) ?? '' };
}

/** As typed; without an article or the form of government; and `Oesterreich` for Österreich. */
function waysOf(folded: string): string[] {
  const bare = folded
    .replace(/^(the|die|der|das|la|le|les|el|los|las|os|as|l) /, '')
    .replace(
      /^(federal |federative |islamic )?(republic|kingdom|state|commonwealth|sultanate|principality) of (the )?/,
      '',
    );
  const short = bare.replace(/ (the|republic of|republic of the|kingdom of the|islamic republic of)$/, '');
  return [...new Set([folded, bare, short, folded.replace(/([aou])e/g, '$1')])];
}

const KOREA = ['South Korea', 'North Korea'];
const CONGO = ['Democratic Republic of the Congo', 'Republic of the Congo'];
const GUYANA = ['Guyana', 'French Guiana'];
/** Names shared by several countries. */
const SEVERAL: ReadonlyMap<string, readonly string[]> = new Map([
  ...['korea', 'corea', 'coree', 'coreia'].map((name): [string, string[]] => [name, KOREA]),
  ...['congo', 'kongo'].map((name): [string, string[]] => [name, CONGO]),
  ...['guiana', 'guyane', 'guayana'].map((name): [string, string[]] => [name, GUYANA]),
]);

/** Parts that the API does not distinguish. */
const PART_OF: ReadonlyMap<string, string> = new Map([
  ...['england', 'scotland', 'wales', 'northern ireland'].map((name): [string, string] => [name, 'United Kingdom']),
  ['america', 'United States'],
]);

/** What no table of official names has: former and short names, abbreviations; folded. */
const OTHER_NAMES =
  'US/united states of america/the states/eeuu/ee uu/eua/etats unis damerique/estados unidos de america/estados unidos da america/vereinigte staaten von amerika/verenigde staten/stati uniti/сша/美国/アメリカ/미국|' +
  'GB/uk/great britain/britain/united kingdom of great britain and northern ireland/grossbritannien/gran bretana/grande bretagne/gra bretanha/grande bretanha/英国/イギリス/영국|' +
  'AE/uae/emirates/emirati/emirate/vae/emiratos arabes/emirats arabes|DE/ger/brd/germania/allemania|' +
  'NL/ned/holland/holanda/hollande/olanda/paesi bassi|CH/sui/svizzera/svizra/swiss|AT/oesterreich|BE/belgio|' +
  'ES/spagna|CZ/czech rep/tschechische republik/republica checa/republique tcheque/ceska republika|' +
  'SK/slovak republic/slowakische republik/republica eslovaca|HR/cro|DK/den|GR/gre/hellas/ellada|PT/por|' +
  'ZA/rsa/republic of south africa|SA/ksa/saudi|CI/elfenbeinkuste/costa de marfil|' +
  'KR/korea republic of/republic of korea/korea south/s korea/republik korea/republica de corea/한국/韓国/韩国|' +
  'KP/dprk/democratic peoples republic of korea/korea democratic peoples republic of/korea north/n korea/조선|' +
  'CD/drc/rdc/dr congo/dr kongo/rd congo/congo drc/congo dr/zaire/congo democratic republic of the/demokratische republik kongo/republique democratique du congo/republica democratica do congo|' +
  'CG/congo republic/congo republic of the/republik kongo/republique du congo/republica del congo|' +
  'CN/prc/peoples republic of china/mainland china/volksrepublik china/中國/중국|' +
  'TW/republic of china/taiwan province of china/chinese taipei/臺灣/台灣|JP/nippon/nihon/일본|' +
  'RU/russian federation/russische foderation/federacion rusa/federacion de rusia/federation de russie/federacao russa|' +
  'MM/burma/birmania/birmanie/birma|SZ/swaziland/swasiland/suazilandia|MK/macedonia/mazedonien/macedoine/fyrom|' +
  'CV/kap verde|TL/east timor/osttimor|BY/weissrussland/belorussia|MD/moldau/moldawien/moldova republic of|' +
  'IR/iran islamic republic of/islamic republic of iran/persia|SY/syrian arab republic|' +
  'LA/lao peoples democratic republic/lao pdr/lao|BO/bolivia plurinational state of|' +
  'VE/venezuela bolivarian republic of|FM/micronesia federated states of/federated states of micronesia|' +
  'TZ/tanzania united republic of/united republic of tanzania|' +
  'PS/palestine state of/palestinian territory/palastina/palestina|VA/vatican/holy see/vatikan/vaticano|' +
  'BA/bosnia/bosnien/bih/bosnia herzegovina|ST/sao tome|KG/kyrgyz republic|CF/central african rep/car|IE/eire|' +
  'LU/letzebuerg|NZ/aotearoa|IN/bharat/hindustan';
