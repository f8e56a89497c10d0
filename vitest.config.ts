import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    // For what hangs, not for what is slow: no test rests on how busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Three for two cores: a file in a browser waits for a good part of its time.
    maxWorkers: 3,
    // Files share a worker's modules and its warm threads of the emulator: no test changes a module.
    isolate: false,
    // Each execution of the emulator has a fresh context, in which little runs long enough to repay an optimized build of
    // it: V8 waits longer for that (default 67,584), which saves an eighth of the CPU time.
    execArgv: ['--interrupt-budget=1000000'],
  },
});
