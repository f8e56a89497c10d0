// Functions that find, pick and rearrange cells.
import type { EagerFunction } from './formula-context';
import { firstOf, gridOf, isMany, numberOf } from './formula-operand';
import { compareValues, errors, isError, isReference, sizeOf, toBoolean, toText } from './formula-value';
import type { Grid, Value } from './formula-value';

const transpose = (lines: Grid): Grid =>
  Array.from({ length: sizeOf(lines).columns }, (_, column) => lines.map((line) => line[column] ?? null));

const isSame = (left: Value, right: Value): boolean =>
  !isError(left) && !isError(right) && left !== null && compareValues(left, right) === 0;

/** Last place whose value is not above the wanted one, in ascending order. */
function approximate(wanted: Value, list: Value[]): number {
  let found = -1;
  list.forEach((each, index) => {
    if (typeof each === typeof wanted && compareValues(each, wanted) <= 0) found = index;
  });
  return found;
}

const keyOf = (line: Value[]): string => JSON.stringify(line);

function placeOf(wanted: Value, list: Value[], type: number): Value {
  if (isError(wanted)) return wanted;
  let at = list.findIndex((each) => isSame(each, wanted));
  if (type > 0) at = approximate(wanted, list);
  if (type < 0) at = list.findLastIndex((each) => typeof each === typeof wanted && compareValues(each, wanted) >= 0);
  return at < 0 ? errors.notAvailable(`Did not find value '${String(wanted)}' in MATCH evaluation.`) : at + 1;
}

export const lookups: Record<string, EagerFunction> = {
  INDEX([table, rowArg, columnArg], context) {
    const lines = gridOf(table, context);
    const row = numberOf(rowArg, context, 0);
    const column = numberOf(columnArg, context, 0);
    if (isError(row)) return row;
    if (isError(column)) return column;
    // One index into a single row counts its columns.
    const isRowVector = lines.length === 1 && columnArg === undefined && row > 0;
    const [down, across] = isRowVector ? [1, row] : [row, column];
    const { rows, columns } = sizeOf(lines);
    if (down > rows || across > columns) return errors.reference('Index out of bounds.');
    const kept = down === 0 ? lines : [lines[down - 1] ?? []];
    return across === 0 ? kept : kept.map((line) => [line[across - 1] ?? null]);
  },
  MATCH([wantedArg = null, range, typeArg], context) {
    const type = numberOf(typeArg, context, 1);
    if (isError(type)) return type;
    const list = gridOf(range, context).flat();
    // In an array context each of many values is looked up.
    if (context.isArray && isMany(wantedArg))
      return gridOf(wantedArg, context).map((line) => line.map((each) => placeOf(each, list, type)));
    return placeOf(firstOf(wantedArg, context), list, type);
  },
  VLOOKUP([wantedArg, table, indexArg, sortedArg], context) {
    const wanted = firstOf(wantedArg, context);
    const index = numberOf(indexArg, context, 1);
    const isSorted = sortedArg === undefined ? true : toBoolean(firstOf(sortedArg, context));
    const wrong = [wanted, index, isSorted].find(isError);
    if (wrong) return wrong;
    const lines = gridOf(table, context);
    const keys = lines.map((line) => line[0] ?? null);
    const at = isSorted === true ? approximate(wanted, keys) : keys.findIndex((key) => isSame(key, wanted));
    if (Number(index) < 1 || Number(index) > sizeOf(lines).columns)
      return errors.reference('Evaluates to an out of bounds range.');
    return at < 0
      ? errors.notAvailable(`Did not find value '${String(wanted)}' in lookup evaluation.`)
      : (lines[at]?.[Number(index) - 1] ?? null);
  },
  XLOOKUP([wantedArg, keys, results, missing], context) {
    const wanted = firstOf(wantedArg, context);
    if (isError(wanted)) return wanted;
    const list = gridOf(keys, context);
    const isColumn = sizeOf(list).columns === 1;
    const at = list.flat().findIndex((each) => isSame(each, wanted));
    if (at < 0) return missing ?? errors.notAvailable(`Did not find value '${String(wanted)}' in XLOOKUP evaluation.`);
    const found = gridOf(results, context);
    return isColumn ? [found[at] ?? []] : found.map((line) => [line[at] ?? null]);
  },
  FILTER([range, ...conditions], context) {
    const lines = gridOf(range, context);
    const grids = conditions.map((each) => gridOf(each, context));
    const isByColumn = grids[0] !== undefined && sizeOf(grids[0]).rows === 1 && lines.length !== 1;
    const masks = grids.map((grid) => grid.flat());
    const source = isByColumn ? transpose(lines) : lines;
    const keep = source.filter((_, index) =>
      masks.every((mask) => {
        const truth = toBoolean(mask[index] ?? null);
        return !isError(truth) && truth;
      }),
    );
    if (keep.length === 0) return errors.notAvailable('No matches are found in FILTER evaluation.');
    return isByColumn ? transpose(keep) : keep;
  },
  SORT([range, ...keys], context) {
    const columns: { index: number; direction: number }[] = [];
    for (let place = 0; place < Math.max(keys.length, 1); place += 2) {
      const index = numberOf(keys[place], context, 1);
      if (isError(index)) return index;
      const isAscending = keys[place + 1] === undefined ? true : toBoolean(firstOf(keys[place + 1], context));
      columns.push({ index: index - 1, direction: isAscending === false ? -1 : 1 });
    }
    return gridOf(range, context).toSorted((left, right) => {
      for (const { index, direction } of columns) {
        const order = compareValues(left[index] ?? null, right[index] ?? null);
        if (order !== 0) return order * direction;
      }
      return 0;
    });
  },
  UNIQUE([range], context) {
    const seen = new Set<string>();
    return gridOf(range, context).filter((line) => {
      const key = keyOf(line);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  },
  TRANSPOSE: ([range], context) => transpose(gridOf(range, context)),
  SEQUENCE([rowsArg, columnsArg, startArg, stepArg], context) {
    const [rows, columns, start, step] = [rowsArg, columnsArg, startArg, stepArg].map((arg) =>
      numberOf(arg, context, 1),
    );
    if (isError(rows)) return rows;
    if (isError(columns)) return columns;
    const [from, by] = [Number(start), Number(step)];
    return Array.from({ length: rows ?? 1 }, (_, row) =>
      Array.from({ length: columns ?? 1 }, (__, column) => from + (row * (columns ?? 1) + column) * by),
    );
  },
  ROW: ([place], context) => (place !== undefined && isReference(place) ? place.area.row : context.row),
  COLUMN: ([place], context) => (place !== undefined && isReference(place) ? place.area.column : context.column),
  ROWS: ([range], context) => gridOf(range, context).length,
  COLUMNS: ([range], context) => sizeOf(gridOf(range, context)).columns,
  INDIRECT([text], context) {
    const named = firstOf(text, context);
    return (typeof named === 'string' ? context.lookUp(named) : null) ?? errors.reference();
  },
  OFFSET([place, downArg, acrossArg, rowsArg, columnsArg], context) {
    if (place === undefined || !isReference(place)) return errors.value('OFFSET needs a reference.');
    const { area } = place;
    const numbers = [downArg, acrossArg].map((arg) => numberOf(arg, context, 0));
    const sizes = [numberOf(rowsArg, context, area.rows), numberOf(columnsArg, context, area.columns)];
    const wrong = [...numbers, ...sizes].find(isError);
    if (wrong) return wrong;
    const [down = 0, across = 0] = numbers as number[];
    const [rows = 1, columns = 1] = sizes as number[];
    const moved = { row: area.row + down, column: area.column + across, rows, columns };
    return moved.row < 1 || moved.column < 1 ? errors.reference() : { ...place, area: moved };
  },
  TEXTJOIN([separatorArg, ignoreArg, ...parts], context) {
    const separator = toText(firstOf(separatorArg, context));
    const ignoresBlanks = toBoolean(firstOf(ignoreArg, context));
    const texts = parts.flatMap((part) => gridOf(part, context).flat()).map((each) => toText(each));
    const wrong = [separator, ignoresBlanks, ...texts].find(isError);
    if (wrong) return wrong;
    return texts.filter((text) => ignoresBlanks !== true || text !== '').join(String(separator));
  },
  /** By each character of the delimiter, without blanks, unless that is said otherwise; what reads as a number is one. */
  SPLIT([textArg, delimiterArg, byEachArg, removesBlanksArg], context) {
    const [text, delimiter] = [textArg, delimiterArg].map((each) => toText(firstOf(each, context)));
    const [byEach, removesBlanks] = [byEachArg, removesBlanksArg].map((each) =>
      each === undefined || each === null ? true : toBoolean(firstOf(each, context)),
    );
    const wrong = [text, delimiter, byEach, removesBlanks].find(isError);
    if (wrong) return wrong;
    if (text === '' || delimiter === '') return errors.value('SPLIT parameter value should be non-empty.');
    const signs = byEach === true ? [...String(delimiter)] : [String(delimiter)];
    const parts = signs.reduce((all, sign) => all.flatMap((part) => part.split(sign)), [String(text)]);
    const kept = parts.filter((part) => removesBlanks !== true || part !== '');
    return [kept.map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : part))];
  },
  /** Drawn by the page; it has no value. */
  SPARKLINE: ([range], context) => gridOf(range, context).flat().find(isError) ?? null,
};
