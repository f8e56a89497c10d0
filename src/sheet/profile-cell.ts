import type { CellValue } from '../core/page';
import { dateCell } from './cell';
import { valueAtPath, type FieldRequest, type Profile } from '../schema/profile';

/** What stands in a cell for a field of a profile; undefined: the part of the answer that has it is not kept. */
export function profileCell(
  { field, text }: FieldRequest,
  profile: Pick<Profile, 'scalars'> & { body?: Profile['body']; lost?: ReadonlySet<string> },
  atMs: number,
): CellValue | undefined {
  if (field?.name === 'asOf') return new Date(atMs);
  const value = field ? profile.scalars[field.name] : profile.body && (valueAtPath(profile.body, text) ?? '');
  // A field that the answer did not carry is a blank cell, never an error.
  if (value === undefined) return field && !profile.lost?.has(field.name) ? '' : undefined;
  return field?.type === 'date' && typeof value === 'string' ? dateCell(value) : value;
}
