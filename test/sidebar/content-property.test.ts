import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Creator } from '../../dev/standin/creator';
import type { Manners } from '../../dev/standin/manners';
import type { ContentView } from '../../src/sidebar/content-calls';
import { createAddon, type Addon } from '../setup/addon';
import { examples } from '../setup/examples';
import { expectLedgerToAgree } from '../setup/ledger';
import { contentForm, idsIn, matching, sheetIdOf } from './content';
import { value } from './page';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The first two pass; the third has too few followers to match. */
const QUERY = { platform: 'instagram', username: 'adidas,nike', followerMin: '0', contentTypes: 'reel' };

type Deed =
  | { do: 'post'; count: number; twins: number; isOther: boolean }
  | { do: 'sync'; max: number; refresh: boolean; stopAfter: number; killAt: number }
  | { do: 'resume' }
  | { do: 'discard' }
  | { do: 'rest'; minutes: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      count: fc.integer({ min: 1, max: 60 }),
      twins: fc.nat({ max: 4 }),
      isOther: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      max: fc.constantFrom(1, 7, 40, 130, 1000),
      refresh: fc.boolean(),
      stopAfter: fc.constantFrom(5, 30, 1000, 1000),
      killAt: fc.constantFrom(0, 0, 1, 2),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'resume' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'discard' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rest' as const), minutes: fc.constantFrom(1, 20, 600) }) },
);

const manners = fc.record({
  uploadedOrder: fc.constantFrom<Manners['uploadedOrder']>('descending', 'ascending'),
  endOfContent: fc.constantFrom<Manners['endOfContent']>('no-cursor', 'empty-page', 'not-found'),
  contentStyle: fc.constantFrom<Manners['contentStyle']>('items', 'items', 'content'),
});

/** By offset, more new pieces than had come push the next page above the first one: found by this test. */
const LEAP: [Pick<Manners, 'uploadedOrder' | 'endOfContent' | 'contentStyle'>, number, Deed[]] = [
  { uploadedOrder: 'descending', endOfContent: 'no-cursor', contentStyle: 'content' },
  0,
  [
    { do: 'post', count: 5, twins: 0, isOther: false },
    { do: 'sync', max: 40, refresh: false, stopAfter: 5, killAt: 0 },
    { do: 'post', count: 40, twins: 0, isOther: false },
  ],
];

class World {
  run: ContentView | undefined;
  sheet = '';
  private came = 0;
  private readonly paidBefore: number;

  constructor(readonly addon: Addon) {
    this.paidBefore = addon.charged();
  }

  person(username: string): Creator {
    const found = this.addon.standin.creators.find('instagram', username);
    if (!found) throw new Error(username);
    return found;
  }

  post({ count, twins, isOther }: Deed & { do: 'post' }): void {
    const { posts } = this.addon.standin;
    // New ones only: what a platform shows late, with an earlier date, no watermark can find.
    const last = Math.max(0, ...this.wanted().map((id) => posts.find(id)?.uploadedMs ?? 0));
    const at = Math.max(last, this.addon.emulator.clock.now() - HOUR_MS);
    for (let index = 0; index < count; index++)
      posts.add(this.person(index % 2 ? 'adidas' : 'nike'), {
        uploadedMs: at + Math.floor(index / (twins + 1)) * MINUTE_MS,
        contentType: isOther && index % 3 === 0 ? 'story' : 'reel',
      });
  }

  /** What matches, found without the query. */
  wanted(): string[] {
    const { posts } = this.addon.standin;
    return matching(this.addon, QUERY).filter((id) => posts.find(id)?.contentType === 'reel');
  }

  async step(id: string, resume: boolean, cap: number | null): Promise<void> {
    const served = await this.addon.emulator.serve('influSidebar', ['stepRun', { id, resume, cap }]);
    if (!served.ok) return;
    const answer = served.value as { ok: boolean; message?: string; value: ContentView };
    if (!answer.ok) throw new Error(answer.message);
    this.run = answer.value;
  }

  async drive(run: ContentView, resume: boolean, cap: number | null, killAt = 0): Promise<void> {
    this.run = run;
    this.sheet = run.sheet;
    const kill = ['', 'Range.setValues', 'flush'][killAt];
    const before = this.addon.charged();
    if (kill)
      this.addon.emulator.faults.intercept = ({ method, phase }) =>
        phase === 'after' && method.endsWith(kill) && this.addon.charged() > before ? { kill: true } : undefined;
    await this.step(run.id, resume, cap);
    delete this.addon.emulator.faults.intercept;
    if (kill) this.addon.emulator.clock.advance(3 * MINUTE_MS);
    for (let steps = 0; this.run.state === 'running'; steps++) {
      if (steps > 30) throw new Error(`no end: ${JSON.stringify(this.run)}`);
      await this.step(run.id, false, null);
    }
  }

  async sync(max: number, refresh: boolean, cap: number, killAt: number): Promise<void> {
    if (this.run && this.run.state !== 'done') return;
    const given = { sheetId: sheetIdOf(this.addon, this.sheet), max, refresh, cap };
    await this.drive(await value(this.addon, 'startSync', given), false, null, killAt);
  }

  async resume(): Promise<void> {
    for (let tries = 0; this.run && this.run.state === 'stopped'; tries++) {
      if (tries > 4) throw new Error(`does not go on: ${JSON.stringify(this.run)}`);
      await this.drive(this.run, true, 5000);
    }
  }

  async act(each: Deed): Promise<void> {
    if (each.do === 'post') this.post(each);
    if (each.do === 'rest') this.addon.emulator.clock.advance(each.minutes * MINUTE_MS);
    if (each.do === 'sync') await this.sync(each.max, each.refresh, each.stopAfter, each.killAt);
    if (each.do === 'resume') await this.resume();
    if (each.do === 'discard' && this.run?.state === 'stopped') {
      await value(this.addon, 'endRun', { id: this.run.id });
      this.run = undefined;
    }
  }

  /** Nothing strange, nothing twice; and what the API charged is what it gave. */
  expectSound(): void {
    const there = idsIn(this.addon, this.sheet);
    const wanted = new Set(this.wanted());
    expect(there.filter((id, index) => there.indexOf(id) !== index || !wanted.has(id))).toEqual([]);
    expectLedgerToAgree(this.addon);
    this.came = this.addon.standin.charges.list.reduce(
      (sum, { what }) => sum + Number(/^(\d+) pieces/.exec(what)?.[1] ?? 0),
      0,
    );
    expect(this.addon.charged() - this.paidBefore).toBe(this.came);
  }
}

test(
  'after any sequence of syncs, stops, deaths and new posts, the sheet comes to hold exactly what matches, each piece once, and the charge is what came',
  { timeout: 900_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        manners,
        fc.integer({ min: 0, max: 150 }),
        fc.array(deed, { maxLength: 9 }),
        async (style, first, deeds) => {
          const addon = await createAddon({ container: 'addon', standin: { creators: 220 } });
          try {
            Object.assign(addon.standin.manners, style);
            addon.setSettings({ maxRequestsPerDay: 100_000, maxRequestsPerRun: 50_000 });
            await addon.emulator.open();
            const world = new World(addon);
            world.post({ do: 'post', count: first, twins: 1, isOther: true });
            await world.drive(
              await value(addon, 'startContent', contentForm({ filters: QUERY, max: 100 })),
              false,
              null,
            );
            for (const each of deeds) {
              await world.act(each);
              world.expectSound();
            }
            await world.resume();
            // Within a few syncs it is in step, whatever was before.
            for (let more = 0; more < 3; more++) await world.sync(5000, false, 5000, 0);
            world.expectSound();
            expect(idsIn(addon, world.sheet).sort()).toEqual(world.wanted().sort());
            // In step, a sync costs the pieces of the newest instant alone.
            const paid = addon.charged();
            await world.sync(5000, false, 5000, 0);
            const instants = world.wanted().map((id) => addon.standin.posts.find(id)?.uploadedMs ?? 0);
            const newest = Math.max(...instants);
            expect(addon.charged() - paid).toBe(instants.filter((at) => at === newest).length);
          } finally {
            await addon.close();
          }
        },
      ),
      {
        ...examples(8),
        examples: [LEAP],
      },
    );
  },
);
