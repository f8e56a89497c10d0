import { expect, test } from 'vitest';
import { compactPage, parseDiscovery } from '../../src/schema/discovery';

const users = Array.from({ length: 20 }, (_, index) => ({ _id: `id${index}`, username: `user${index}` }));

test.each([
  ['nothing in it', { nothing: 1 }],
  ['an empty id', { _id: '', username: 'x' }],
  ['no object', 'x'],
])('an entry with %s is left out, and the page is not taken for the last', (_, entry) => {
  const page = parseDiscovery({ users: [entry, ...users.slice(1)], count: 500 });
  expect(page).toMatchObject({ came: 20, count: 500 });
  expect(page.creators).toHaveLength(19);
  expect(parseDiscovery(compactPage(page))).toMatchObject({ came: 20, count: 500 });
});

test('an entry whose other fields cannot be read keeps its id', () => {
  expect(parseDiscovery({ users: [{ _id: 'a', followers: 'many' }], count: 1 }).creators).toEqual([{ _id: 'a' }]);
  const user = { _id: 'a', username: 'lena', followers: '1200', country: ['DE'], score: null, bio: 'x' };
  expect(parseDiscovery({ users: [user], count: '500', dataSuccess: 'yes' })).toMatchObject({
    creators: [{ _id: 'a', username: 'lena', followers: 1200, score: null, bio: 'x' }],
    count: 500,
    isCounted: true,
  });
  expect(parseDiscovery({ users: [user], count: 'many' })).toMatchObject({ count: 1, isCounted: false });
});

test.each([
  [0, 20],
  [undefined, 20],
  [500, 500],
])('a count of %s with 20 creators is %s', (count, read) => {
  expect(parseDiscovery({ users, count }).count).toBe(read);
});
