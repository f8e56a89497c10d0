// What the sidebar of the conformance script does: looks at the facts of the page, then asks for the whole report.
import type { Result } from './fact';
import { call, PAGE_FACTS } from './page-facts';

const WAIT_MS = 3000;
/** Cells that are still loading then are reported as such. */
const MOST_WAITS = 20;

function show(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}

const later = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function look(): Promise<Result[]> {
  const results: Result[] = [];
  for (const { check, ...fact } of PAGE_FACTS) {
    const beganMs = Date.now();
    let found: unknown;
    try {
      found = await check(call);
    } catch (error) {
      found = `the check failed: ${(error as Error).message}`;
    }
    results.push({ ...fact, found, ms: Date.now() - beganMs });
    show('state', `${results.length} of ${PAGE_FACTS.length} facts of the page looked at...`);
  }
  return results;
}

async function report(): Promise<void> {
  const results = JSON.stringify(await look());
  for (let waits = 0; ; waits++) {
    const { ok, value } = await call('conformanceFinish', results, waits >= MOST_WAITS, navigator.userAgent);
    if (ok && value === '') {
      show('state', 'Waiting for the formulas...');
      await later(WAIT_MS);
      continue;
    }
    show('state', ok ? 'Done. Copy this into a bug report:' : 'The report could not be written:');
    show('report', String(value));
    return;
  }
}

void report();
