import type { TestProject } from 'vitest/node';
import type { Chromium } from './chromium';
import { findChromium } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
  }
}

/** Once a run, before any test: two workers that unpack the browser at once would trip over each other. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium());
}
