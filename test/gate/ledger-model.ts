/** What really happens, for the property tests: who was charged what, and when. It knows nothing of `src`. */
export interface Charge {
  key: string;
  /** The day of its reservation. */
  day: string;
  source: 'formula' | 'run' | 'other';
  run?: string;
}

interface Event {
  atMs: number;
  happen: () => void;
}

export class World {
  nowMs = Date.UTC(2026, 10, 23, 22, 30);
  readonly charges: (Charge & { requests: number })[] = [];
  private readonly left = new Map<string, number>();
  private events: Event[] = [];

  /** What the API says is left of a key. */
  balance(key: string): number {
    return this.left.get(key) ?? 1_000;
  }

  /** Bought (or renewed) requests, or with a minus what another spreadsheet spent. */
  change(key: string, requests: number): void {
    this.left.set(key, Math.max(0, this.balance(key) + requests));
  }

  charge(charge: Charge, requests: number): void {
    this.charges.push({ ...charge, requests });
    this.left.set(charge.key, this.balance(charge.key) - requests);
  }

  later(atMs: number, happen: () => void): void {
    this.events.push({ atMs, happen });
  }

  advance(ms: number, look: () => void): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const [next] = this.events.sort((one, other) => one.atMs - other.atMs);
      if (!next || next.atMs > untilMs) break;
      this.events.shift();
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.happen();
      look();
    }
    this.nowMs = untilMs;
    look();
  }

  charged(matches: (charge: Charge) => boolean): number {
    return this.charges.filter(matches).reduce((sum, { requests }) => sum + requests, 0);
  }
}

/** What becomes of a write, or of whoever makes it. `half`: it breaks off after some of the values, and throws. */
export type Fate = 'done' | 'refused' | 'doneAndThrows' | 'half' | 'killedBefore' | 'killedAfter';

/** What becomes of a call. `late`: the reply is given up, and the server charges minutes later. */
export type Reply = 'charged' | 'refused' | 'lostBefore' | 'lostAfter' | 'late' | 'notSent';

export class Killed extends Error {}

/** A property store whose writes meet their fate. */
export class Store {
  values: Record<string, string> = {};

  write(values: Record<string, string>, fate: Fate): void {
    if (fate === 'killedBefore') throw new Killed();
    if (fate === 'refused') throw new Error('Service invoked too many times');
    const entries = Object.entries(values);
    const count = fate === 'half' ? Math.floor(entries.length / 2) : entries.length;
    this.values = { ...this.values, ...Object.fromEntries(entries.slice(0, count)) };
    if (fate === 'killedAfter') throw new Killed();
    if (fate !== 'done') throw new Error('Service error');
  }
}
