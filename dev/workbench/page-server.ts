/** The workbench's HTTP server on 127.0.0.1: the page, the frames of sidebars, and the line of protocol.ts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PageBundle } from './page-bundle';
import type { PageMessage, ServerMessage } from './protocol';

export interface PageServer {
  /** http://localhost:port, where the page is. */
  url: string;
  /** http://127.0.0.1:port, where the sidebar's frames are: another origin, as with Google. */
  sandboxOrigin: string;
  /** To every open page, or to one. */
  tell(message: ServerMessage, to?: { client: string }): void;
  /** The pages that are open. */
  clients(): string[];
  /** Keeps a frame's HTML; its path on the sandbox origin. */
  keepFrame(html: string): string;
  close(): Promise<void>;
}

export interface PageEvents {
  opened(client: string): void;
  received(client: string, message: PageMessage): void;
}

/** "8787 or the next free one". */
const portsToTry = 20;
const maxBodyBytes = 64 * 1024 * 1024;
const keepAliveMs = 15_000;

/** Nothing external is requested, whatever a formula or a script asks for. Univer styles its parts inline. */
const pagePolicy = (sandboxOrigin: string) =>
  `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-src ${sandboxOrigin}`;
const framePolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:";

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) throw new Error('Request too large.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function plain(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(text);
}

export async function servePage(page: PageBundle, events: PageEvents, preferredPort: number): Promise<PageServer> {
  const clients = new Map<string, ServerResponse>();
  const frames = new Map<string, string>();
  let lastFrame = 0;
  let url = '';
  let sandboxOrigin = '';

  function openStream(client: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    const keepAlive = setInterval(() => response.write(':\n\n'), keepAliveMs);
    response.on('close', () => {
      clearInterval(keepAlive);
      if (clients.get(client) === response) clients.delete(client);
    });
    clients.set(client, response);
    events.opened(client);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://${request.headers.host}`;
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const client = searchParams.get('client') ?? '';
    if (origin === sandboxOrigin) {
      const html = frames.get(pathname);
      if (html === undefined) return plain(response, 302, '', { location: `${url}/` });
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': framePolicy,
        'cache-control': 'no-store',
      });
      response.end(html);
      return undefined;
    }
    // Another site's page must neither read this one (by a name that it points here) nor send to it.
    if (origin !== url) return plain(response, 421, `Open ${url}`);
    if (request.method === 'POST' && pathname === '/send') {
      if (request.headers.origin !== url) return plain(response, 403, 'Only the page itself may send.');
      const messages = JSON.parse(await bodyOf(request)) as PageMessage[];
      for (const message of messages) events.received(client, message);
      response.writeHead(204);
      response.end();
      return undefined;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Method not allowed.');
    if (pathname === '/events' && client) return openStream(client, response);
    if (pathname === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy(sandboxOrigin),
        'cache-control': 'no-store',
      });
      response.end(page.html);
      return undefined;
    }
    const file = page.files[pathname];
    if (!file) return plain(response, 404, 'Not found.');
    const etag = `"${page.digest}"`;
    if (request.headers['if-none-match'] === etag) return plain(response, 304, '', { etag });
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache', etag });
    response.end(file.body);
    return undefined;
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) plain(response, 400, error instanceof Error ? error.message : String(error));
      else response.destroy();
    });
  });

  async function listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  }
  const ports = preferredPort === 0 ? [0] : Array.from({ length: portsToTry }, (_, index) => preferredPort + index);
  for (const port of ports) {
    try {
      await listen(port);
      break;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port === ports.at(-1)) throw error;
    }
  }
  const { port } = server.address() as AddressInfo;
  url = `http://localhost:${port}`;
  sandboxOrigin = `http://127.0.0.1:${port}`;

  return {
    url,
    sandboxOrigin,
    tell(message, to) {
      const line = `data: ${JSON.stringify(message)}

`;
      for (const [name, response] of clients) if (!to || to.client === name) response.write(line);
    },
    clients: () => [...clients.keys()],
    keepFrame(html) {
      lastFrame += 1;
      const path = `/frame/${lastFrame}`;
      frames.set(path, html);
      return path;
    },
    async close() {
      for (const response of clients.values()) response.end();
      // A call that is still being served has nobody to tell.
      clients.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
