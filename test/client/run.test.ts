import { describe, expect, test } from 'vitest';
import { isCapped, noteOf, runTitle, stripTitle, textOfRun, type ShownRun } from '../../src/client/run/run-text';
import type { RunView } from '../../src/sidebar/run-calls';
import { contentOf } from '../browser/sidebar-content-data';
import { enrichOf, runOf } from '../browser/sidebar-data';
import { reportOf } from '../browser/sidebar-report-data';

const shown = (run: RunView, more: Partial<ShownRun> = {}): ShownRun => ({
  run,
  isDriving: false,
  isPausing: false,
  error: undefined,
  ...more,
});
const title = (run: RunView, more: Partial<ShownRun> = {}): string => runTitle(shown(run, more));
const strip = (run: RunView, more: Partial<ShownRun> = {}): string => stripTitle(shown(run, more));
const rest = (run: RunView): number => textOfRun(run).restPrice(run);
const lacking = (run: RunView): string => textOfRun(run).lacking(run);
const DRIVING = { isDriving: true };

describe('a run of whatever kind', () => {
  test('says what it is at', () => {
    expect(title(runOf(), DRIVING)).toBe('Writing to “Instagram Germany”…');
    expect(title(enrichOf({ action: 'weekly' }), DRIVING)).toBe('Adding to the weekly refresh: “Spring campaign”…');
    expect(title(reportOf(), DRIVING)).toBe('Making audience reports…');
    expect(title(reportOf({ what: 'profiles' }), DRIVING)).toBe('Comparing creators…');
    expect(title(contentOf(), DRIVING)).toBe('Getting posts into “Content fashion, style”…');
    for (const run of [runOf(), enrichOf(), reportOf(), contentOf()])
      expect(title(run, { isDriving: true, isPausing: true })).toBe('Pausing after the calls under way…');
  });

  test('says how it rests, and as what', () => {
    expect(title(runOf())).toBe('This run is not finished');
    expect(title(reportOf({ state: 'stopped' }))).toBe('The run is paused');
    expect(title(contentOf())).toBe('This run is not finished');
    expect(title(contentOf({ action: 'sync', state: 'stopped' }))).toBe('The run is paused');
    expect(strip(runOf({ state: 'stopped' }))).toBe('Paused: writing to “Instagram Germany”');
    expect(strip(enrichOf())).toBe('Not finished: enriching “Spring campaign”');
  });

  test('says what came of it', () => {
    const done = { state: 'done', creators: 2, doneCreators: 2 } as const;
    expect(title(reportOf({ ...done, sheets: ['a', 'b'] }))).toBe('2 reports made');
    expect(title(reportOf({ ...done, sheets: ['a'] }))).toBe('1 report made');
    expect(title(reportOf({ ...done, what: 'comparison', sheets: ['a'] }))).toBe('Audiences compared');
    expect(title(reportOf(done))).toBe('No reports made');
    expect(title(reportOf({ ...done, doneCreators: 1, sheets: ['a'] }))).toBe('Run ended');
    expect(title(contentOf({ action: 'refresh', state: 'done' }))).toBe(
      'Synced and refreshed “Content fashion, style”',
    );
    expect(title(enrichOf({ state: 'done', doneRows: 4, rows: 5 }))).toBe('Run ended');
  });

  test('says what came to nothing, and no button mends', () => {
    const skipped = { state: 'done', skipped: 100 } as const;
    expect([title(runOf(skipped)), lacking(runOf(skipped))]).toEqual([
      'No new creators',
      '100 already in a sheet, skipped.',
    ]);
    const some = runOf({ ...skipped, written: 20, leftOut: [{ sheet: 'Spring', status: 'declined', creators: 97 }] });
    expect([title(some), lacking(some)]).toEqual(['Written to “Instagram Germany”', '3 already in a sheet, skipped.']);
    expect(lacking(runOf({ ...some, skipped: 97 }))).toBe('');
    const counts = { unreadable: 5, done: 50, failed: 2, queued: 1, 'not found': 1 };
    expect(lacking(enrichOf({ counts }))).toBe('1 not found · 5 unreadable');
  });

  test('repeats no reason that its title or its list says', () => {
    expect(noteOf(runOf({ message: 'Paused.', reason: { code: 'paused' } }))).toBe('');
    expect(
      noteOf(reportOf({ message: '2 sheets made.', reason: { code: 'reportsMade', sheets: 2, without: 0 } })),
    ).toBe('');
    expect(noteOf(runOf({ message: 'Why.', reason: { code: 'noTurn' } }))).toBe('Why.');
  });

  test('what the rest costs at most', () => {
    expect(rest(runOf({ pages: 5, donePages: 2 }))).toBe(3);
    expect(rest(enrichOf({ rows: 30, doneRows: 10, fields: ['audienceAge'] }))).toBe(400);
    expect(rest(enrichOf({ rows: 30, action: 'queue', fields: [] }))).toBe(0);
    expect(rest(reportOf({ creators: 8, doneCreators: 5 }))).toBe(60);
    expect(rest(reportOf({ creators: 8, doneCreators: 5, what: 'profiles' }))).toBe(3);
    expect(rest(reportOf({ creators: 8, doneCreators: 2, used: 120 }))).toBe(40);
    expect(rest(reportOf({ creators: 8, doneCreators: 2, used: 161 }))).toBe(0);
  });

  test('its own cap is told from the other caps, and stands in the way only while there is more to get', () => {
    const atCap = { state: 'stopped', reason: { code: 'runCap', requests: 10 } } as const;
    expect(isCapped(runOf(atCap))).toBe(true);
    expect(isCapped(contentOf({ ...atCap, resumeCosts: 0 }))).toBe(false);
    expect(isCapped(runOf({ state: 'stopped', reason: { code: 'dayCap', requests: 10 } }))).toBe(false);
    expect(isCapped(contentOf({ state: 'stopped', used: 50, cap: 50, resumeCosts: 450 }))).toBe(true);
    expect(isCapped(contentOf({ state: 'stopped', used: 49, cap: 50 }))).toBe(false);
    const lost = { used: 2, unconfirmed: 8, cap: 10, rows: 10 } as const;
    expect(isCapped(enrichOf({ ...lost, state: 'stopped', fields: ['followers'] }))).toBe(true);
    expect(isCapped(enrichOf({ ...lost, state: 'stopped', fields: ['followers'], underWay: 8 }))).toBe(false);
    expect(isCapped(enrichOf({ ...lost, state: 'running', fields: ['followers'] }))).toBe(false);
  });
});
