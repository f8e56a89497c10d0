/** The drawer's side of the stand-in: its state as data, its switches as actions. */
import type { Stores } from '../emulator/stores';
import type { Fault, FaultHandle } from '../standin/faults';
import type { Standin } from '../standin/standin';
import {
  DEMO_ORGANIZATION_CLIENT_ID,
  DEMO_ORGANIZATION_KEY,
  DEMO_TRIAL_CLIENT_ID,
  DEMO_TRIAL_KEY,
} from '../standin/standin';
import type { FaultName, KeyChoice, StandinAction, StandinState } from './protocol';

export interface StandinDesk {
  state(): StandinState;
  act(action: StandinAction): void;
  setKey(key: KeyChoice): void;
}

/** Where formulas look for the key; a public interface of the add-on. */
const keyProperty = 'INFLUDATA_API_KEY';
const clientProperty = 'INFLUDATA_CLIENT_ID';

const keys: Record<Exclude<KeyChoice, 'none'>, { key: string; clientId: string }> = {
  demo: { key: DEMO_ORGANIZATION_KEY, clientId: DEMO_ORGANIZATION_CLIENT_ID },
  trial: { key: DEMO_TRIAL_KEY, clientId: DEMO_TRIAL_CLIENT_ID },
  wrong: { key: 'a-key-that-infludata-does-not-know', clientId: DEMO_ORGANIZATION_CLIENT_ID },
};

const faults: Record<FaultName, Fault> = {
  '500': { status: 500 },
  '429': { status: 429 },
  'lost before': { lost: 'before-charge' },
  'lost after': { lost: 'after-charge' },
  HTML: { body: 'html', status: 502 },
  truncated: { body: 'truncated' },
};

/** Lines of each log that the drawer shows. */
const linesShown = 100;

export function createStandinDesk(standin: Standin, stores: Stores, url: string): StandinDesk {
  let running = true;
  const pending = new Map<FaultName, FaultHandle>();

  const properties = () => stores.properties('document');
  const keyInUse = (): string | null => properties().get(keyProperty) ?? stores.properties('user').get(keyProperty);

  function chosenKey(): KeyChoice {
    const inUse = keyInUse();
    if (inUse === null) return 'none';
    const known = Object.entries(keys).find(([, { key }]) => key === inUse)?.[0] as KeyChoice | undefined;
    // A key of the sidebar's own making is a trial key.
    return known ?? 'trial';
  }

  function setKey(choice: KeyChoice): void {
    if (choice === 'none') {
      for (const store of [properties(), stores.properties('user')]) {
        store.delete(keyProperty);
        store.delete(clientProperty);
      }
      return;
    }
    properties().set(keyProperty, keys[choice].key);
    properties().set(clientProperty, keys[choice].clientId);
  }

  const actions: { [Do in StandinAction['do']]: (action: Extract<StandinAction, { do: Do }>) => void } = {
    run: () => {
      running = true;
      standin.start();
    },
    stop: () => {
      running = false;
      standin.stop();
    },
    key: ({ key }) => setKey(key),
    latency: ({ latencyMs }) => {
      standin.latencyMs = latencyMs;
    },
    fault: ({ fault }) => {
      const armed = pending.get(fault);
      armed?.remove();
      if (armed && armed.hits() === 0) pending.delete(fault);
      else pending.set(fault, standin.faults.add({ ...faults[fault], times: 1 }));
    },
  };

  return {
    setKey,
    act: (action) => (actions[action.do] as (each: StandinAction) => void)(action),
    state() {
      const inUse = keyInUse();
      const charges = standin.charges.list.slice(-linesShown).toReversed();
      const requests = standin.charges.requests().slice(-linesShown).toReversed();
      return {
        url,
        running,
        latencyMs: standin.latencyMs,
        key: chosenKey(),
        balance: (inUse === null ? undefined : standin.keys.get(inUse)?.balance) ?? null,
        charged: standin.charges.total(),
        charges: charges.map(({ atMs, endpoint, requests: charged, what }) => ({
          atMs,
          endpoint,
          requests: charged,
          what,
        })),
        requests: requests.map(({ atMs, endpoint, status }) => ({
          atMs,
          endpoint,
          status: status === 0 ? 'lost' : String(status),
        })),
        mails: standin.mailbox.list.map(({ to, subject, text, atMs }) => ({ to, subject, text, atMs })).toReversed(),
        pendingFaults: [...pending].filter(([, handle]) => handle.hits() === 0).map(([name]) => name),
      };
    },
  };
}
