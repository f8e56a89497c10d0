import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createStandin, DEMO_ORGANIZATION_KEY } from '../../dev/standin/standin';

const PATH = '/api/externalAPI/getCitiesForCountry?country=Germany';
const authorization = `Bearer ${DEMO_ORGANIZATION_KEY}`;

/** Node's own client: fetch would ask for gzip and undo it by itself. */
function rawGet(
  port: number,
  headers: Record<string, string>,
): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: PATH, headers: { authorization, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('over HTTP the answer is gzip only for a client that asks for it', async () => {
  const loopback = await createStandin({ latencyMs: 0 }).listen();
  const plain = await rawGet(loopback.port, {});
  expect(plain.encoding).toBeUndefined();
  expect(JSON.parse(plain.body.toString())).toContain('Berlin');
  const packed = await rawGet(loopback.port, { 'accept-encoding': 'gzip, deflate' });
  expect(packed.encoding).toBe('gzip');
  expect(JSON.parse(gunzipSync(packed.body).toString())).toContain('Berlin');
  await loopback.close();
});

test('in-process the answer is gzip only where the header asks for it', () => {
  const standin = createStandin();
  const plain = standin.handle({ method: 'GET', url: PATH, headers: { authorization } });
  const packed = standin.handle({ method: 'GET', url: PATH, headers: { authorization, 'Accept-Encoding': 'gzip' } });
  if ('lost' in plain || 'lost' in packed) throw new Error('lost');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body).toString()).toBe(new TextDecoder().decode(plain.body));
});

test('after close the port answers nobody', async () => {
  const loopback = await createStandin({ latencyMs: 0 }).listen();
  await loopback.close();
  await expect(fetch(loopback.url + PATH)).rejects.toThrow(TypeError);
});

test('latency is data in-process and is 300 ms unless set otherwise', () => {
  const standin = createStandin();
  expect(standin.handle({ method: 'GET', url: PATH, headers: { authorization } }).latencyMs).toBe(300);
  standin.latencyMs = 40;
  expect(standin.handle({ method: 'GET', url: PATH, headers: { authorization } }).latencyMs).toBe(40);
});
