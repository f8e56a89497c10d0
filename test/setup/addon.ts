import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createEmulator, type CellResult, type Emulator, type EmulatorOptions } from '../../dev/emulator/emulator';
import {
  createStandin,
  DEMO_ORGANIZATION_CLIENT_ID,
  DEMO_ORGANIZATION_KEY,
  type Standin,
  type StandinOptions,
} from '../../dev/standin/standin';
import { expectLedgerToAgree } from './ledger';
import { expectDescribed } from './stored-names';

/** The built bundle in a document of the emulator, with a stand-in of the API that it reaches in-process. */
export interface Addon {
  emulator: Emulator;
  standin: Standin;
  /** Changes what successful answers say on their way, by what was asked. */
  spoil?: Spoil;
  /** One cell's formula, as Sheets would show it. */
  cell(name: string, ...args: unknown[]): Promise<CellResult>;
  /** What a cell shows: its value, or its error's note. */
  shown(name: string, ...args: unknown[]): Promise<unknown>;
  /** Many cells, 12 at once: Sheets takes up to 30, and a thread of the emulator costs 150 ms to start. */
  shownAll(calls: readonly FormulaCall[], atOnce?: number): Promise<unknown[]>;
  property(name: string): string | undefined;
  setProperty(name: string, value: string): void;
  setSettings(settings: Record<string, unknown>): void;
  /** What the API charged, in requests. */
  charged(): number;
  /** CacheService forgets everything. */
  forgetCache(): void;
  /** Its ledger agrees with what the API charged, and what it stored is described. Where a test forges that: `emulator.close`. */
  close(): Promise<void>;
}

type Spoil = (body: Record<string, unknown>, url: string) => object;

/** A formula: its name and arguments. */
export type FormulaCall = readonly [name: string, ...args: unknown[]];

export interface AddonOptions extends Partial<Omit<EmulatorOptions, 'transport'>> {
  standin?: Omit<StandinOptions, 'now'>;
  /** The spreadsheet's key: an organization key of its own with this balance; null for none. Default 100,000. */
  balance?: number | null;
  /** False: the document has the key, and no client id. */
  clientId?: boolean;
}

const START = '2026-11-23T08:00:00Z';
const dist = new URL('../../dist/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, dist), 'utf8');

/** The HTML files of the build, by name. */
const pages = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dist)
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name.replace(/\.html$/, ''), read(name)]),
  );

let built: EmulatorOptions['files'] | undefined;

/** What clasp would push, read once: a document is made per test, and a build meanwhile must not change it. */
export const distFiles = (): EmulatorOptions['files'] =>
  (built ??= {
    code: read('Code.js'),
    manifest: JSON.parse(read('appsscript.json')) as object,
    html: pages(),
  });

export const KEY = DEMO_ORGANIZATION_KEY;
export const CLIENT_ID = DEMO_ORGANIZATION_CLIENT_ID;

export async function createAddon({
  standin: standinOptions,
  balance = 100_000,
  clientId = true,
  ...options
}: AddonOptions = {}): Promise<Addon> {
  let nowMs = (): number => Date.parse(options.startAt ?? START);
  const standin = createStandin({ ...standinOptions, now: () => nowMs() });
  const emulator = await createEmulator({
    startAt: START,
    files: distFiles(),
    transport: standinTransport(standin, () => addon.spoil),
    ...options,
  });
  nowMs = () => emulator.clock.now();
  const properties = emulator.stores.properties('document');
  const addon: Addon = {
    emulator,
    standin,
    cell: (name, ...args) => emulator.cell(name, ...args),
    async shown(name, ...args) {
      const { value, error } = await emulator.cell(name, ...args);
      return error ? error.note : value;
    },
    async shownAll(calls, atOnce = 12) {
      const results = await emulator.cells(
        calls.map(([name, ...args]) => ({ name, args })),
        { atOnce },
      );
      return results.map(({ value, error }) => (error ? error.note : value));
    },
    property: (name) => properties.all()[name],
    setProperty: (name, value) => properties.set(name, value),
    setSettings: (settings) => properties.set('INFLUDATA_SETTINGS', JSON.stringify(settings)),
    charged: () => standin.charges.total(),
    forgetCache: () => emulator.stores.cache('document').clear(),
    close: async () => {
      const stored = Object.keys({ ...properties.all(), ...emulator.stores.properties('user').all() });
      await emulator.close();
      expectDescribed(stored);
      expectLedgerToAgree(addon);
    },
  };
  if (balance !== null) {
    standin.keys.setBalance(KEY, balance);
    addon.setProperty('INFLUDATA_API_KEY', KEY);
    if (clientId) addon.setProperty('INFLUDATA_CLIENT_ID', CLIENT_ID);
  }
  return addon;
}

/** UrlFetchApp's way to the stand-in, without a network. */
export function standinTransport(standin: Standin, spoil?: () => Spoil | undefined): EmulatorOptions['transport'] {
  return {
    send: (requests, atMs) =>
      Promise.resolve(
        requests.map(({ method, url, headers, body }) => {
          const text =
            body === undefined ? undefined : typeof body === 'string' ? body : new TextDecoder().decode(body);
          const reply = standin.handle({ method, url, headers, ...(text === undefined ? {} : { body: text }) }, atMs);
          if ('lost' in reply) return { failed: 'lost' as const, latencyMs: reply.latencyMs };
          const change = spoil?.();
          return change && reply.status === 200 ? { ...reply, body: spoiled(reply.body, url, change) } : reply;
        }),
      ),
  };
}

function spoiled(body: Uint8Array, url: string, change: Spoil): Uint8Array {
  const isZipped = body[0] === 0x1f;
  const wire = JSON.parse(Buffer.from(isZipped ? gunzipSync(body) : body).toString()) as Record<string, unknown>;
  const text = JSON.stringify(change(wire, url));
  return new Uint8Array(isZipped ? gzipSync(text) : Buffer.from(text));
}
