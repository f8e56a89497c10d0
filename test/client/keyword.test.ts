import { expect, test } from 'vitest';
import { addKeywords } from '../../src/client/form/words';

const splitKeywords = (text: string): string[] => addKeywords([], text);

test('commas, semicolons and lines part keywords; a phrase stays one', () => {
  expect(splitKeywords('personal trainer, yoga;pilates\nvegan food ')).toEqual([
    'personal trainer',
    'yoga',
    'pilates',
    'vegan food',
  ]);
  expect(splitKeywords(' , ;')).toEqual([]);
});

test('quotes around a phrase are not part of it', () => {
  expect(splitKeywords('"personal trainer", “yoga”')).toEqual(['personal trainer', 'yoga']);
});

test('each keyword stands there once, whatever its case, and the first spelling stays', () => {
  expect(addKeywords(['Yoga'], 'yoga, Vegan, vegan')).toEqual(['Yoga', 'Vegan']);
});
