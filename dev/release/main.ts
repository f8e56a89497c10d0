// `npm run release`: what is asked of a version before it leaves the house, and its files in release/, which git ignores.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { release } from './release';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outcome = release({
  root,
  // By the shell, since npm is a script on Windows.
  runSuite: () => spawnSync('npm test', { cwd: root, stdio: 'inherit', shell: true }).status === 0,
});
if ('refusals' in outcome) {
  for (const refusal of outcome.refusals) console.error(refusal);
  process.exit(1);
}
console.log(`Version ${outcome.version} is in ${outcome.folder}.`);
