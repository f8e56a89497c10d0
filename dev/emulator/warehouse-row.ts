// One row as BigQuery takes or refuses it.

export interface Place {
  projectId: string;
  datasetId: string;
  tableId: string;
}

export type FieldType = 'STRING' | 'INT64' | 'FLOAT64' | 'BOOL' | 'TIMESTAMP' | 'DATE';

export interface Field {
  type: FieldType;
  isRequired?: boolean;
  /** The table is partitioned by it. */
  isPartition?: boolean;
}

/** An ErrorProto (bigquery/docs/reference/rest/v2/ErrorProto). Its sentences are assumed. */
export interface RowError {
  reason: string;
  location: string;
  debugInfo: string;
  message: string;
}

export const nameOfTable = ({ projectId, datasetId, tableId }: Place): string => `${projectId}:${datasetId}.${tableId}`;

export function hashed(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return hash >>> 0;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z| ?UTC|[+-]\d\d:\d\d)?$/;
const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T')));

/** What a JSON value must be like (bigquery/docs/loading-data: numbers and booleans may come as texts). */
const FITS: Record<FieldType, (value: unknown) => boolean> = {
  STRING: (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  INT64: (value) => /^-?\d{1,19}$/.test(String(value)),
  FLOAT64: (value) => String(value).trim() !== '' && Number.isFinite(Number(value)),
  BOOL: (value) => /^(true|false)$/i.test(String(value)),
  TIMESTAMP: (value) => (typeof value === 'number' ? Number.isFinite(value) : isInstant(String(value))),
  DATE: (value) => DAY.test(String(value)) && !Number.isNaN(Date.parse(String(value))),
};

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;
const invalid = (location: string, message: string): RowError => ({
  reason: 'invalid',
  location,
  debugInfo: '',
  message,
});

/** All that is wrong with a row; empty where it can be written. */
export function rowErrors(
  { insertId, json }: { insertId?: string; json?: object },
  fields: Readonly<Record<string, Field>>,
  ignoresUnknown: boolean,
  maxInsertIdCharacters: number,
  nowMs: number,
): RowError[] {
  const row = (json ?? {}) as Record<string, unknown>;
  const errors: RowError[] = [];
  if ((insertId?.length ?? 0) > maxInsertIdCharacters) errors.push(invalid('insertId', 'insertId is too long'));
  for (const [name, value] of Object.entries(row)) {
    const field = fields[name];
    if (!field) {
      if (!ignoresUnknown) errors.push(invalid(name, `no such field: ${name}.`));
    } else if (value !== null && value !== undefined && !(typeof value !== 'object' && FITS[field.type](value)))
      errors.push(invalid(name, `Cannot convert value to ${field.type} (bad value): ${String(value)}`));
    // streaming-data-into-bigquery: time-unit column partitions take rows from 10 years ago to 1 year ahead.
    else if (field.isPartition && typeof value === 'string') {
      const ageYears = (nowMs - Date.parse(value)) / YEAR_MS;
      if (ageYears > 10 || ageYears < -1)
        errors.push(invalid(name, `Value ${value} for field ${name} is outside the allowed bounds.`));
    }
  }
  for (const [name, { isRequired }] of Object.entries(fields))
    if (isRequired && (row[name] === null || row[name] === undefined))
      errors.push(invalid(name, `Missing required field: ${name}.`));
  return errors;
}
