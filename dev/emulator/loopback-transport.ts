import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Transport, TransportFailure, TransportReply, TransportRequest } from './transport';

const FAILURES: Record<string, TransportFailure['failed']> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'address',
  EHOSTUNREACH: 'address',
  ENETUNREACH: 'address',
  ETIMEDOUT: 'timeout',
};

/** As the server wrote them: their case kept, repeated ones as a list. */
function headersOf(message: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    const name = message.rawHeaders[index]!;
    const value = message.rawHeaders[index + 1]!;
    const old = headers[name];
    headers[name] = old === undefined ? value : [old, value].flat();
  }
  return headers;
}

function exchange(origin: URL, request: TransportRequest): Promise<TransportReply> {
  const startedAt = performance.now();
  const latencyMs = (): number => performance.now() - startedAt;
  const { pathname, search, host } = new URL(request.url);
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      resolve({ failed: FAILURES[error.code ?? ''] ?? 'lost', latencyMs: latencyMs() });
    const options = {
      hostname: origin.hostname,
      port: origin.port,
      method: request.method,
      path: pathname + search,
      headers: { ...request.headers, Host: host, ...(body && { 'Content-Length': String(body.length) }) },
    };
    const outgoing = httpRequest(options, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', fail);
      message.on('end', () => {
        const received = { status: message.statusCode!, headers: headersOf(message), body: Buffer.concat(chunks) };
        resolve({ ...received, latencyMs: latencyMs() });
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

/** Sends over real HTTP to `origin` ("http://127.0.0.1:8788"), whatever host the URL names; the Host header names it. */
export function createLoopbackTransport(origin: string): Transport {
  const target = new URL(origin);
  return { send: (requests) => Promise.all(requests.map((request) => exchange(target, request))) };
}
