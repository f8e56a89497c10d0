/** What the first steps after a key may ask of the server. */
export interface WelcomeCalls {
  /** The menu's *Recalculate unfinished formulas*: `message` says what came of it. What formulas then buy passes the gate. */
  recalculate: { gives: Record<string, never>; gets: { message: string } };
  /** Selects the handles of the sheet in front, or of a new sheet of examples: all, or the first. Free, sends nothing. */
  selectExample: { gives: { creators: 'all' | 'one' }; gets: { sheet: string } };
}
