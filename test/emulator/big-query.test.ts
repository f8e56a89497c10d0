import { expect, test } from 'vitest';
import { createWarehouse, WarehouseFailure, type InsertAllRequest } from '../../dev/emulator/warehouse';
import { AUTH, emulate, MANIFEST } from './harness';

const WITH_BIGQUERY = {
  ...MANIFEST,
  oauthScopes: [...MANIFEST.oauthScopes, `${AUTH}bigquery.insertdata`],
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'BigQuery', serviceId: 'bigquery', version: 'v2' }] },
};
const PLACE = { projectId: 'p', datasetId: 'd', tableId: 't' };
const FIELDS = { id: { type: 'STRING', isRequired: true }, followers: { type: 'INT64' } } as const;

const CODE = `
function kind() { return typeof BigQuery; }
function insert(json, table) {
  try {
    return BigQuery.Tabledata.insertAll({ rows: [{ insertId: json.id, json }] }, 'p', 'd', table || 't');
  } catch (error) {
    return { name: error.name, message: error.message, details: error.details };
  }
}`;

test('only a manifest that enables the service gives a script the global', async () => {
  const without = await emulate(CODE);
  expect((await without.run({ name: 'kind', mode: 'FULL' })).value).toBe('undefined');
  const emulator = await emulate(CODE, { manifest: WITH_BIGQUERY });
  emulator.warehouse.createTable(PLACE, FIELDS);
  expect((await emulator.run({ name: 'kind', mode: 'FULL' })).value).toBe('object');
  expect((await emulator.run({ name: 'insert', mode: 'FULL', args: [{ id: 'a', followers: 1 }] })).value).toEqual({
    kind: 'bigquery#tableDataInsertAllResponse',
  });
  expect(emulator.warehouse.rows(PLACE)).toEqual([{ id: 'a', followers: 1 }]);
  // Formulas may not, and neither may whoever left out the scope.
  expect((await emulator.cell('INSERT', { id: 'b' })).value).toBeUndefined();
  emulator.users.revokeScope(emulator.users.owner, `${AUTH}bigquery.insertdata`);
  const refused = (await emulator.run({ name: 'insert', mode: 'FULL', args: [{ id: 'c' }] })).value;
  expect(refused).toMatchObject({ message: expect.stringContaining('bigquery.insertdata') as string });
  expect(emulator.warehouse.rows(PLACE)).toHaveLength(1);
  emulator.users.grantScope(emulator.users.owner, `${AUTH}bigquery.insertdata`);
  expect((await emulator.run({ name: 'insert', mode: 'FULL', args: [{ id: 'd' }, 'gone'] })).value).toEqual({
    name: 'GoogleJsonResponseException',
    message: 'API call to bigquery.tabledata.insertAll failed with error: Not found: Table p:d.gone',
    details: {
      code: 404,
      message: 'Not found: Table p:d.gone',
      errors: [{ domain: 'global', reason: 'notFound', message: 'Not found: Table p:d.gone' }],
    },
  });
});

test('one bad row stops all, or is skipped; each is told', () => {
  const warehouse = createWarehouse();
  warehouse.createTable(PLACE, FIELDS);
  const rows = [{ json: { id: 'a' } }, { json: { id: 'b', more: 1 } }, { json: { followers: 'many' } }];
  const told = (request: InsertAllRequest) =>
    warehouse
      .insertAll(request, PLACE, 'u', 0)
      .insertErrors?.map(({ index, errors }) => [index, ...errors.map(({ reason, location }) => reason + location)]);
  expect(told({ rows })).toEqual([
    [0, 'stopped'],
    [1, 'invalidmore'],
    [2, 'invalidfollowers', 'invalidid'],
  ]);
  expect(warehouse.rows(PLACE)).toEqual([]);
  expect(told({ rows, skipInvalidRows: true })).toEqual([
    [1, 'invalidmore'],
    [2, 'invalidfollowers', 'invalidid'],
  ]);
  expect(warehouse.rows(PLACE)).toEqual([{ id: 'a' }]);
});

test('a row is known again for a minute, and not for certain', () => {
  const warehouse = createWarehouse();
  warehouse.createTable(PLACE, FIELDS);
  const rows = Array.from({ length: 100 }, (_, at) => ({ insertId: `i${at}`, json: { id: `i${at}` } }));
  const send = (nowMs: number): number => {
    warehouse.insertAll({ rows }, PLACE, 'u', nowMs);
    return warehouse.rows(PLACE).length;
  };
  expect(send(0)).toBe(100);
  const again = send(30_000);
  expect(again).toBeGreaterThan(110);
  expect(again).toBeLessThan(150);
  expect(send(30_000 + 60_000)).toBe(again + 100);
});

test('what is too large, denied, unpaid or faulty is refused whole; a lost reply has written', () => {
  const warehouse = createWarehouse();
  warehouse.createTable(PLACE, FIELDS);
  const refusal = (request: InsertAllRequest, user = 'u'): unknown => {
    try {
      warehouse.insertAll(request, PLACE, user, 0);
      return undefined;
    } catch (error) {
      return error instanceof WarehouseFailure ? error.reason : 'lost';
    }
  };
  const one = { rows: [{ json: { id: 'a' } }] };
  expect(refusal({ rows: Array.from({ length: 50_001 }, () => ({ json: { id: 'a' } })) })).toBe('invalid');
  expect(refusal({ rows: [{ json: { id: 'x'.repeat(10 * 1024 * 1024) } }] })).toBe('requestTooLarge');
  warehouse.denied.add('guest');
  expect(refusal(one, 'guest')).toBe('accessDenied');
  warehouse.billing = false;
  expect(refusal(one)).toBe('accessDenied');
  warehouse.billing = true;
  warehouse.fault = () => 'quotaExceeded';
  expect(refusal(one)).toBe('quotaExceeded');
  expect(warehouse.rows(PLACE)).toEqual([]);
  warehouse.fault = () => 'lostReply';
  expect(refusal(one)).toBe('lost');
  expect(warehouse.rows(PLACE)).toEqual([{ id: 'a' }]);
});
