import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { PageServer } from '../../dev/workbench/page-server';
import { servePage } from '../../dev/workbench/page-server';
import type { PageMessage } from '../../dev/workbench/protocol';

const page = {
  digest: 'd',
  html: '<p>page</p>',
  files: { '/page.js': { type: 'text/javascript', body: Buffer.from('1') } },
  sidebarClient: '',
};
const received: PageMessage[] = [];
const open: PageServer[] = [];
afterEach(async () => {
  received.length = 0;
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(port = 0): Promise<PageServer> {
  const events = {
    opened: () => undefined,
    received: (_client: string, message: PageMessage) => void received.push(message),
  };
  const server = await servePage(page, events, port);
  open.push(server);
  return server;
}

interface Reply {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** Unlike fetch it lets the test choose Host and Origin. */
const send = (server: PageServer, path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const host = `localhost:${port}`;
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers: { host, ...headers } },
      (reply) => {
        let text = '';
        reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: text, headers: reply.headers }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const message = JSON.stringify([{ kind: 'startOver' }]);

test('the page may send, no other site may', async () => {
  const server = await start();
  expect((await send(server, '/send?client=a', { origin: server.url }, message)).status).toBe(204);
  expect(received).toEqual([{ kind: 'startOver' }]);
  expect((await send(server, '/send?client=a', { origin: 'https://evil.example' }, message)).status).toBe(403);
  expect((await send(server, '/send?client=a', {}, message)).status).toBe(403);
  expect(received).toHaveLength(1);
});

test('a name that another site points to this machine gets nothing', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const reply = await send(server, '/', { host: `evil.example:${port}` });
  expect(reply.status).toBe(421);
  expect(reply.body).not.toContain('<p>page</p>');
});

test('page and frames are two origins, each with a policy that lets nothing external in', async () => {
  const server = await start();
  const path = server.keepFrame('<p>frame</p>');
  const sandbox = { host: new URL(server.sandboxOrigin).host };
  expect((await send(server, '/')).body).toBe('<p>page</p>');
  expect((await send(server, path)).status).toBe(404);
  const frame = await send(server, path, sandbox);
  expect(frame.body).toBe('<p>frame</p>');
  for (const { headers } of [frame, await send(server, '/')]) {
    expect(String(headers['content-security-policy'])).toMatch(/^default-src '(self|none)'/);
    expect(String(headers['content-security-policy'])).not.toMatch(/https:|\*/);
  }
  expect((await send(server, '/', sandbox)).headers['location']).toBe(`${server.url}/`);
});

test('a taken port makes way for the next free one', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  const second = await start(port);
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
});
