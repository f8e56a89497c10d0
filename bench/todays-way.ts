import { createEmulator, type Emulator } from '../dev/emulator/emulator';
import { createStandin, DEMO_TRIAL_KEY, type Standin } from '../dev/standin/standin';
import { KEY, standinTransport, type AddonOptions } from '../test/setup/addon';

/**
 * What people do today, as tutorials and forum answers teach it: a custom function that fetches one creator a cell behind
 * a cache of six hours, and a menu's loop that fetches one after another and writes cell by cell. Both try again after a
 * second or two where the API says 429.
 */
const code = (key: string): string => `
var BASE = 'https://app.infludata.com/api/externalAPI/';

function ask_(path, headers) {
  var options = { muteHttpExceptions: true, headers: { Authorization: 'Bearer ${key}' } };
  for (var name in headers) options.headers[name] = headers[name];
  for (;;) {
    var response = UrlFetchApp.fetch(BASE + path, options);
    if (response.getResponseCode() === 200) return JSON.parse(response.getContentText());
    if (response.getResponseCode() !== 429) throw new Error(response.getContentText());
    Utilities.sleep(1000 + Math.random() * 1000);
  }
}

function followers_(handle) {
  return ask_('getUserData?platform=instagram&username=' + encodeURIComponent(handle)).followers;
}

function FOLLOWERS(handle) {
  var cache = CacheService.getDocumentCache();
  var known = cache.get(handle);
  if (known !== null) return Number(known);
  var followers = followers_(handle);
  cache.put(handle, String(followers), 21600);
  return followers;
}

function fillFollowers() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var last = sheet.getLastRow();
  for (var row = 2; row <= last; row++) {
    if (sheet.getRange(row, 2).getValue() !== '') continue;
    var handle = sheet.getRange(row, 1).getValue();
    sheet.getRange(row, 2).setValue(followers_(handle));
  }
}

function write_(sheet, row, values) {
  for (var column = 0; column < values.length; column++) sheet.getRange(row, column + 1).setValue(values[column]);
}

function fillSearch() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var row = 2;
  for (var skip = 0; ; skip += 20) {
    var page = ask_('discovery?platform=instagram' + (skip > 0 ? '&skipCount=' + skip : ''));
    if (page.users.length === 0) return;
    for (var i = 0; i < page.users.length; i++) {
      var user = page.users[i];
      write_(sheet, row++, [user.username, user.displayName, user.followers]);
    }
  }
}

function fillPosts() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var row = 2;
  var cursor = null;
  do {
    var page = cursor
      ? ask_('getContent?limit=100', { 'X-Cursor': cursor })
      : ask_('getContent?platform=instagram,tiktok,youtube&min_followers=0&sorting=uploaded&limit=100');
    for (var i = 0; i < page.items.length; i++) {
      var item = page.items[i];
      write_(sheet, row++, [item.contentId, item.likes, item.reach]);
    }
    cursor = page.next_cursor;
  } while (cursor);
}
`;

const MANIFEST = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.external_request',
  ],
};

const START_MS = Date.parse('2026-11-23T08:00:00Z');

export interface TodaysWay {
  emulator: Emulator;
  standin: Standin;
  close(): Promise<void>;
}

export async function todaysWay({
  standin: options,
  kind = 'organization',
}: Pick<AddonOptions, 'standin'> & { kind?: 'organization' | 'trial' } = {}): Promise<TodaysWay> {
  const clock = { now: () => START_MS };
  const standin = createStandin({ ...options, now: () => clock.now() });
  // A tutorial reads one shape of answer, so that is the one that comes.
  standin.shape = 'flat';
  const key = kind === 'trial' ? DEMO_TRIAL_KEY : KEY;
  standin.keys.setBalance(key, 100_000);
  const emulator = await createEmulator({
    files: { code: code(key), manifest: MANIFEST, html: {} },
    transport: standinTransport(standin),
    account: 'workspace',
  });
  clock.now = () => emulator.clock.now();
  return { emulator, standin, close: () => emulator.close() };
}

/** A menu item is clicked once; Google ends it after six minutes. Returns how long it took, in ms. */
export async function clicked({ emulator }: TodaysWay, name: string): Promise<number> {
  const { startedAtMs, endedAtMs } = await emulator.run({ name, mode: 'FULL', source: 'menu' });
  return endedAtMs - startedAtMs;
}
