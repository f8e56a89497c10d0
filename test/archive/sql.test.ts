import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARCHIVE_TABLES, archiveSql, archiveTableId, isDatasetId, isProjectId } from '../../src/schema/archive-table';

test('the document has the SQL that the page copies, with a table and a view for each kind of row', () => {
  const document = readFileSync(new URL('../../docs/bigquery.md', import.meta.url), 'utf8');
  const sql = archiveSql({ project: 'PROJECT', dataset: 'DATASET' });
  expect(document).toContain('```sql\n' + sql + '```');
  for (const name of ARCHIVE_TABLES) {
    expect(sql).toContain(`CREATE TABLE IF NOT EXISTS \`PROJECT.DATASET.${archiveTableId(name)}\``);
    expect(sql).toContain(`CREATE OR REPLACE VIEW \`PROJECT.DATASET.${archiveTableId(name)}_newest\``);
    expect(document).toContain(`| \`${archiveTableId(name)}\``);
  }
  expect(sql.match(/PARTITION BY day;/g)).toHaveLength(ARCHIVE_TABLES.length);
});

test('names that could leave their place in the SQL are none', () => {
  expect(['my-project-123', 'example.com:my-project'].filter(isProjectId)).toHaveLength(2);
  expect(['my`x', 'a b', 'short', 'Project-1', 'my-project;', ''].filter(isProjectId)).toEqual([]);
  expect([isDatasetId('social_2026'), isDatasetId('a.b'), isDatasetId('a`b'), isDatasetId('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
