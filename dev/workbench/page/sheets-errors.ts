/** Errors as Sheets names and explains them, by the engine's own names: some are Excel's, some its own. */
export const SHEETS_ERRORS: Readonly<Record<string, { display: string; sentence: string }>> = {
  '#SPILL!': {
    display: '#REF!',
    sentence: 'Array result was not expanded because it would overwrite other data.',
  },
  '#CYCLE!': { display: '#REF!', sentence: 'Circular dependency detected.' },
  '#CALC!': { display: '#N/A', sentence: 'Did not find what this formula looks for.' },
  '#GETTING_DATA': { display: '#ERROR!', sentence: 'This formula can’t be calculated here.' },
  '#ERROR!': { display: '#ERROR!', sentence: 'This formula reads a cell that shows an error.' },
  '#REF!': { display: '#REF!', sentence: 'Reference does not exist.' },
  '#NAME?': { display: '#NAME?', sentence: 'Unknown function or name in this formula.' },
  '#DIV/0!': { display: '#DIV/0!', sentence: 'Division by zero.' },
  '#N/A': { display: '#N/A', sentence: 'Did not find what this formula looks for.' },
  '#VALUE!': { display: '#VALUE!', sentence: 'A value in this formula has the wrong type.' },
  '#NUM!': { display: '#NUM!', sentence: 'A number in this formula is out of range.' },
  '#NULL!': { display: '#NULL!', sentence: 'The ranges in this formula have no cell in common.' },
};

/** What the cell shows; a value that is no error stays. */
export const asSheetsNames = <Value>(value: Value): Value | string =>
  typeof value === 'string' && Object.hasOwn(SHEETS_ERRORS, value) ? (SHEETS_ERRORS[value]?.display ?? value) : value;
