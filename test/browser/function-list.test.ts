import { expect, test } from 'vitest';
import { listCustomFunctions } from '../../dev/workbench/function-list';

const code = `
/** Internal. */
function helper() {}

/**
 * Followers of a creator.
 * Costs 0 or 1.
 *
 * @param {string|Array<Array<string>>} platform where: a cell
 *   or a range
 * @param {string} username handle
 * @return {number} followers
 * @customfunction
 */
function INFLU_FOLLOWERS(platform, username) {
  return InfluData_.INFLU_FOLLOWERS(platform, username);
}

/**
 * Requests left.
 * @param {string} ghost not declared
 * @customfunction
 */
function influ_balance() {}

/** @customfunction */
function PRIVATE_() {}

/** Opens the sidebar. */
function openSidebar() {}
`;

test('functions with @customfunction are listed in capitals, with flattened text and the declared parameters', () => {
  expect(listCustomFunctions(code)).toEqual([
    {
      name: 'INFLU_FOLLOWERS',
      description: 'Followers of a creator. Costs 0 or 1.',
      parameters: [
        { name: 'platform', description: 'where: a cell or a range' },
        { name: 'username', description: 'handle' },
      ],
    },
    { name: 'INFLU_BALANCE', description: 'Requests left.', parameters: [] },
  ]);
});
