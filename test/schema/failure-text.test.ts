import { expect, test } from 'vitest';
import { englishOf } from '../../src/core/said';
import { isFailureText } from '../../src/schema/failure-text';
import { PAID } from '../../src/schema/text/cell';
import { CELL, GATE, RECORDS, REPLY } from '../../src/schema/said-text';

test.each([
  CELL.noKey,
  REPLY.badKey('wxyz'),
  REPLY.volumeUsed(1_796_083_200_000),
  REPLY.balanceShort(20, 3),
  REPLY.balanceLow('403: Forbidden'),
  REPLY.withStatus(REPLY.apiDown, 500, 'Internal server error'),
  REPLY.unreachable,
  GATE.unreadable(RECORDS.reservation),
])('$code: may be gone the next time', (said) => expect(isFailureText(englishOf(said))).toBe(true));

test.each(['', 'influData', 'influData Fanpage Berlin', 'Your balance', PAID.creator(0, 1), 'not found', 'Google'])(
  '%s: is what a cell is to show',
  (text) => expect(isFailureText(text)).toBe(false),
);
