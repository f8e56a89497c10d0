import type { Addon } from '../setup/addon';

export const OWNER = 'owner@example.com';
export const EDITOR = 'editor@example.com';

/** The same document with somebody else at the page. */
export const asUser = (addon: Addon, user: string): Addon => ({
  ...addon,
  emulator: { ...addon.emulator, serve: (name, args) => addon.emulator.serve(name, args, { user }) },
});

const SCOPES = [
  ['document', OWNER],
  ['script', OWNER],
  ['user', OWNER],
  ['user', EDITOR],
] as const;

/** All properties, by scope and person. */
export const propertiesOf = ({ emulator }: Addon): Record<string, Record<string, string>> =>
  Object.fromEntries(
    SCOPES.map(([scope, user]) => [`${scope} ${user}`, emulator.stores.properties(scope, user).all()]),
  );

/** Everything that a call could change or leave a trace in, besides the log: stores, sheets, charges, dialogs. */
export function tracesOf(addon: Addon) {
  const { stores, spreadsheet, ui } = addon.emulator;
  return {
    properties: propertiesOf(addon),
    caches: SCOPES.map(([scope, user]) => {
      const cache = stores.cache(scope, user);
      return cache.keys().map((key) => [key, cache.get(key)]);
    }),
    workbook: structuredClone(spreadsheet.snapshot()),
    charges: [...addon.standin.charges.list],
    requests: addon.standin.charges.requests().length,
    mails: [...addon.standin.mailbox.list],
    dialogues: structuredClone(ui.dialogues),
    toasts: structuredClone(ui.toasts),
  };
}

/** A person's key as it is stored, with what belongs to it. */
export const keyOf = (addon: Addon, user = OWNER): Record<string, string> =>
  keyIn(addon.emulator.stores.properties('user', user).all());

/** The spreadsheet's. */
export const documentKey = (addon: Addon): Record<string, string> =>
  keyIn(addon.emulator.stores.properties('document').all());

const keyIn = (properties: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).filter(([name]) => /^INFLUDATA_(API_KEY|CLIENT_ID|KEY_ENDS)$/.test(name)),
  );
