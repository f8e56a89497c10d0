/** `effect` changes what executions share; `wake` only lets one thread compute, so wakes of one instant run in parallel. */
export type EventKind = 'effect' | 'wake';

export interface QueuedEvent {
  atMs: number;
  kind: EventKind;
  /** The execution it belongs to: what orders events of the same instant. */
  executionId: number;
  sequence: number;
  cancelled: boolean;
  fire: () => void;
}

function isBefore(left: QueuedEvent, right: QueuedEvent): boolean {
  if (left.atMs !== right.atMs) return left.atMs < right.atMs;
  if (left.kind !== right.kind) return left.kind === 'effect';
  if (left.executionId !== right.executionId) return left.executionId < right.executionId;
  return left.sequence < right.sequence;
}

export interface EventQueue {
  push(event: Pick<QueuedEvent, 'atMs' | 'kind' | 'executionId' | 'fire'>): QueuedEvent;
  /** The earliest event not cancelled. */
  peek(): QueuedEvent | undefined;
  pop(): QueuedEvent | undefined;
}

/** A binary heap ordered by instant, then effects before wakes, then execution, then order of arrival. */
export function createEventQueue(): EventQueue {
  const heap: QueuedEvent[] = [];
  let sequence = 0;

  function lift(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(heap[index]!, heap[parent]!)) return;
      [heap[index], heap[parent]] = [heap[parent]!, heap[index]!];
      index = parent;
    }
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && isBefore(heap[child]!, heap[least]!)) least = child;
      }
      if (least === index) return;
      [heap[index], heap[least]] = [heap[least]!, heap[index]!];
      index = least;
    }
  }

  function take(): QueuedEvent | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first && last && first !== last) {
      heap[0] = last;
      sink();
    }
    return first;
  }

  function peek(): QueuedEvent | undefined {
    while (heap[0]?.cancelled) take();
    return heap[0];
  }

  return {
    push(event) {
      sequence += 1;
      const { atMs, kind, executionId, fire } = event;
      const queued: QueuedEvent = { atMs, kind, executionId, fire, sequence, cancelled: false };
      heap.push(queued);
      lift(heap.length - 1);
      return queued;
    },
    peek,
    pop: () => (peek() ? take() : undefined),
  };
}
