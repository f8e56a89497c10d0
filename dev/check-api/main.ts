// npm run check-api -- --key-file PATH [--client-id ID] [--spend N] [--out PATH] [--base URL]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { API_BASE } from '../../src/api/endpoint';
import { checkApi, type Heard, type Sent } from './check';
import { probes } from '../../src/jobs/account/answer-probe';
import { summaryOf, type Report } from './report';

const TIMEOUT_MS = 60_000;

const { values } = parseArgs({
  options: {
    'key-file': { type: 'string' },
    'client-id': { type: 'string' },
    spend: { type: 'string', default: '0' },
    out: { type: 'string', default: 'api-report.json' },
    base: { type: 'string', default: API_BASE },
  },
});

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** The file's first word is the key, a second one its client id. */
function keyOf(): { key: string; clientId?: string } {
  const path = values['key-file'];
  if (path !== undefined && !existsSync(path)) fail(`There is no file ${path}.`);
  const text = path === undefined ? (process.env['INFLUDATA_API_KEY'] ?? '') : readFileSync(path, 'utf8');
  const [key, second] = text.split(/\s+/).filter((word) => word !== '');
  if (key === undefined) fail('Give a key: --key-file PATH, or INFLUDATA_API_KEY.');
  const clientId = values['client-id'] ?? process.env['INFLUDATA_CLIENT_ID'] ?? second;
  return { key, ...(clientId === undefined ? {} : { clientId }) };
}

/** The key goes to influData, or to a stand-in on this machine, and nowhere else. */
function baseOf(): string {
  const { hostname } = URL.canParse(values.base) ? new URL(values.base) : { hostname: '' };
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return values.base === API_BASE || isHere ? values.base : fail(`${values.base} is not influData's API.`);
}

async function send({ method, url, headers, body }: Sent): Promise<Heard> {
  const init = { method, headers, redirect: 'error' as const, signal: AbortSignal.timeout(TIMEOUT_MS) };
  const response = await fetch(url, body === undefined ? init : { ...init, body });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

function before(): Report | undefined {
  if (!existsSync(values.out)) return undefined;
  const report = JSON.parse(readFileSync(values.out, 'utf8')) as Report;
  return report.version === 1 ? report : undefined;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const spend = Number(values.spend);
if (!Number.isInteger(spend) || spend < 0) fail('--spend is a whole number of requests.');
const [base, key] = [baseOf(), keyOf()];
const paid = probes().filter(({ price }) => price > 0);
say(`Free calls are asked. Paid ones, in this order while --spend ${spend} reaches:`);
for (const { name, price } of paid) say(`  ${name}: ${price} ${price === 1 ? 'request' : 'requests'}`);
const old = before();
const report = await checkApi({
  base,
  ...key,
  spend,
  ...(old ? { before: old } : {}),
  send,
  nowMs: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  say,
});
writeFileSync(values.out, `${JSON.stringify(report, undefined, 2)}\n`);
for (const line of summaryOf(report)) say(line);
say(`Written to ${values.out}: names and types, no values of anyone.`);
