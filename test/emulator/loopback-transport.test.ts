import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TransportResponse } from '../../dev/emulator/emulator';
import { createLoopbackTransport } from '../../dev/emulator/loopback-transport';
import { emulate, thrown, value } from './harness';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const echo = (): Server =>
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    response.writeHead(201, ['X-CaSe', '1', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']);
    response.end(
      JSON.stringify({
        method,
        url,
        host: headers.host,
        key: headers['x-key'],
        body: Buffer.concat(chunks).toString(),
      }),
    );
  });

describe('the loopback transport', () => {
  it('sends everything to its origin, whatever the URL’s host, and keeps the server’s headers as written', async () => {
    const transport = createLoopbackTransport(await listen(echo()));
    const request = { method: 'POST', url: 'https://api.example.com/a?b=c', headers: { 'X-Key': 'k' }, body: 'hé' };
    const [reply] = (await transport.send([request], 0)) as [TransportResponse];
    expect(reply).toMatchObject({ status: 201, headers: { 'X-CaSe': '1', 'Set-Cookie': ['a=1', 'b=2'] } });
    expect(JSON.parse(Buffer.from(reply.body).toString())).toEqual({
      method: 'POST',
      url: '/a?b=c',
      host: 'api.example.com',
      key: 'k',
      body: 'hé',
    });
    expect(reply.latencyMs).toBeGreaterThan(0);
  });

  it('says that nothing listens, and that a connection was lost', async () => {
    const server = echo();
    const origin = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const request = { method: 'GET', url: 'https://api.example.com/', headers: {} };
    expect(await createLoopbackTransport(origin).send([request], 0)).toMatchObject([{ failed: 'address' }]);
    const broken = await listen(createServer((_request, response) => response.destroy()));
    expect(await createLoopbackTransport(broken).send([request, request], 0)).toMatchObject([
      { failed: 'lost' },
      { failed: 'lost' },
    ]);
  });

  it('carries a script’s fetch with the real clock', async () => {
    const origin = await listen(echo());
    const code =
      "function get() { return JSON.parse(UrlFetchApp.fetchAll(['https://api.example.com/1', 'https://api.example.com/2'])[1].getContentText()).url; }";
    expect(await value(await emulate(code, { clock: 'real', transport: createLoopbackTransport(origin) }), 'get')).toBe(
      '/2',
    );
    const nowhere = createLoopbackTransport('http://127.0.0.1:9');
    expect(await thrown(await emulate(code, { clock: 'real', transport: nowhere }), 'get')).toBe(
      'Exception: Address unavailable: https://api.example.com/1',
    );
  });
});
