/** One value of an Apps Script enum: prints as its name, compares by identity. */
export class EnumerationValue {
  readonly #name: string;
  readonly #ordinal: number;
  constructor(name: string, ordinal: number) {
    this.#name = name;
    this.#ordinal = ordinal;
  }
  name(): string {
    return this.#name;
  }
  ordinal(): number {
    return this.#ordinal;
  }
  compareTo(other: EnumerationValue): number {
    return this.#ordinal - other.ordinal();
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
  return Object.fromEntries(names.map((name, ordinal) => [name, new EnumerationValue(name, ordinal)])) as Record<
    Name,
    EnumerationValue
  >;
}
