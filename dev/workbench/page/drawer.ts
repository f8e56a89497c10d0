/** The drawer at the foot: what the stand-in of influData's API did and got, and switches to make it misbehave. */
import type { FaultName, KeyChoice, StandinAction, StandinState } from '../protocol';
import { byId, element } from './element';

const keyLabels: Record<KeyChoice, string> = {
  demo: 'Demo key (organization)',
  trial: 'Demo trial key',
  wrong: 'A wrong key',
  none: 'No key',
};

/** What the next call to the API will meet. */
const faultLabels: [FaultName, string, string][] = [
  ['500', '500', 'The server fails; nothing is charged.'],
  ['429', '429', 'Too many requests; nothing is charged.'],
  ['lost before', 'Lost', 'The connection breaks before the request is worked on.'],
  ['lost after', 'Lost, but charged', 'The connection breaks after the charge: the answer never arrives.'],
  ['HTML', 'HTML', 'An HTML page instead of JSON.'],
  ['truncated', 'Cut off', 'JSON that ends in the middle.'],
];

const latenciesMs = [0, 300, 1000, 5000];
const tabNames = ['Requests and charges', 'Mailbox', 'Break something'] as const;
type TabName = (typeof tabNames)[number];

const time = (atMs: number) => new Date(atMs).toLocaleTimeString('en-GB');
const count = (value: number) => value.toLocaleString('en-US');

export interface Drawer {
  show(state: StandinState): void;
}

export function createDrawer(act: (action: StandinAction) => void): Drawer {
  const host = byId('drawer');
  let isOpen = false;
  let tab: TabName = 'Requests and charges';
  let state: StandinState | null = null;
  let readMails = 0;

  const summary = element('div', { class: 'drawer-summary' });
  const tabs = element('div', { class: 'drawer-tabs', role: 'tablist', 'aria-label': 'Stand-in' });
  const body = element('div', { class: 'drawer-body', role: 'tabpanel', id: 'drawer-body' });
  host.append(element('div', { class: 'drawer-bar' }, tabs, summary), body);

  function select(name: TabName): void {
    isOpen = !(isOpen && tab === name);
    tab = name;
    render();
  }

  const panels: Record<TabName, (now: StandinState) => Node[]> = {
    'Requests and charges': ({ charges, requests }) => [
      log(
        'Charged',
        ['Time', 'Endpoint', 'For', 'Requests'],
        charges.map(({ atMs, endpoint, what, requests: charged }) => [time(atMs), endpoint, what, count(charged)]),
        'Nothing has been charged yet.',
      ),
      log(
        'Received',
        ['Time', 'Endpoint', 'Status'],
        requests.map(({ atMs, endpoint, status }) => [time(atMs), endpoint, status]),
        'The API has not been called yet.',
      ),
    ],
    Mailbox: ({ mails }) =>
      mails.length === 0
        ? [element('p', { class: 'empty' }, 'E-mails that the trial sign-up sends arrive here, and nowhere else.')]
        : mails.map(({ to, subject, text, atMs }) =>
            element(
              'article',
              { class: 'mail' },
              element('header', {}, element('strong', {}, subject), element('span', {}, `to ${to}, ${time(atMs)}`)),
              element('p', {}, text),
            ),
          ),
    'Break something': (now) => [
      element(
        'div',
        { class: 'switches' },
        group(
          'The API',
          choice('Running', now.running, () => act({ do: 'run' })),
          choice('Stopped', !now.running, () => act({ do: 'stop' })),
        ),
        group(
          'Key of this spreadsheet',
          ...Object.entries(keyLabels).map(([key, label]) =>
            choice(label, now.key === key, () => act({ do: 'key', key: key as KeyChoice })),
          ),
        ),
        group(
          'Each answer takes',
          ...latenciesMs.map((latencyMs) =>
            choice(`${latencyMs / 1000} s`, now.latencyMs === latencyMs, () => act({ do: 'latency', latencyMs })),
          ),
        ),
        group(
          'The next call meets',
          ...faultLabels.map(([fault, label, title]) =>
            element(
              'button',
              {
                type: 'button',
                title,
                'aria-pressed': String(now.pendingFaults.includes(fault)),
                click: () => act({ do: 'fault', fault }),
              },
              label,
            ),
          ),
        ),
      ),
    ],
  };

  function render(): void {
    if (!state) return;
    const unread = state.mails.length - readMails;
    if (isOpen && tab === 'Mailbox') readMails = state.mails.length;
    host.classList.toggle('open', isOpen);
    tabs.replaceChildren(
      ...tabNames.map((name) =>
        element(
          'button',
          {
            type: 'button',
            role: 'tab',
            'aria-selected': String(isOpen && name === tab),
            'aria-controls': 'drawer-body',
            click: () => select(name),
          },
          name,
          name === 'Mailbox' && unread > 0 && !(isOpen && tab === 'Mailbox')
            ? element('span', { class: 'unread' }, String(unread))
            : null,
        ),
      ),
    );
    const { running, charged, balance, url } = state;
    summary.replaceChildren(
      element('span', { class: `lamp ${running ? 'on' : 'off'}` }, running ? 'Stand-in running' : 'Stand-in stopped'),
      element('span', { class: 'address', title: 'Try it with curl' }, url),
      element('span', {}, 'Charged ', element('strong', { id: 'charged' }, count(charged))),
      element('span', {}, 'Balance ', element('strong', { id: 'balance' }, balance === null ? '–' : count(balance))),
    );
    // Keep the place while the log grows under a reader.
    const scrolled = body.scrollTop;
    body.replaceChildren(...(isOpen ? panels[tab](state) : []));
    body.scrollTop = scrolled;
  }

  return {
    show(now) {
      state = now;
      render();
    },
  };
}

const line = (tag: 'th' | 'td') => (cells: string[]) =>
  element('tr', {}, ...cells.map((cell) => element(tag, {}, cell)));

function log(title: string, headings: string[], rows: string[][], empty: string): HTMLElement {
  if (rows.length === 0)
    return element('section', {}, element('h3', {}, title), element('p', { class: 'empty' }, empty));
  return element(
    'section',
    {},
    element('h3', {}, title),
    element('table', {}, element('thead', {}, line('th')(headings)), element('tbody', {}, ...rows.map(line('td')))),
  );
}

function group(title: string, ...buttons: HTMLElement[]): HTMLElement {
  return element('fieldset', {}, element('legend', {}, title), ...buttons);
}

function choice(label: string, isChosen: boolean, choose: () => void): HTMLElement {
  return element('button', { type: 'button', 'aria-pressed': String(isChosen), click: choose }, label);
}
