// Run by runtime.test.ts as a process of its own: it must end by itself.
import { createEmulator } from '../../dev/emulator/emulator';

const emulator = await createEmulator({
  files: { code: 'function one() { return 1; }', manifest: {}, html: {} },
  transport: { send: async () => [] },
});
console.log((await emulator.cell('one')).value);
