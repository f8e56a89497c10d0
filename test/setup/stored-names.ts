import { readFileSync } from 'node:fs';
import { code, tableUnder } from '../architecture/markdown-table';

const POLICY = readFileSync(new URL('../../docs/publish/privacy.md', import.meta.url), 'utf8');

/** The names of stored properties that the privacy policy lists, such as `run/<id>`. */
export const DESCRIBED_NAMES: readonly string[] = [
  ...new Set(
    tableUnder(POLICY, '## What is stored, and where').flatMap(([, names = '']) => names.split(', ').map(code)),
  ),
];

const FORMS = DESCRIBED_NAMES.map((name) => new RegExp(`^${name.replace(/<\w+>/, '.+')}$`));
/** Of other add-ons, in tests of a full store. */
const OTHERS = /^others?[/ ]/;

/** What is stored must stand in the privacy policy: fails with the names that do not. */
export function expectDescribed(names: readonly string[]): void {
  const missing = names.filter((name) => !OTHERS.test(name) && !FORMS.some((form) => form.test(name)));
  if (missing.length > 0)
    throw new Error(`Give these a row in docs/publish/privacy.md and in ARCHITECTURE.md: ${missing.join(', ')}`);
}
