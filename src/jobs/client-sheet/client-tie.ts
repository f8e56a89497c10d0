import * as z from 'zod/mini';
import { lazy } from '../../core/lazy';
import type { Host } from '../../core/ports';
import { parseJson } from '../../core/text';
import { locked } from '../../gate/locked';

/**
 * Which sheet is a copy of which list, by their ids, newest last. It stands here because nothing of ours may travel with
 * the client's sheet. Without it the sheet is chosen by hand.
 */
const PROPERTY = 'client-sheets';
const MOST = 100;

const schema = lazy(() =>
  z.object({
    version: z.literal(1),
    ties: z.array(z.object({ listId: z.number(), clientId: z.number() })),
  }),
);
export type ClientTie = { listId: number; clientId: number };

export function clientTies({ documentProperties }: Host): ClientTie[] {
  const read = z.safeParse(schema(), parseJson(documentProperties.get(PROPERTY) ?? ''));
  return read.success ? read.data.ties : [];
}

export const addTie = (host: Host, tie: ClientTie): void =>
  locked(host, () => {
    const ties = [...clientTies(host), tie].slice(-MOST);
    host.documentProperties.setMany({ [PROPERTY]: JSON.stringify({ version: 1, ties }) });
  });
