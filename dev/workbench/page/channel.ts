/** The page's line to the server: see protocol.ts. */
import type { PageMessage, ServerMessage } from '../protocol';

export interface Channel {
  /** Keeps the order of calls; what is sent within one task goes as one request. */
  send(message: PageMessage): void;
}

export function openChannel(receive: (message: ServerMessage) => void, lost: (isLost: boolean) => void): Channel {
  const client = crypto.randomUUID();
  let waiting: PageMessage[] = [];
  let tail: Promise<void> = Promise.resolve();

  async function post(): Promise<void> {
    const messages = waiting;
    waiting = [];
    if (messages.length === 0) return;
    try {
      const reply = await fetch(`/send?client=${client}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(messages),
      });
      lost(!reply.ok);
    } catch {
      // The server is gone; the event stream keeps trying and says when it is back.
      lost(true);
    }
  }

  const events = new EventSource(`/events?client=${client}`);
  events.addEventListener('message', (event) => {
    receive(JSON.parse(String(event.data)) as ServerMessage);
  });
  events.addEventListener('open', () => lost(false));
  events.addEventListener('error', () => lost(true));

  return {
    send(message) {
      waiting.push(message);
      tail = tail.then(post);
    },
  };
}
