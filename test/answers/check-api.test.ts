import { describe, expect, test } from 'vitest';
import { checkApi, type CheckOptions, type Heard, type Sent } from '../../dev/check-api/check';
import { probes } from '../../src/jobs/account/answer-probe';
import { summaryOf, type Report } from '../../dev/check-api/report';
import { PROFILE_SHAPES } from '../../dev/standin/profile-shape';
import { createStandin, DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY } from '../../dev/standin/standin';

const START_MS = Date.UTC(2026, 10, 23, 8);
const ALL = probes().reduce((sum, { price }) => sum + price, 0);

type Bend = (sent: Sent, body: any, heard: Heard) => Partial<Heard> | undefined;

/** A stand-in that the probe asks in-process, on a clock of its own; `bend` changes answers on their way. */
function api(bend: Bend = () => undefined) {
  const clock = { nowMs: START_MS };
  const standin = createStandin({ creators: 300, now: () => clock.nowMs, latencyMs: 0 });
  const said: string[] = [];
  const send = async (sent: Sent): Promise<Heard> => {
    const reply = standin.handle(sent);
    if ('lost' in reply) throw new Error('lost');
    const text = new TextDecoder().decode(reply.body);
    const heard = { status: reply.status, headers: reply.headers as Record<string, string>, text };
    const body = JSON.parse(text) as unknown;
    const bent = bend(sent, body, heard);
    return { ...heard, text: JSON.stringify(body), ...bent };
  };
  const check = (more: Partial<CheckOptions> = {}): Promise<Report> =>
    checkApi({
      base: 'https://app.infludata.com/api/externalAPI',
      key: DEMO_ORGANIZATION_KEY,
      clientId: DEMO_ORGANIZATION_CLIENT_ID,
      spend: 0,
      send,
      nowMs: () => clock.nowMs,
      sleep: async (ms) => void (clock.nowMs += ms),
      say: (line) => void said.push(line),
      ...more,
    });
  return { standin, clock, said, check };
}

describe('what it spends', () => {
  test('is nothing unless it is told to, and what was not asked is named with its price', async () => {
    const { standin, check, said } = api();
    const report = await check();
    expect(standin.charges.total()).toBe(0);
    expect(report.calls.map(({ endpoint }) => endpoint)).toEqual([
      'getClientInfo',
      'getCitiesForCountry',
      'checkDataStatus',
      'bulkAddToEnrich',
    ]);
    expect([report.findings, said]).toEqual([[], []]);
    expect(report.notAsked).toEqual(expect.arrayContaining(['profile with scores (1)', 'audience report (20)']));
  });

  test.each([1, 2, 3, 19, 20, 22, ALL])(
    'is never more than --spend %i, and each price is said before',
    async (spend) => {
      const { standin, check, said } = api();
      const report = await check({ spend });
      expect(standin.charges.total()).toBeLessThanOrEqual(spend);
      expect(report.spent).toEqual({ most: expect.any(Number), charged: standin.charges.total() });
      expect(said).toHaveLength(report.calls.filter(({ price }) => price > 0).length);
      expect(said[0]).toBe(`profile with scores: 1 of ${spend} left to spend`);
    },
  );
});

test.each(PROFILE_SHAPES)('answers of shape %s are read, and every section of a report is listed', async (shape) => {
  const { standin, check } = api();
  standin.shape = shape;
  const report = await check({ spend: ALL });
  const strange = report.findings.filter((text) => !/section|scale|unknown: /.test(text));
  expect(strange).toEqual([]);
  const audience = report.calls.find(({ name }) => name === 'audience report');
  expect(audience?.sections?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['gender', 'age', 'ageGender', 'countries', 'cities', 'languages', 'interests', 'quality']),
  );
  expect(audience?.catalogue).toEqual(expect.arrayContaining(['followers', 'platformId', 'profileScore', 'timeline']));
  const untold = (audience?.sections ?? []).flatMap(({ name, read }) => (read === 'untold' ? [name] : []));
  expect(untold).toEqual(shape === 'labelled' ? ['cities', 'interests', 'quality'] : []);
});

test('the report holds names and types, and no value of anyone: no key, no handle of a stranger, no text', async () => {
  const { standin, check } = api((sent, body) => {
    if (sent.url.includes('includeAudience'))
      body.data.audienceFollowers.data.notableUsers = { adalovelace: { followers: 3 } };
    return undefined;
  });
  standin.shape = 'nested';
  const report = await check({ spend: ALL });
  const text = JSON.stringify(report);
  expect(text).toContain('unknown section notableUsers (object of {followers: number})');
  const creator = standin.creators.find('instagram', 'adidas');
  if (!creator) throw new Error('no adidas');
  const { bio, userId } = standin.creators.text(creator);
  const secrets = [
    DEMO_ORGANIZATION_KEY,
    DEMO_ORGANIZATION_CLIENT_ID,
    creator.creatorId,
    userId,
    'like_',
    'adalovelace',
    'https://www',
  ];
  for (const secret of [...secrets, bio.slice(0, 20), String(creator.followers)]) expect(text).not.toContain(secret);
});

test('without a client id it is tried without one; what the answer tells is used', async () => {
  const { standin, check } = api();
  standin.manners.clientIdOptional = true;
  const report = await check({ clientId: undefined as never, spend: 1 });
  expect(report.spent).toEqual({ most: 1, charged: 1 });
  standin.manners.clientIdOptional = false;
  expect((await check({ clientId: undefined as never })).findings).toEqual([]);
});

describe('a second run', () => {
  test('says that nothing has changed, or what has', async () => {
    const { standin, check } = api();
    standin.shape = 'flat';
    const first = await check({ spend: ALL });
    expect((await check({ spend: ALL, before: first })).changes).toEqual([]);
    standin.shape = 'labelled';
    const { changes } = await check({ spend: ALL, before: first });
    expect(changes).toEqual(
      expect.arrayContaining([
        'audience report: section cities was shares, is untold',
        'audience report: section audienceDevices is new (unknown)',
        'profile with scores: profilePicUrl is gone',
        'profile with scores: profilePictureUrl is new (text)',
      ]),
    );
  });
});

test('a free run forgets nothing that was paid for, and compares with it later', async () => {
  const { standin, check } = api();
  standin.shape = 'flat';
  const paid = await check({ spend: ALL });
  const free = await check({ before: paid });
  expect(free.earlier.map(({ name }) => name)).toEqual(
    paid.calls.flatMap(({ name, price }) => (price > 0 ? [name] : [])),
  );
  expect((await check({ spend: 1, before: free })).changes).toEqual([]);
});

/** Ten ways in which the API may be otherwise than we think, and what the report has to say of each. */
const BENDS: [name: string, said: RegExp, bend: Bend][] = [
  [
    'a list under another name',
    /^search with keywords: the add-on couldn't read this reply/m,
    (sent, body) => {
      if (!sent.url.includes('keywords')) return undefined;
      body.results = body.users;
      delete body.users;
    },
  ],
  [
    'a balance as a text',
    /^client info: reportsLeft is text, not number/m,
    (sent, body) => void (sent.url.includes('getClientInfo') && (body.reportsLeft = String(body.reportsLeft))),
  ],
  [
    'a field less',
    /^data status: the contract’s timelineDatapoints is missing/m,
    (sent, body) => void (sent.url.includes('checkDataStatus') && delete body.timelineDatapoints),
  ],
  [
    'a figure as a text',
    /^one post: items\[\]\.reach is text, not number/m,
    (sent, body) => {
      if (sent.url.includes('getContent')) for (const item of body.items) item.reach = `${item.reach}`;
      return undefined;
    },
  ],
  [
    'a field more',
    /^profile with scores: unknown: .*moodIndex/m,
    (sent, body) => void (sent.url.includes('showDatalog') && (body.moodIndex = 4)),
  ],
  [
    'a section more',
    /^audience report: unknown section audienceDevices \(object of number\)/m,
    (sent, body) => void (sent.url.includes('includeAudience') && (body.audienceDevices = { ios: 62, android: 38 })),
  ],
  [
    'a scale that cannot be told',
    /^audience report: the scale of gender is unclear, so it is shown as it came \(list of {name: text, percent: number}\)/m,
    (sent, body) => {
      if (sent.url.includes('includeAudience')) body.audienceGender = [{ name: 'female', percent: 0.6 }];
      return undefined;
    },
  ],
  [
    'another form of a list',
    /^cities of Germany: \[\] is object, not text/m,
    (sent, body) =>
      sent.url.includes('getCities') ? { text: JSON.stringify(body.map((name: string) => ({ name }))) } : undefined,
  ],
  [
    'a page of a proxy',
    /^queue for enrichment: status 502, not 200\nqueue for enrichment: the answer is no JSON/m,
    (sent) => (sent.url.includes('bulkAdd') ? { status: 502, text: '<html>Bad gateway</html>' } : undefined),
  ],
  [
    'followers under a name that nobody knows',
    /^profile on YouTube: of followers, username and engagement only these were found: (?!.*followers)/m,
    (sent, body) => {
      if (!sent.url.includes('youtube')) return undefined;
      body.fans = body.followers;
      delete body.followers;
    },
  ],
];

test('each of ten bends is named, alone', async () => {
  const plain = api();
  plain.standin.shape = 'flat';
  const usual = new Set((await plain.check({ spend: ALL })).findings);
  for (const [name, said, bend] of BENDS) {
    const { standin, check } = api(bend);
    standin.shape = 'flat';
    const findings = (await check({ spend: ALL })).findings.filter((text) => !usual.has(text));
    expect([name, findings.join('\n')]).toEqual([name, expect.stringMatching(said)]);
    expect([name, findings.length <= 4]).toEqual([name, true]);
  }
});

test('and all ten at once; the summary tells them', async () => {
  const { standin, check } = api((sent, body, heard) => {
    const bent = BENDS.map(([, , bend]) => bend(sent, body, heard));
    return bent.find((each) => each !== undefined);
  });
  standin.shape = 'flat';
  const summary = summaryOf(await check({ spend: ALL }))
    .join('\n')
    .replace(/^- /gm, '');
  for (const [, said] of BENDS) expect(summary).toMatch(said);
});

test('a charge beyond the price is named', async () => {
  const { standin, check } = api((sent) => {
    if (sent.url.includes('getUserData'))
      standin.keys.setBalance(DEMO_ORGANIZATION_KEY, (standin.keys.get(DEMO_ORGANIZATION_KEY)?.balance ?? 0) - 4);
    return undefined;
  });
  const { findings } = await check({ spend: 1 });
  expect(findings).toEqual(expect.arrayContaining(['profile with scores: charged 5 requests, the contract says 1']));
});

test('an answer that never comes, and one that is slow, are named', async () => {
  const { standin, check, clock } = api((sent) => {
    if (sent.url.includes('checkDataStatus')) clock.nowMs += 12_000;
    return undefined;
  });
  standin.faults.add({ endpoint: 'getCitiesForCountry', lost: 'before-charge' });
  expect((await check()).findings).toEqual([
    'cities of Germany: no answer came; it may have been charged',
    'data status: took 12 s',
  ]);
});
