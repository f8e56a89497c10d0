import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddon, type Addon } from '../setup/addon';
import { ordinaryHandles } from '../setup/creators';
import { selected, started } from './enrich';
import { filesWithTriggers, log, night } from './nights';
import { reply, value } from './page';

// Google lets people grant some of an add-on's rights and leave out others. Each is left out once, and everything is tried.
const AUTH = 'https://www.googleapis.com/auth/';
const OWNER = 'owner@example.com';
const SCOPES = {
  sheet: 'spreadsheets.currentonly',
  web: 'script.external_request',
  page: 'script.container.ui',
  schedule: 'script.scriptapp',
} as const;
type Right = keyof typeof SCOPES;
const MAY: Record<Right, RegExp> = {
  sheet: /needs your permission to read and change this spreadsheet/,
  web: /needs your permission to connect to influData/,
  page: /needs your permission to show its sidebar/,
  schedule: /may not make schedules/,
};

let addon: Addon;
let handles: string[];
beforeEach(async () => {
  addon = await createAddon({ standin: { creators: 2000 }, files: filesWithTriggers() });
  await addon.emulator.open();
  handles = ordinaryHandles(addon.standin, 4);
  const sheet = addon.emulator.spreadsheet.sheet('Sheet1');
  sheet.set('A1', [['username'], ...handles.slice(0, 3).map((handle) => [handle])]);
  sheet.select('A1:A4');
});
afterEach(() => addon.close());

const leaveOut = (right: Right): void => addon.emulator.users.revokeScope(OWNER, AUTH + SCOPES[right]);

const SIDEBAR: Right[] = ['page', 'sheet', 'web'];
/** Of each menu item the rights that it cannot do without. */
const MENU: Record<string, Right[]> = {
  'Find creators…': SIDEBAR,
  'Enrich selected creators…': SIDEBAR,
  'Audience report for selected creators…': SIDEBAR,
  'Compare creators…': SIDEBAR,
  'Find posts…': SIDEBAR,
  'Manage creators…': SIDEBAR,
  'API key and account…': SIDEBAR,
  'Help…': ['page'],
  'Insert template ▸ Shortlist': ['sheet'],
  'Recalculate unfinished formulas': ['sheet'],
  'Freeze formulas to values (selection)': ['sheet'],
  'Freeze formulas to values (whole sheet)': ['sheet'],
  Usage: ['sheet'],
  'Pause or resume spending': [],
};

test.each(['sheet', 'web', 'page', 'schedule'] as const)(
  'without the right “%s” each menu item works, or says what is missing and has Google ask for it; nothing is charged',
  async (right) => {
    leaveOut(right);
    for (const [item, needed] of Object.entries(MENU)) {
      const { users, ui } = addon.emulator;
      const [asked, told] = [users.consentAsked.length, ui.alerts.length];
      ui.answer('OK');
      const { outcome } = await addon.emulator.menu.click(item);
      if (!needed.includes(right)) {
        expect([item, outcome, users.consentAsked.length]).toEqual([item, 'returned', asked]);
        continue;
      }
      expect(ui.alerts.slice(told).map(({ message }) => message)).toEqual([
        expect.stringMatching(new RegExp(`${MAY[right].source}\\. Allow it in the window`)),
      ]);
      expect(users.consentAsked.slice(asked)).toEqual([{ user: OWNER, scopes: [AUTH + SCOPES[right]] }]);
    }
    expect(addon.charged()).toBe(0);
  },
);

test.each(['sheet', 'web'] as const)(
  'without the right “%s” the sidebar says so when it opens, and what then fails says it too; a run loses nothing',
  async (right) => {
    const run = await started(addon);
    leaveOut(right);
    const opening = await reply(addon, 'open', {});
    if (opening.ok)
      expect(opening.value.missing).toEqual({
        message: expect.stringMatching(MAY[right]),
        url: expect.stringMatching(/^https/),
      });
    else expect(opening).toMatchObject({ code: 'notGranted', message: expect.stringMatching(MAY[right]) });
    const stepped = await reply(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    const said = stepped.ok ? JSON.stringify(stepped.value.reason) : stepped.message;
    expect(said).toMatch(MAY[right]);
    expect(said).not.toMatch(/auth\/|Required/);
    expect(addon.charged()).toBe(0);
    const search = await reply(addon, 'search', { platform: 'instagram', filters: {}, again: false });
    if (right === 'web') expect(search).toMatchObject({ ok: false, code: 'notGranted' });
    // Granted, the same run goes on.
    addon.emulator.users.grantScope(OWNER, AUTH + SCOPES[right]);
    expect((await value(addon, 'open', {})).missing).toBeUndefined();
    const charged = addon.charged();
    let now = await value(addon, 'stepRun', { id: run.id, resume: true, cap: null });
    while (now.state === 'running') now = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
    expect(now.state).toBe('done');
    expect(addon.charged()).toBe(charged + 3);
  },
);

test('without the right to connect, a formula says which item to open once, and counts nothing, in any language of Google', async () => {
  leaveOut('web');
  const sentence = await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[0]);
  expect(sentence).toMatch(
    /needs your permission to connect to influData\. Open Extensions › influData › API key and account/,
  );
  addon.emulator.users.grantScope(OWNER, AUTH + SCOPES.web);
  addon.emulator.faults.intercept = ({ service, phase }) =>
    service === 'UrlFetchApp' && phase === 'before'
      ? { throw: `Sie sind nicht berechtigt, UrlFetchApp.fetchAll aufzurufen. Erforderlich: ${AUTH}${SCOPES.web}` }
      : undefined;
  expect(await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[1])).toBe(sentence);
  delete addon.emulator.faults.intercept;
  const { today } = await value(addon, 'account', { again: false });
  expect(today).toMatchObject({ charged: 0, unknown: 0 });
  expect(addon.charged()).toBe(0);
});

test('without the right to the sheet, a formula that needs it says so, and one that does not works', async () => {
  leaveOut('sheet');
  const shown = await addon.shown('INFLU_ENGAGEMENT', 'instagram', handles[0]);
  if (typeof shown !== 'number') expect(shown).toMatch(MAY.sheet);
});

test('without the right to schedules, a schedule is refused; a night without the right to connect says so in the log', async () => {
  const form = { sheetId: 0, platform: 'instagram' as const, olderThanDays: 1, hour: 6, cap: 9 };
  let run = await started(addon);
  while (run.state === 'running') run = await value(addon, 'stepRun', { id: run.id, resume: false, cap: null });
  expect((await selected(addon)).hasRunBefore).toBe(true);
  leaveOut('schedule');
  expect(await reply(addon, 'setSchedule', { schedule: form })).toMatchObject({ ok: false, code: 'notAllowed' });
  addon.emulator.users.grantScope(OWNER, AUTH + SCOPES.schedule);
  await value(addon, 'setSchedule', { schedule: form });
  const charged = addon.charged();
  leaveOut('web');
  await night(addon);
  expect(log(addon)).toMatch(MAY.web);
  expect(addon.charged()).toBe(charged);
});
