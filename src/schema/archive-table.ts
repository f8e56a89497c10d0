/** What BigQuery holds of this add-on: tables whose rows are what sheets say, and for each a view. Pure. */

type FieldType = 'STRING' | 'INT64' | 'FLOAT64' | 'TIMESTAMP' | 'DATE';

/** `id` is a creator's or post's, with the day: there may be several rows of one id, and the view has the newest. */
const KEY = { id: 'STRING', day: 'DATE', as_of: 'TIMESTAMP' } as const;
const CREATOR = { platform: 'STRING', handle: 'STRING' } as const;
const FIGURES = {
  followers: 'INT64',
  engagement: 'FLOAT64',
  growth: 'FLOAT64',
  profile_score: 'FLOAT64',
} as const;

export const ARCHIVE_FIELDS = {
  history: { ...KEY, ...CREATOR, creator_id: 'STRING', ...FIGURES },
  posts: {
    ...KEY,
    ...CREATOR,
    post_id: 'STRING',
    type: 'STRING',
    uploaded: 'TIMESTAMP',
    followers: 'INT64',
    reach: 'INT64',
    likes: 'INT64',
    comments: 'INT64',
    engagement_rate: 'FLOAT64',
    viral_factor: 'FLOAT64',
    caption: 'STRING',
    hashtags: 'STRING',
    mentions: 'STRING',
    link: 'STRING',
  },
  /** `answer`: all that influData said, as JSON. */
  profiles: { ...KEY, ...CREATOR, creator_id: 'STRING', ...FIGURES, answer: 'STRING' },
} as const satisfies Record<string, Record<string, FieldType>>;

export type ArchiveTableName = keyof typeof ARCHIVE_FIELDS;
export const ARCHIVE_TABLES = Object.keys(ARCHIVE_FIELDS) as ArchiveTableName[];

/** Names as in BigQuery: other tables may stand in the same data set. */
export const archiveTableId = (name: ArchiveTableName): string => `infludata_${name}`;

/** A domain may stand before the name, with a colon. */
export const isProjectId = (text: string): boolean => /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(text);
export const isDatasetId = (text: string): boolean => /^\w{1,300}$/.test(text);

export interface ArchiveHome {
  project: string;
  dataset: string;
}

const tableSql = (name: ArchiveTableName, where: string): string => {
  const lines = Object.entries(ARCHIVE_FIELDS[name]).map(
    ([field, type]) => '  ' + field + ' ' + type + (field in KEY ? ' NOT NULL' : ''),
  );
  return 'CREATE TABLE IF NOT EXISTS ' + where + ' (\n' + lines.join(',\n') + '\n)\nPARTITION BY day;\n';
};

const viewSql = (where: string, newest: string): string =>
  'CREATE OR REPLACE VIEW ' +
  newest +
  ' AS\nSELECT * FROM ' +
  where +
  '\nWHERE TRUE\nQUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY as_of DESC) = 1;\n';

/** A backtick. The page may have none: HtmlService eats comments inside a template literal (and esbuild folds char codes). */
const QUOTE = decodeURIComponent('%60');

const quoted = ({ project, dataset }: ArchiveHome, id: string): string =>
  QUOTE + project + '.' + dataset + '.' + id + QUOTE;

/** Creates the tables, by day, and a view of each with the newest row of every id. Running it again changes nothing. */
export const archiveSql = (home: ArchiveHome): string =>
  ARCHIVE_TABLES.map((name) => {
    const where = quoted(home, archiveTableId(name));
    return tableSql(name, where) + '\n' + viewSql(where, quoted(home, archiveTableId(name) + '_newest'));
  }).join('\n');
