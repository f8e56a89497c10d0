import type { Field } from '../../dev/emulator/warehouse-row';
import { ARCHIVE_FIELDS, archiveSql, type ArchiveTableName } from '../../src/schema/archive-table';

/** The columns that a CREATE TABLE of the shipped text makes: the double is filled by what people run. */
export function fieldsOf(name: ArchiveTableName): Record<string, Field> {
  const sql = archiveSql({ project: 'our-project', dataset: 'social' });
  const [, body = '', partition = ''] =
    new RegExp(
      `CREATE TABLE IF NOT EXISTS \`our-project.social.infludata_${name}\` \\(\\n([^)]+)\\n\\)\\nPARTITION BY (\\w+);`,
    ).exec(sql) ?? [];
  const fields = body.split(',\n').map((line): [string, Field] => {
    const [field = '', type = '', ...rest] = line.trim().split(' ');
    return [
      field,
      { type: type as Field['type'], isRequired: rest.join(' ') === 'NOT NULL', isPartition: field === partition },
    ];
  });
  if (fields.length !== Object.keys(ARCHIVE_FIELDS[name]).length) throw new Error(`no table ${name} in ${sql}`);
  return Object.fromEntries(fields);
}

/** What the shipped view shows, by its rule: of each id the newest row, and one of those that are equally new. */
export function newest(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const byId = new Map<unknown, Record<string, unknown>>();
  for (const row of rows) {
    const known = byId.get(row['id']);
    if (!known || String(row['as_of']) > String(known['as_of'])) byId.set(row['id'], row);
  }
  return [...byId.values()];
}
