import { createEventQueue } from './event-queue';
import type { EventKind, QueuedEvent } from './event-queue';

/** When things happen: virtual (as fast as the threads compute, exact) or real (as the clock on the wall says). */
export interface Timeline {
  nowMs(): number;
  /** What a script's `Date.now()` adds to the real clock; 0 with the virtual one. */
  offsetMs(): number;
  advance(ms: number): void;
  at(atMs: number, executionId: number, kind: EventKind, fire: () => void): QueuedEvent;
  /** A thread began, or ended, computing: no virtual time passes meanwhile. */
  computing(): void;
  blocked(): void;
  /** Something outside (the network) is awaited: the virtual world stands still until it is released. */
  hold(): void;
  release(): void;
  /** Lets what awaits an execution go on before the next event, so that it goes on at this instant. */
  yield(): void;
}

/** Discrete events: the next is taken when no thread computes, save for wakes of the same instant. */
export function createVirtualTimeline(startMs: number): Timeline {
  const queue = createEventQueue();
  let now = startMs;
  let threadsComputing = 0;
  let holds = 0;
  let pumping = false;
  let pumpScheduled = false;
  let yielded = false;

  function mayFire(event: QueuedEvent): boolean {
    if (holds > 0 || yielded) return false;
    return threadsComputing === 0 || (event.kind === 'wake' && event.atMs <= now);
  }

  function pump(): void {
    pumpScheduled = false;
    if (pumping) return;
    pumping = true;
    try {
      for (let event = queue.peek(); event && mayFire(event); event = queue.peek()) {
        queue.pop();
        now = Math.max(now, event.atMs);
        event.fire();
      }
    } finally {
      pumping = false;
    }
    if (!yielded) return;
    yielded = false;
    pumpScheduled = true;
    setImmediate(pump);
  }

  // Not at once: what is asked for in the same tick starts at the same instant.
  function schedulePump(): void {
    if (pumping || pumpScheduled) return;
    pumpScheduled = true;
    queueMicrotask(pump);
  }

  return {
    nowMs: () => now,
    offsetMs: () => 0,
    advance(ms) {
      if (queue.peek()) throw new Error('The virtual clock is advanced between executions, and one is running.');
      now += ms;
    },
    at(atMs, executionId, kind, fire) {
      const event = queue.push({ atMs, executionId, kind, fire });
      schedulePump();
      return event;
    },
    computing() {
      threadsComputing += 1;
    },
    blocked() {
      threadsComputing -= 1;
      schedulePump();
    },
    hold() {
      holds += 1;
    },
    release() {
      holds -= 1;
      schedulePump();
    },
    yield() {
      yielded = true;
      schedulePump();
    },
  };
}

// setTimeout overflows above this and fires at once.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** The wall clock, shifted by what was advanced. An event that is due fires; nothing waits for anything else. */
export function createRealTimeline(): Timeline {
  const queue = createEventQueue();
  let offset = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nowMs = (): number => Date.now() + offset;

  function pump(): void {
    clearTimeout(timer);
    timer = undefined;
    for (let event = queue.peek(); event; event = queue.peek()) {
      const waitMs = event.atMs - nowMs();
      if (waitMs > 0) {
        timer = setTimeout(pump, Math.min(waitMs, MAX_TIMER_MS));
        // Deadlines alone keep no process alive; a thread at work does.
        timer.unref();
        return;
      }
      queue.pop();
      event.fire();
    }
  }

  return {
    nowMs,
    offsetMs: () => offset,
    advance(ms) {
      offset += ms;
      queueMicrotask(pump);
    },
    at(atMs, executionId, kind, fire) {
      const event = queue.push({ atMs, executionId, kind, fire });
      queueMicrotask(pump);
      return event;
    },
    computing: () => undefined,
    blocked: () => undefined,
    hold: () => undefined,
    release: () => undefined,
    yield: () => undefined,
  };
}
