import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandMatcher, brandOf, folded, type Brand } from '../../src/schema/brand';
import { examples } from '../setup/examples';

const brand = (line: string): Brand => brandOf(line) as Brand;
const inText = (line: string, text: string): boolean => brandMatcher(brand(line)).inText(text);
const inName = (line: string, name: string): boolean => brandMatcher(brand(line)).inName(name);

test('one brand a line: its name, and what counts as it', () => {
  expect(brandOf('Nike: nike, nikefootball ,just  do it')).toEqual({
    name: 'Nike',
    aliases: ['nike', 'nikefootball', 'just do it'],
    isOwn: false,
  });
  // Without others the name counts; with others it does not, since it may be a word of every text.
  expect(brandOf('  Adidas ', '', true)).toEqual({ name: 'Adidas', aliases: ['Adidas'], isOwn: true });
  expect(brandOf('On', '@on_running; #onrunning')?.aliases).toEqual(['@on_running', '#onrunning']);
  expect(brandOf('Puma: Puma, PUMA, púma')?.aliases).toEqual(['Puma']);
  for (const nobody of ['', '  ', ':', ': nike', '@', '#, ,', '!!']) expect(brandOf(nobody), nobody).toBeUndefined();
});

const HITS: readonly (readonly [line: string, text: string])[] = [
  ['Nike', 'I love Nike'],
  ['Nike', 'with @nike today'],
  ['Nike', '#nike'],
  ['Nike', '#NIKE!'],
  ['Nike', "Nike's new shoe"],
  ['Nike', 'Nike’s new shoe'],
  ['Nike', '(nike)'],
  ['Nike', 'nike.com/shop'],
  ['Nike', 'press@nike.com'],
  ['Nike', 'thanks @nike.'],
  ['Nike', 'thanks @nike…and all'],
  ['Nike', '@nike/@puma'],
  ['Nike', 'ＮＩＫＥ 𝗡𝗶𝗸𝗲'],
  ['Nike', '𝗡𝗶𝗸𝗲'],
  ['Nike', 'N\u200bike'],
  ['Nike', 'NİKE'],
  ['Nike', '👟nike👟'],
  ['Nike', '我喜欢nike鞋'],
  ['Nike', '看@nike鞋'],
  ['耐克', '我喜欢耐克鞋'],
  ['Nike: just do it', 'Just  do\nit'],
  ['Nike: just do it', 'just-do-it'],
  ['Nike: just do it', '#justdoit'],
  ['Louis Vuitton', '@louisvuitton'],
  ['Louis Vuitton', '#louis_vuitton'],
  ['Louis Vuitton', '@louis.vuitton'],
  ['H&M', 'H&M haul'],
  ['H&M', '#hm'],
  ['Dr. Martens', 'my dr. martens'],
  ['Dr. Martens', '@dr.martens'],
  ["L'Oréal", "L'oreal Paris"],
  ["L'Oréal", '#loreal'],
  ['Citroën', 'CITROEN'],
  ['Citroen', 'Citroën'],
  ['Müller', '#MÜLLER'],
  ['Großer Wurf', 'GROSSER WURF'],
  ['On: @on_running', 'with @on_running'],
  ['On: #on', 'my #on'],
  ['Νίκη', '#ΝΊΚΗ'],
  ['Найк', 'люблю найк.'],
  ['7up', 'a 7UP please'],
  ['C++', 'I like c++ a lot'],
];

const MISSES: readonly (readonly [line: string, text: string])[] = [
  ['Nike', 'nikeairmaxfan'],
  ['Nike', '@nikeairmaxfan'],
  ['Nike', '#nikeairmax'],
  ['Nike', '#mynike'],
  ['Nike', '@nike.fan.page'],
  ['Nike', '@the.nike'],
  ['Nike', '@nike_'],
  ['Nike', '#nike2026'],
  ['Nike', 'nikes'],
  ['Nike', 'Veronike'],
  ['Nike', 'nike_football'],
  ['Nike', '#nike跑步'],
  ['Nike', 'n i k e'],
  ['Nike', ''],
  ['Nike: just do it', 'just do its best'],
  ['Nike: just do it', 'we just do, it works'],
  ['Nike: just do it', '#justdoitnow'],
  ['On: @on_running', 'on and on, on running'],
  ['On: @on_running', '#on_running'],
  ['On: @on_running', '@onrunning'],
  ['On: #on', 'on'],
  ['Найк', 'найки'],
  ['H&M', 'hm, I wonder'],
  ['C++', 'c is not it'],
];

test('a brand is found as a word, a handle or a hashtag, in every script and writing', () => {
  expect(HITS.filter(([line, text]) => !inText(line, text))).toEqual([]);
});

test('a part of another word, handle or hashtag is no mention', () => {
  expect(MISSES.filter(([line, text]) => inText(line, text))).toEqual([]);
});

test('a name of a list is an account or a hashtag as a whole', () => {
  for (const name of ['nike', '@Nike', 'NIKE', '#nike', 'Nike Football', 'Nike, Inc.', 'https://instagram.com/nike'])
    expect(inName('Nike', name), name).toBe(true);
  for (const name of ['nike.football', '@nike_run', 'nikeairmaxfan', '#nikeair', '', 'just'])
    expect(inName('Nike', name), name).toBe(false);
  expect(inName('On: @on_running', '@on_running')).toBe(true);
  expect(inName('On: @on_running', '#on_running')).toBe(false);
});

const SEED = 18;
const word = fc.stringMatching(/^[a-zé]{2,8}$/);
const alias = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const outside = fc.constantFrom(' ', '\n', '.', ', ', '!', '(', '"', '👟', ' – ', '…');
const inside = fc.constantFrom('a', 'Z', '9', '_', 'é', 'ж', 'm');
const accents = fc.array(fc.constantFrom('', '\u0301', '\u0308', '\u200b'), { minLength: 30, maxLength: 30 });

test('between signs and spaces a brand is found, however it is written; between letters it is not', () => {
  fc.assert(
    fc.property(alias, outside, outside, inside, accents, (name, before, after, letter, marks) => {
      const odd = Array.from(name.toUpperCase())
        .map((each, at) => (each === ' ' ? each : each + (marks[at] ?? '')))
        .join('');
      const squeezed = name.replace(/ /g, '');
      expect(inText(name, `x ${before}${odd}${after} y`)).toBe(true);
      expect(inText(name, `x ${before}${letter}${odd}${after} y`)).toBe(false);
      expect(inText(name, `x ${before}${odd}${letter}${after} y`)).toBe(false);
      for (const sign of ['@', '#']) {
        expect(inText(name, `x ${before}${sign}${squeezed}${after} y`)).toBe(true);
        expect(inText(name, `${sign}${squeezed}${letter}`)).toBe(false);
        expect(inText(name, `${sign}${letter}${squeezed}`)).toBe(false);
      }
    }),
    examples(100, SEED),
  );
});

test('whatever a person types as an alias is looked for, and nothing breaks', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      (line, text) => {
        const read = brandOf(line);
        if (!read) return;
        const { inText: isIn, inName: isName } = brandMatcher(read);
        expect([typeof isIn(text), typeof isName(text)]).toEqual(['boolean', 'boolean']);
        expect(folded(folded(text))).toBe(folded(text));
      },
    ),
    examples(100, SEED),
  );
});
