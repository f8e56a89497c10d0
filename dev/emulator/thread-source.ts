import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function bundled(entry: string, options: Parameters<typeof buildSync>[0]): string {
  const { outputFiles } = buildSync({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    target: 'node20',
    legalComments: 'none',
    logLevel: 'error',
    ...options,
  });
  return outputFiles![0]!.text;
}

let sources: { thread: string; bootstrap: string } | undefined;

/** The thread's program and the bootstrap of its contexts, bundled once per process. */
export function threadSources(): { thread: string; bootstrap: string } {
  sources ??= {
    thread: bundled('./thread.ts', { platform: 'node', format: 'cjs' }),
    bootstrap: `(function () {\n${bundled('./globals/main.ts', { platform: 'neutral', format: 'iife', globalName: 'Bootstrap' })}\nreturn Bootstrap.bootstrap;\n})()`,
  };
  return sources;
}
