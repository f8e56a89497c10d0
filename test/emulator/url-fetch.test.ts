import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AUTH, MANIFEST, emulate, network, reply, thrown, value } from './harness';

const CODE = `
var URL_ = 'https://api.example.com';
function get(path, options) { return UrlFetchApp.fetch(URL_ + path, options).getContentText(); }
function getUrl(url, options) { return UrlFetchApp.fetch(url, options).getResponseCode(); }
function response(path, options) {
  var r = UrlFetchApp.fetch(URL_ + path, options);
  return { code: r.getResponseCode(), text: r.getContentText(), headers: r.getHeaders(), all: r.getAllHeaders(),
    bytes: r.getContent() };
}
function all(requests) { return UrlFetchApp.fetchAll(requests).map(function (r) { return [r.getResponseCode(), r.getContentText()]; }); }
function post(kind) {
  var payload = { object: { a: 'b c', 'd&': 'é' }, text: '{"a":1}', blob: Utilities.newBlob('hi', 'text/plain', 'f.txt'),
    bytes: [104, -61, -87], file: { a: '1', f: Utilities.newBlob('hi', 'text/plain', 'f.txt') } }[kind];
  return UrlFetchApp.fetch(URL_ + '/post', { method: 'post', payload: payload }).getResponseCode();
}
function many(count) { UrlFetchApp.fetchAll(new Array(count).join().split(',').map(function () { return URL_ + '/a'; })); }
function headers(count, size) {
  var h = {};
  for (var i = 0; i < count; i++) h['x' + i] = new Array(size + 1).join('v');
  return UrlFetchApp.fetch(URL_ + '/a', { headers: h }).getResponseCode();
}
function longUrl(length) { return UrlFetchApp.fetch(URL_ + '/' + new Array(length - URL_.length).join('x')).getResponseCode(); }
function none() { UrlFetchApp.fetch(); }
`;
const MUTE = { muteHttpExceptions: true };

const hop = (status: number) => reply('', { status, headers: { Location: '/a' } });

describe('UrlFetchApp.fetch', () => {
  it('sends method, headers and body, under its own User-Agent, and takes the network’s time', async () => {
    const { transport, sent } = network();
    const emulator = await emulate(CODE, { transport });
    const start = emulator.clock.now();
    await value(emulator, 'get', '/a?q=1', {
      method: 'PUT',
      headers: { 'X-Key': 'k', 'User-Agent': 'mine' },
      contentType: 'application/json',
      payload: '{}',
    });
    expect(sent[0]).toMatchObject({ method: 'PUT', url: 'https://api.example.com/a?q=1', body: '{}' });
    expect(sent[0]!.headers).toMatchObject({ 'X-Key': 'k', 'Content-Type': 'application/json' });
    expect(sent[0]!.headers['User-Agent']).toMatch(/^Mozilla\/5\.0 \(compatible; Google-Apps-Script; beanserver;/);
    expect(emulator.clock.now() - start).toBe(100);
  });

  it('form-encodes an object, sends text and bytes raw, files as multipart, and types them all', async () => {
    const { transport, sent } = network();
    const emulator = await emulate(CODE, { transport });
    for (const kind of ['object', 'text', 'blob', 'bytes', 'file']) await value(emulator, 'post', kind);
    const form = 'application/x-www-form-urlencoded';
    expect(sent.map(({ body }) => (typeof body === 'string' ? body : Buffer.from(body!).toString()))).toEqual([
      'a=b+c&d%26=%C3%A9',
      '{"a":1}',
      'hi',
      'hé',
      expect.stringMatching(
        /name="a"\r\n\r\n1\r\n[^]*name="f"; filename="f.txt"\r\nContent-Type: text\/plain\r\n\r\nhi/,
      ),
    ]);
    expect(sent.map(({ headers }) => headers['Content-Type'])).toEqual([
      form,
      form,
      'text/plain',
      form,
      expect.stringMatching(/^multipart\/form-data/),
    ]);
  });

  it('takes a type from contentType alone, and a GET with a payload leaves as a POST', async () => {
    const { transport, sent } = network();
    const emulator = await emulate(CODE, { transport });
    await value(emulator, 'get', '/a', {
      method: 'post',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    });
    await value(emulator, 'get', '/a', { payload: { a: 1 } });
    expect(sent[0]!.headers['Content-Type']).toBe('application/x-www-form-urlencoded');
    expect(sent[0]!.headers).not.toHaveProperty('content-type');
    expect(sent[1]).toMatchObject({ method: 'POST', body: 'a=1' });
  });

  it('refuses Host, Content-Length, a header that is null, an unknown method and no URL', async () => {
    const emulator = await emulate(CODE);
    const refusal = (options: object): Promise<string | undefined> => thrown(emulator, 'get', '/a', options);
    const invalid = 'Exception: Attribute provided with invalid value: ';
    expect(await refusal({ headers: { Host: 'x' } })).toBe(`${invalid}Header:Host`);
    expect(await refusal({ headers: { 'content-length': '1' } })).toBe(`${invalid}Header:content-length`);
    expect(await refusal({ headers: { 'X-Key': null } })).toBe(`${invalid}Header:null`);
    expect(await refusal({ method: 'fetch' })).toBe(`${invalid}method`);
    expect(await thrown(emulator, 'none')).toMatch(/^Exception: The parameters \(\) don't match the method signature/);
    expect(emulator.counts.of('UrlFetchApp')).toBe(0);
  });

  it('keeps the server’s casing of headers, and repeated ones as a list', async () => {
    const headers = {
      'Retry-After': '7',
      'set-cookie': ['a=1', 'b=2'],
      'Content-Type': 'text/plain; charset=iso-8859-1',
    };
    const { transport } = network({ '/h': reply(new Uint8Array([0x68, 0xe9]), { headers }) });
    const emulator = await emulate(CODE, { transport });
    expect(await value(emulator, 'response', '/h')).toEqual({
      code: 200,
      text: 'hé',
      headers: { ...headers, 'set-cookie': 'b=2' },
      all: headers,
      bytes: [104, -23],
    });
  });

  it('decodes UTF-8, broken too, and gzip unless the script asked for it', async () => {
    const gzip = reply(gzipSync('grüße'), { headers: { 'content-encoding': 'gzip' } });
    const { transport, sent } = network({
      '/z': gzip,
      '/broken': reply(new Uint8Array([0x61, 0xff])),
      '/u': reply('日本 😀'),
    });
    const emulator = await emulate(CODE, { transport });
    expect(await value(emulator, 'get', '/z')).toBe('grüße');
    expect(sent[0]!.headers['Accept-Encoding']).toBe('gzip');
    expect(await value(emulator, 'get', '/z', { headers: { 'accept-encoding': 'gzip' } })).not.toBe('grüße');
    expect(await value(emulator, 'get', '/broken')).toBe('a\ufffd');
    expect(await value(emulator, 'get', '/u')).toBe('日本 😀');
  });

  it('throws from 400 up, scheme and host only and the body cut, unless exceptions are muted', async () => {
    const { transport } = network({
      '/404': reply('x'.repeat(300), { status: 404 }),
      '/500': reply('short', { status: 500 }),
      '/304': reply('', { status: 304 }),
    });
    const emulator = await emulate(CODE, { transport });
    const hint = '(use muteHttpExceptions option to examine full response)';
    expect(await thrown(emulator, 'get', '/404?secret=1')).toBe(
      `Exception: Request failed for https://api.example.com returned code 404. Truncated server response: ${'x'.repeat(100)}... ${hint}`,
    );
    expect(await thrown(emulator, 'get', '/500')).toContain(
      `returned code 500. Truncated server response: short ${hint}`,
    );
    expect(await value(emulator, 'get', '/500', MUTE)).toBe('short');
    expect(await thrown(emulator, 'get', '/304')).toBeUndefined();
  });

  it.each([
    ['dns', 'DNS error: https://api.example.com/x'],
    ['address', 'Address unavailable: https://api.example.com/x'],
    ['timeout', 'Timeout: https://api.example.com/x'],
    ['lost', 'Address unavailable: https://api.example.com/x'],
  ] as const)('throws, muted or not, when there is no answer: %s', async (failed, text) => {
    const { transport } = network({ '/x': { failed, latencyMs: 2000 } });
    const emulator = await emulate(CODE, { transport });
    const start = emulator.clock.now();
    expect(await thrown(emulator, 'get', '/x', MUTE)).toBe(`Exception: ${text}`);
    expect(emulator.clock.now() - start).toBe(2000);
  });

  it('gives up after 60 s, or the seconds asked for, though the server has done its work', async () => {
    const { transport, sent } = network({
      '/slow': reply('late', { latencyMs: 70_000 }),
      '/12s': reply('late', { latencyMs: 12_000 }),
    });
    const emulator = await emulate(CODE, { transport });
    const start = emulator.clock.now();
    expect(await thrown(emulator, 'get', '/slow', { timeoutSeconds: 360 })).toBe(
      'Exception: Timeout: https://api.example.com/slow',
    );
    expect(emulator.clock.now() - start).toBe(60_000);
    expect(await thrown(emulator, 'get', '/12s', { timeoutSeconds: 10 })).toBe(
      'Exception: Timeout: https://api.example.com/12s',
    );
    expect(emulator.clock.now() - start).toBe(70_000);
    expect(sent).toHaveLength(2);
  });

  it('can be told to ignore timeoutSeconds, as one report says', async () => {
    const { transport } = network({ '/12s': reply('late', { latencyMs: 12_000 }) });
    const emulator = await emulate(CODE, { transport, honoursTimeoutSeconds: false });
    expect(await value(emulator, 'get', '/12s', { timeoutSeconds: 10 })).toBe('late');
  });

  it('follows redirects unless told not to, each hop in its time, a POST going on as a GET', async () => {
    const { transport, sent } = network({ '/303': hop(303), '/307': hop(307) });
    const emulator = await emulate(CODE, { transport });
    const start = emulator.clock.now();
    expect(await value(emulator, 'get', '/303', { method: 'post', payload: 'x' })).toBe('ok');
    expect(emulator.clock.now() - start).toBe(200);
    await value(emulator, 'get', '/307', { method: 'post', payload: 'x' });
    expect(sent.map(({ method, body, atMs }) => [method, body, atMs - start])).toEqual([
      ['POST', 'x', 0],
      ['GET', undefined, 100],
      ['POST', 'x', 200],
      ['POST', 'x', 300],
    ]);
    expect(await value(emulator, 'response', '/303', { followRedirects: false })).toMatchObject({
      code: 303,
      headers: { Location: '/a' },
    });
  });
});

const at = (path: string, options = {}): object => ({ url: `https://api.example.com${path}`, ...options });

describe('UrlFetchApp.fetchAll', () => {
  it('sends at once, answers in the order of the requests, and takes as long as the slowest', async () => {
    const { transport, sent } = network({
      '/1': reply('one', { latencyMs: 900 }),
      '/2': reply('two', { latencyMs: 100 }),
    });
    const emulator = await emulate(CODE, { transport });
    const start = emulator.clock.now();
    expect(await value(emulator, 'all', [at('/1'), 'https://api.example.com/2'])).toEqual([
      [200, 'one'],
      [200, 'two'],
    ]);
    expect(emulator.clock.now() - start).toBe(900);
    expect(sent.map(({ atMs }) => atMs)).toEqual([start, start]);
  });

  it('muted, has every status', async () => {
    const { transport } = network({ '/429': reply('slow down', { status: 429 }) });
    const emulator = await emulate(CODE, { transport });
    expect(await value(emulator, 'all', [at('/429', MUTE), at('/a', MUTE)])).toEqual([
      [429, 'slow down'],
      [200, 'ok'],
    ]);
  });

  it('fails whole when one request got no answer, though the others have reached the server', async () => {
    const { transport, sent } = network({ '/x': { failed: 'lost', latencyMs: 50 } });
    const emulator = await emulate(CODE, { transport });
    expect(await thrown(emulator, 'all', [at('/a', MUTE), at('/x', MUTE)])).toBe(
      'Exception: Address unavailable: https://api.example.com/x',
    );
    expect(sent).toHaveLength(2);
  });

  it('fails whole on one status of 400 or more that is not muted', async () => {
    const { transport } = network({ '/500': reply('', { status: 500 }) });
    const emulator = await emulate(CODE, { transport });
    expect(await thrown(emulator, 'all', [at('/a'), at('/500')])).toContain('returned code 500');
  });

  it('sends nothing at all when one request may not be sent', async () => {
    const { transport, sent } = network();
    const emulator = await emulate(CODE, { transport });
    expect(await thrown(emulator, 'all', [at('/a'), { url: 'https://other.example.org/' }])).toContain(
      'not been whitelisted',
    );
    expect(sent).toEqual([]);
  });

  it('of nothing is nothing', async () => {
    expect(await value(await emulate(CODE), 'all', [])).toEqual([]);
  });
});

describe('what UrlFetchApp may reach', () => {
  it('is what the whitelist of the manifest begins with: https, case and path included', async () => {
    const urlFetchWhitelist = [
      'https://api.example.com/v1/',
      'https://*.wild.com/',
      'http://plain.com/',
      'https://nopath.com',
    ];
    const emulator = await emulate(CODE, { manifest: { ...MANIFEST, urlFetchWhitelist } });
    expect(await value(emulator, 'getUrl', 'https://api.example.com/v1/x')).toBe(200);
    expect(await value(emulator, 'getUrl', 'https://any.where.wild.com/x')).toBe(200);
    for (const url of [
      'https://api.example.com/V1/x',
      'https://api.example.com/v2',
      'https://wild.com/',
      'http://plain.com/',
      'https://nopath.com/',
    ]) {
      expect(await thrown(emulator, 'getUrl', url)).toBe(
        `Exception: Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
      );
    }
  });

  it('is no private host, whitelist or not', async () => {
    const { urlFetchWhitelist: _none, ...manifest } = MANIFEST;
    const { transport, sent } = network();
    const emulator = await emulate(CODE, { manifest, transport });
    expect(await thrown(emulator, 'getUrl', 'http://localhost:8080/')).toBe(
      'Exception: DNS error: http://localhost:8080/',
    );
    for (const host of ['127.0.0.1', '10.1.2.3', '192.168.0.1', '172.20.0.1', '169.254.169.254', '[::1]']) {
      expect(await thrown(emulator, 'getUrl', `http://${host}/`)).toBe(
        `Exception: Address unavailable: http://${host}/`,
      );
    }
    expect(await thrown(emulator, 'getUrl', 'no url')).toBe('Exception: Invalid argument: no%20url');
    expect(sent).toEqual([]);
    expect(await value(emulator, 'getUrl', 'https://172.40.0.1/')).toBe(200);
  });

  it('needs the scope in the manifest and the user’s consent', async () => {
    const text = `Exception: You do not have permission to call UrlFetchApp.fetch. Required permissions: ${AUTH}script.external_request`;
    const without = await emulate(CODE, {
      manifest: { ...MANIFEST, oauthScopes: [`${AUTH}spreadsheets.currentonly`] },
    });
    expect(await thrown(without, 'get', '/a')).toBe(text);
    const { oauthScopes: _none, ...automatic } = MANIFEST;
    expect(await value(await emulate(CODE, { manifest: automatic }), 'get', '/a')).toBe('ok');
    const emulator = await emulate(CODE);
    emulator.users.revokeScope('owner@example.com', `${AUTH}script.external_request`);
    expect(await thrown(emulator, 'get', '/a')).toBe(text);
    emulator.users.grantScope('owner@example.com', `${AUTH}script.external_request`);
    expect(await value(emulator, 'get', '/a')).toBe('ok');
  });
});

describe('quotas of UrlFetchApp', () => {
  it.each([
    ['consumer', 20_000],
    ['workspace', 100_000],
  ] as const)(
    'allow a %s %i calls in the 24 hours after the first; a batch costs each of its requests',
    async (account, limit) => {
      const { transport, sent } = network();
      const emulator = await emulate(CODE, { account, transport });
      await value(emulator, 'many', 3);
      expect(emulator.quotas.used('owner@example.com', 'urlFetchCalls')).toBe(3);
      emulator.quotas.spend('owner@example.com', 'urlFetchCalls', limit - 5);
      expect(await thrown(emulator, 'many', 3)).toBe(
        'Exception: Service invoked too many times for one day: urlfetch.',
      );
      // Those that still fitted have left, and no reply comes of them.
      expect(sent).toHaveLength(3 + 2);
      expect(await thrown(emulator, 'many', 1)).toMatch('too many times for one day');
      expect(sent).toHaveLength(3 + 2);
      emulator.clock.advance(86_400_000);
      expect(await thrown(emulator, 'many', 3)).toBeUndefined();
    },
  );

  it('end a URL at 2 KB, headers at 100 and 8 KB, bodies at 50 MB', async () => {
    const { transport } = network({ '/big': reply(new Uint8Array(50 * 1024 * 1024 + 1)) });
    const emulator = await emulate(CODE, { transport });
    expect(await value(emulator, 'longUrl', 2048)).toBe(200);
    expect(await thrown(emulator, 'longUrl', 2049)).toBe('Exception: Limit Exceeded: URLFetch URL Length.');
    expect(await value(emulator, 'headers', 100, 70)).toBe(200);
    expect(await thrown(emulator, 'headers', 101, 1)).toBe('Exception: Limit Exceeded: URLFetch Header Length.');
    expect(await thrown(emulator, 'headers', 100, 80)).toBe('Exception: Limit Exceeded: URLFetch Header Length.');
    expect(await thrown(emulator, 'get', '/a', { method: 'post', payload: 'x'.repeat(50 * 1024 * 1024 + 1) })).toBe(
      'Exception: Limit Exceeded: URLFetch POST Size.',
    );
    expect(await thrown(emulator, 'getUrl', 'https://api.example.com/big')).toBe(
      'Exception: Limit Exceeded: URLFetch Response Size.',
    );
  });
});
