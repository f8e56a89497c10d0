import { afterEach } from 'vitest';
import { createEmulator } from '../../dev/emulator/emulator';
import type {
  Emulator,
  EmulatorOptions,
  Transport,
  TransportReply,
  TransportRequest,
} from '../../dev/emulator/emulator';

export const AUTH = 'https://www.googleapis.com/auth/';

export const MANIFEST = {
  timeZone: 'Etc/UTC',
  oauthScopes: [
    `${AUTH}spreadsheets.currentonly`,
    `${AUTH}script.container.ui`,
    `${AUTH}script.external_request`,
    `${AUTH}script.scriptapp`,
  ],
  urlFetchWhitelist: ['https://api.example.com/'],
};

const open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

/** An emulator over a few lines of script; closed after the test. */
export async function emulate(
  code: string,
  options: Partial<Omit<EmulatorOptions, 'files'>> & { manifest?: object; html?: Record<string, string> } = {},
): Promise<Emulator> {
  const { manifest = MANIFEST, html = {}, ...rest } = options;
  const emulator = await createEmulator({ transport: network().transport, ...rest, files: { code, manifest, html } });
  open.push(emulator);
  return emulator;
}

type Answer = TransportReply | ((request: TransportRequest) => TransportReply);

/** A network that answers by the path of the URL ("/a"), else with 200 "ok" after 100 ms, and remembers what came. */
export function network(answers: Record<string, Answer> = {}): {
  transport: Transport;
  sent: (TransportRequest & { atMs: number })[];
} {
  const sent: (TransportRequest & { atMs: number })[] = [];
  const answer = (request: TransportRequest): TransportReply => {
    const found = answers[new URL(request.url).pathname] ?? reply('ok');
    return typeof found === 'function' ? found(request) : found;
  };
  const transport: Transport = {
    async send(requests, atMs) {
      sent.push(...requests.map((request) => ({ ...request, atMs })));
      return requests.map(answer);
    },
  };
  return { transport, sent };
}

export function reply(
  body: string | Uint8Array,
  {
    status = 200,
    headers = {},
    latencyMs = 100,
  }: { status?: number; headers?: Record<string, string | string[]>; latencyMs?: number } = {},
): TransportReply {
  return { status, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body, latencyMs };
}

/** What the function returned; fails with what it threw. */
export async function value(emulator: Emulator, name: string, ...args: unknown[]): Promise<unknown> {
  const execution = await emulator.run({ name, args, mode: 'FULL' });
  if (execution.outcome !== 'returned')
    throw new Error(`${execution.outcome}: ${execution.error?.message ?? execution.killedBy}`);
  return execution.value;
}

/** What the function threw, as "Name: message"; undefined if it returned. */
export async function thrown(emulator: Emulator, name: string, ...args: unknown[]): Promise<string | undefined> {
  const { error } = await emulator.run({ name, args, mode: 'FULL' });
  return error && `${error.name}: ${error.message}`;
}
