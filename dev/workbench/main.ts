/** `npm start`: the workbench until Ctrl+C. `--no-key` starts without an API key; PORT chooses the port. */
import { DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY } from '../standin/standin';
import { defaultPort, startWorkbench } from './workbench';

const withKey = !process.argv.includes('--no-key');
const workbench = await startWorkbench({ port: Number(process.env['PORT'] ?? defaultPort), withKey });

console.log(`
  ${workbench.url}

  A spreadsheet with the add-on, on this machine alone. The API behind it is a stand-in:
  curl -H "Authorization: Bearer ${DEMO_ORGANIZATION_KEY}" "${workbench.standinUrl}/api/externalAPI/getClientInfo?clientId=${DEMO_ORGANIZATION_CLIENT_ID}"

  Ctrl+C ends it.
`);

process.once('SIGINT', () => {
  void workbench.close().then(() => process.exit(0));
});
