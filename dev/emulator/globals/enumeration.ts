/** One value of an Apps Script enum: prints as its name, compares by identity. */
export class EnumerationValue {
  readonly #name: string;
  constructor(name: string) {
    this.#name = name;
  }
  name(): string {
    return this.#name;
  }
  toString(): string {
    return this.#name;
  }
  toJSON(): string {
    return this.#name;
  }
}

/** `enumeration('NONE', 'FULL').FULL.toString() === 'FULL'`. Cast to the GoogleAppsScript enum where it is exposed. */
export function enumeration<Name extends string>(...names: Name[]): Record<Name, EnumerationValue> {
  return Object.fromEntries(names.map((name) => [name, new EnumerationValue(name)])) as Record<Name, EnumerationValue>;
}
