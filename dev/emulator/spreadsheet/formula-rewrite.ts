// Rewrites the references of a formula and leaves every other character as typed.
import { columnName, quoteSheetName } from './a1';
import { FormulaParseError, tokenize } from './formula-tokens';
import type { Corner, ReferenceText } from './formula-tokens';
import { shiftLine, shiftStretch } from './line-shift';
import type { LineShift } from './line-shift';
import type { LocaleConventions } from './locale-conventions';

const lostReference = '#REF!';

function cornerText({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  return letters + (row === undefined ? '' : `${rowFixed ? '$' : ''}${row}`);
}

function referenceText({ sheetName, corners }: ReferenceText): string {
  const prefix = sheetName === undefined ? '' : `${quoteSheetName(sheetName)}!`;
  return prefix + corners.map(cornerText).join(':');
}

/** @param rewrite gives the new reference, null where it is lost, the same object where it stays */
function rewriteReferences(
  formula: string,
  conventions: LocaleConventions,
  rewrite: (reference: ReferenceText) => ReferenceText | null,
): string {
  try {
    return `=${tokenize(formula.slice(1), conventions)
      .map(({ text, reference }) => {
        if (!reference) return text;
        const changed = rewrite(reference);
        if (changed === reference) return text;
        return changed === null ? lostReference : referenceText(changed);
      })
      .join('')}`;
  } catch (error) {
    // A formula that does not parse shows #ERROR! and has no references to follow.
    if (error instanceof FormulaParseError) return formula;
    throw error;
  }
}

function shiftCorners(reference: ReferenceText, axis: 'row' | 'column', shift: LineShift): ReferenceText | null {
  const [first, last] = reference.corners;
  const from = first[axis];
  const to = last?.[axis];
  if (last && from !== undefined && to !== undefined) {
    const moved = shiftStretch(Math.min(from, to), Math.max(from, to), shift);
    if (!moved) return null;
    const corners: ReferenceText['corners'] = [
      { ...first, [axis]: from <= to ? moved.first : moved.last },
      { ...last, [axis]: from <= to ? moved.last : moved.first },
    ];
    return { ...reference, corners };
  }
  const move = (corner: Corner): Corner | null => {
    const line = corner[axis];
    const moved = line === undefined ? undefined : shiftLine(line, shift);
    if (moved === null) return null;
    return moved === undefined ? corner : { ...corner, [axis]: moved };
  };
  const newFirst = move(first);
  if (!last) return newFirst && { ...reference, corners: [newFirst] };
  const newLast = move(last);
  return newFirst && newLast && { ...reference, corners: [newFirst, newLast] };
}

/** References to the changed sheet follow its lines. */
export function shiftFormula(
  formula: string,
  conventions: LocaleConventions,
  options: { ownSheet: string; changedSheet: string; axis: 'rows' | 'columns'; shift: LineShift },
): string {
  const axis = options.axis === 'rows' ? 'row' : 'column';
  return rewriteReferences(formula, conventions, (reference) =>
    (reference.sheetName ?? options.ownSheet) === options.changedSheet
      ? shiftCorners(reference, axis, options.shift)
      : reference,
  );
}

/** Relative references move with a formula that is copied, pasted or sorted elsewhere. */
export function offsetFormula(formula: string, conventions: LocaleConventions, down: number, across: number): string {
  return rewriteReferences(formula, conventions, (reference) => {
    let isLost = false;
    const corners = reference.corners.map((corner) => {
      const moved = { ...corner };
      if (moved.row !== undefined && !moved.rowFixed) moved.row += down;
      if (moved.column !== undefined && !moved.columnFixed) moved.column += across;
      isLost ||= (moved.row ?? 1) < 1 || (moved.column ?? 1) < 1;
      return moved;
    });
    return isLost ? null : { ...reference, corners: corners as ReferenceText['corners'] };
  });
}

export function renameSheetInFormula(
  formula: string,
  conventions: LocaleConventions,
  from: string,
  to: string | null,
): string {
  return rewriteReferences(formula, conventions, (reference) => {
    if (reference.sheetName !== from) return reference;
    return to === null ? null : { ...reference, sheetName: to };
  });
}
