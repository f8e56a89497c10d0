import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StandinReply, StandinRequest } from './wire';

export interface Loopback {
  /** `http://127.0.0.1:port`, without a path. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves the stand-in over real HTTP on 127.0.0.1: latency takes real time, a lost connection is a destroyed socket. */
export async function listenOnLoopback(handle: (request: StandinRequest) => StandinReply, port = 0): Promise<Loopback> {
  const server = createServer((incoming, outgoing) => void serve(handle, incoming, outgoing));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  handle: (request: StandinRequest) => StandinReply,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    );
    const request: StandinRequest = { method: incoming.method ?? 'GET', url: incoming.url ?? '/', headers };
    if (chunks.length > 0) request.body = Buffer.concat(chunks).toString('utf8');
    const reply = handle(request);
    await new Promise((resolve) => setTimeout(resolve, reply.latencyMs));
    if ('lost' in reply) {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    outgoing.end(reply.body);
  } catch {
    // A client that went away, or a request that broke off half-way: there is nobody to answer.
    incoming.socket.destroy();
  }
}
