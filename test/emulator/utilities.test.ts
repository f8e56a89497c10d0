import { describe, expect, it } from 'vitest';
import { emulate, thrown, value } from './harness';

const CODE = `
function call(method) { return Utilities[method].apply(Utilities, Array.prototype.slice.call(arguments, 1)); }
function format(ms, zone, pattern) { return Utilities.formatDate(new Date(ms), zone, pattern); }
function zip(text) { var zipped = Utilities.gzip(Utilities.newBlob(text, 'text/plain')); return [Utilities.ungzip(zipped).getDataAsString(), zipped.getContentType()]; }
function unzip(type) { Utilities.ungzip(Utilities.newBlob('no gzip', type)); }
function blob() { var b = Utilities.newBlob('hé', 'text/plain', 'a.txt'); return [b.getBytes(), b.getName(), b.getDataAsString()]; }
function notADate() { Utilities.formatDate('2026-01-01', 'GMT', 'yyyy'); }
function uuids() { return [Utilities.getUuid(), Utilities.getUuid()]; }
`;

describe('Utilities', () => {
  it('sleeps for 300 s at most', async () => {
    const emulator = await emulate(CODE);
    const start = emulator.clock.now();
    await value(emulator, 'call', 'sleep', 300_000);
    expect(emulator.clock.now() - start).toBe(300_000);
    expect(await thrown(emulator, 'call', 'sleep', 300_001)).toBe('Exception: Invalid argument: milliseconds');
    expect(await thrown(emulator, 'call', 'sleep', -1)).toBe('Exception: Invalid argument: milliseconds');
  });

  it.each([
    ['GMT', 'yyyy-MM-dd HH:mm:ss.SSS', '2026-07-04 15:06:07.089'],
    ['Europe/Berlin', "d MMM yy, h:mm a 'o''clock' EEEE", "4 Jul 26, 5:06 PM o'clock Saturday"],
    ['America/New_York', "yyyy-MM-dd'T'HH:mm:ssXXX z", '2026-07-04T11:06:07-04:00 EDT'],
    ['Asia/Kolkata', 'HH:mm Z MMMM EEE D', '20:36 +0530 July Sat 185'],
    ['GMT+2', 'HH X', '17 +02'],
    ['No/Such', 'HH', '15'],
  ])('formats dates in %s as %s', async (zone, pattern, expected) => {
    expect(await value(await emulate(CODE), 'format', Date.UTC(2026, 6, 4, 15, 6, 7, 89), zone, pattern)).toBe(
      expected,
    );
  });

  it('formats nothing but dates', async () => {
    expect(await thrown(await emulate(CODE), 'notADate')).toContain('Invalid argument: date');
  });

  it('zips and unzips blobs', async () => {
    const emulator = await emulate(CODE);
    expect(await value(emulator, 'zip', 'ab'.repeat(1000))).toEqual(['ab'.repeat(1000), 'application/x-gzip']);
    expect(await thrown(emulator, 'unzip', 'application/x-gzip')).toBe('Exception: Could not decompress gzip.');
    expect(await thrown(emulator, 'unzip', 'text/plain')).toMatch(/must have content type application\/x-gzip/);
    expect(await value(emulator, 'blob')).toEqual([[104, -61, -87], 'a.txt', 'hé']);
  });

  it('makes different UUIDs', async () => {
    const emulator = await emulate(CODE);
    const [first, second] = (await value(emulator, 'uuids')) as string[];
    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(second).not.toBe(first);
  });
});
