import { expect, test } from 'vitest';
import { isFailureText } from '../../src/schema/failure-text';
import { CELL } from '../../src/schema/text/cell';
import { GATE } from '../../src/schema/text/gate';
import { REPLY } from '../../src/schema/text/reply';

test.each([
  CELL.noKey,
  REPLY.badKey('wxyz'),
  REPLY.volumeUsed('1 Dec'),
  REPLY.balanceShort(20, 3),
  REPLY.balanceLow('403: Forbidden'),
  `${REPLY.apiDown} (500: Internal server error)`,
  REPLY.unreachable,
  GATE.unreadable('a saved reservation'),
])('%s: may be gone the next time', (text) => expect(isFailureText(text)).toBe(true));

test.each([
  '',
  'influData',
  'influData Fanpage Berlin',
  'Your balance',
  CELL.paid.creator(0, 1),
  'not found',
  'Google',
])('%s: is what a cell is to show', (text) => expect(isFailureText(text)).toBe(false));
