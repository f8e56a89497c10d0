// How row or column numbers change when lines are inserted, deleted or moved: for cells, ranges and whatever rides along.

export type LineShift =
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; at: number; count: number }
  /** `before` is a line number from before the move. */
  | { kind: 'move'; from: number; count: number; before: number };

/** @returns the new number of a line, null where it was deleted */
export function shiftLine(line: number, shift: LineShift): number | null {
  if (shift.kind === 'insert') return line >= shift.at ? line + shift.count : line;
  if (shift.kind === 'delete') {
    if (line < shift.at) return line;
    return line >= shift.at + shift.count ? line - shift.count : null;
  }
  const { from, count, before } = shift;
  const isMoved = line >= from && line < from + count;
  if (before > from) {
    if (isMoved) return line + before - from - count;
    return line >= from + count && line < before ? line - count : line;
  }
  if (isMoved) return line - from + before;
  return line >= before && line < from ? line + count : line;
}

/** First and last line of a stretch after the shift; null where nothing of it is left. */
export function shiftStretch(first: number, last: number, shift: LineShift): { first: number; last: number } | null {
  if (shift.kind === 'delete') {
    const end = shift.at + shift.count;
    if (first >= shift.at && last < end) return null;
    const newFirst = first >= shift.at && first < end ? shift.at : (shiftLine(first, shift) ?? first);
    const newLast = last >= shift.at && last < end ? shift.at - 1 : (shiftLine(last, shift) ?? last);
    return { first: newFirst, last: newLast };
  }
  const ends = [shiftLine(first, shift) ?? first, shiftLine(last, shift) ?? last];
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
