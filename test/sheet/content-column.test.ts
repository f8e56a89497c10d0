import { expect, test } from 'vitest';
import { fieldCell } from '../../src/sheet/content-column';
import { furtherField } from '../../src/sheet/further-field';

const LIST = [{ label: 'glow' }, 'night', null, ['a', { b: 'c' }]];

test('whatever a field holds is a text that can be read', () => {
  expect(fieldCell(LIST)).toBe('{"label":"glow"}, night, , ["a",{"b":"c"}]');
  expect(furtherField('keywords').cell?.(LIST)).toBe('glow, night, , a, {"b":"c"}');
  expect(fieldCell(Number.NaN)).toBe('');
  expect(furtherField('constructor')).toEqual({ header: 'constructor' });
});
