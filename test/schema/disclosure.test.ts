import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosurePatterns, isDisclosed } from '../../src/schema/disclosure';
import { disclosureWords } from '../../src/schema/disclosure-words';
import { hashtagPattern, mentionPattern, expressionOf } from '../../src/schema/post-text';
import { examples } from '../setup/examples';

const DISCLOSED: readonly string[] = [
  '#ad',
  'so good #AD!',
  '#ad#brand',
  '#brand#ad',
  '#ad️',
  'Ad: my morning',
  'AD | hello',
  'Ad - gifted',
  'so good\nAD | me',
  'AD\nso good',
  'so good\nad',
  '(ad) hi',
  '[Ad]',
  'paid  partnership with x',
  'Paid-partnership',
  'sponsored by x',
  '@brand Ad: now',
  "can't say no #ad",
  'Anzeige',
  '*Werbung* Heute',
  '#werbung',
  'Werbung/Anzeige',
  '…Werbung…',
  '🎉Anzeige🎉',
  'Nein! Werbung',
  'Bezahlte Partnerschaft',
  'Publicité',
  'publicite',
  'PUBLICITÉ',
  'publicite\u0301',
  'collab commerciale',
  'Partenariat rémunéré',
  '#collaborationcommerciale',
  'Publicidad.',
  'colaboración pagada',
  'colaboracion pagada',
  '#anuncio',
  'Publi 💕',
  '#publi',
  'pubblicita',
  'Pubblicità',
  '#adv',
  '[ADV]',
  'collaborazione pagata',
  'publicidade',
  'parceria paga',
  '#publipost',
  'advertentie',
  'Betaalde samenwerking',
  'Współpraca reklamowa',
  'wspolpraca reklamowa',
  'İş birliği',
  'iş birliği',
  'İŞBİRLİĞİ',
  '#isbirligi',
  'reklam',
  'РЕКЛАМА',
  '#إعلان، شكرا',
  '#広告 です',
  '#광고',
  '【PR】',
  // One that is denied does not deny the other.
  'keine Werbung war so gut wie diese Anzeige',
];

const NOT_DISCLOSED: readonly string[] = [
  'adidas',
  '#adidas',
  'Bewerbung',
  '#bewerbung',
  'Anzeigetafel',
  'Werbungskosten',
  'republicidad',
  '(adidas)',
  '#adventure',
  '#advent',
  // Everyday words of one language are labels of another.
  'ad hoc',
  'ad esempio',
  'bad ad',
  'read',
  '#ad_x',
  '#adé',
  '#広告代理店',
  'Adv. Singh',
  'une annonce',
  '@werbung',
  '@anzeige.de',
  'www.werbung.de',
  'werbung.de',
  'info@anzeige.com',
  'https://x.de/werbung',
  'https://x.de/#ad',
  'keine Werbung',
  'Keine  bezahlte Werbung',
  'unbezahlte Werbung',
  'Unbezahlte #Werbung',
  'Werbung (unbezahlt)',
  'Werbung, da unbeauftragt',
  '#unbezahltewerbung',
  'not an ad',
  'not sponsored',
  "isn't sponsored",
  '#notanad',
  'unpaid partnership',
  'no paid partnership',
  'sin publicidad',
  'pas de publicité',
  'non è pubblicità',
  'sem publicidade',
  'geen advertentie',
  'to nie reklama',
  'не реклама',
  'reklam değildir',
  '',
  ' ',
  '\n#\n',
  '𝗔𝗻𝘇𝗲𝗶𝗴𝗲',
];

test.each(DISCLOSED)('says that it is an advertisement: %j', (text) => {
  expect(isDisclosed(text)).toBe(true);
});
test.each(NOT_DISCLOSED)('does not: %j', (text) => {
  expect(isDisclosed(text)).toBe(false);
});

/** Those that are no patterns. */
const plain = (list: string): string[] => list.split(/\|(?![^(]*\))/).filter((each) => !/[()[\]?]/.test(each));

test('each word of the table counts, and within a longer word it does not', () => {
  for (const [language, { tags, words }] of Object.entries(disclosureWords())) {
    for (const tag of plain(tags)) {
      expect(isDisclosed(`hello #${tag} 🎉`), `${language} #${tag}`).toBe(true);
      expect(isDisclosed(`hello #xx${tag}`), `${language} #xx${tag}`).toBe(false);
    }
    for (const word of plain(words)) {
      expect(isDisclosed(`hello\n${word}, you`), `${language} ${word}`).toBe(true);
      expect(isDisclosed(`hello xx${word} you`), `${language} xx${word}`).toBe(false);
    }
  }
});

/** RE2 as Google Sheets has it: no look-around, no back reference, no `\p`, no lazy classes that know ASCII alone. */
const FOREIGN = /\(\?(?!i\)|:)|\\[1-9pPbBsSwWk]|\(\?<|"/;

test('patterns are ones that Google Sheets can read, and fit a formula', () => {
  const { removed, found } = disclosurePatterns();
  for (const pattern of [removed, found, hashtagPattern('#été.(x)'), mentionPattern('@a.b"c')]) {
    expect(pattern).not.toMatch(FOREIGN);
    expect(pattern.length).toBeLessThan(8_000);
    // Nothing repeats something that repeats: here such a pattern could take forever on a long text.
    expect(pattern).not.toMatch(/[+*]\)[+*]/);
  }
});

test('any text is read in no time', () => {
  const pieces = [
    '#',
    ' ',
    '-',
    'keine ',
    'Werbung',
    '\u00a0',
    '@',
    '.',
    '(',
    'İ',
    'é',
    '\u0301',
    '\n',
    '广告',
    '🎉',
    'https://',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 400 }), (list) => {
      // Of the processor: on a busy machine any second passes.
      const began = process.cpuUsage();
      isDisclosed(list.join(''));
      return process.cpuUsage(began).user / 1_000 < 500;
    }),
    examples(200),
  );
  expect(isDisclosed(`${'keine - '.repeat(20_000)}#ad`)).toBe(true);
});

const has = (pattern: string, text: string): boolean => expressionOf(pattern).test(text);

test('a required hashtag is whole, in any case; a mention is that account', () => {
  const tag = hashtagPattern('#Glow.up');
  expect(has(hashtagPattern(' #SummerGlow '), 'hi #summerglow!')).toBe(true);
  expect(has(hashtagPattern('glow'), '#a#GLOW#b')).toBe(true);
  for (const text of ['glow', '#glowing', '#glow_up', '#glow夏', '#xglow'])
    expect(has(hashtagPattern('glow'), text), text).toBe(false);
  expect(has(tag, '#glowxup')).toBe(false);
  const mention = mentionPattern('@my.brand');
  for (const text of ['@my.brand', 'w/@My.Brand…', 'thanks @my.brand.', '(@my.brand)'])
    expect(has(mention, text), text).toBe(true);
  for (const text of ['@myxbrand', '@my.brand.de', '@my.brand_x', 'a@my.brand', '@my'])
    expect(has(mention, text), text).toBe(false);
});
