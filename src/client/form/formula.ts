const argument = (value: string | number): string =>
  typeof value === 'number' ? String(value) : '"' + value.replace(/"/g, '""') + '"';

/** `=INFLU_SEARCH("instagram"; "country=Germany")`, with what the spreadsheet's locale puts between arguments. */
export const formulaOf = (name: string, separator: ',' | ';', values: readonly (string | number)[]): string =>
  '=' + name + '(' + values.map(argument).join(separator + ' ') + ')';
