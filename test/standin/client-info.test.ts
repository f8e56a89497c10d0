import { beforeEach, describe, expect, test } from 'vitest';
import { DEMO_ORGANIZATION_CLIENT_ID, DEMO_ORGANIZATION_KEY, DEMO_TRIAL_CLIENT_ID } from '../../dev/standin/standin';
import { openDesk, START_MS, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => (desk = await openDesk()));

describe('getClientInfo', () => {
  const path = `getClientInfo?clientId=${DEMO_ORGANIZATION_CLIENT_ID}`;

  test('tells the balance after what was charged, and charges nothing itself', async () => {
    await desk.ask('getUserData?platform=instagram&username=adidas&includeAudienceReport=true');
    const { json } = await desk.ask(path);
    expect(json).toEqual({
      clientId: DEMO_ORGANIZATION_CLIENT_ID,
      reportsLeft: 9_980,
      reports: [],
      createdDate: new Date(START_MS).toISOString(),
    });
    expect(desk.standin.charges.total()).toBe(20);
  });

  test('400 without clientId', async () => {
    expect((await desk.ask('getClientInfo')).status).toBe(400);
  });

  test("403 with another key's clientId", async () => {
    expect((await desk.ask(`getClientInfo?clientId=${DEMO_TRIAL_CLIENT_ID}`)).status).toBe(403);
  });

  test('still answers where the month is used up', async () => {
    desk.standin.keys.setBalance(DEMO_ORGANIZATION_KEY, 0);
    expect((await desk.ask(path)).json.reportsLeft).toBe(0);
  });
});

describe('getCitiesForCountry', () => {
  test('lists cities whose names the discovery filter knows, and charges nothing', async () => {
    const { json } = await desk.ask('getCitiesForCountry?country=Germany');
    expect(json).toContain('Frankfurt am Main');
    expect(desk.standin.charges.total()).toBe(0);
    const found = await desk.ask(`discovery?platform=instagram&country=Germany&city=${encodeURIComponent(json[4])}`);
    expect(found.json.count).toBeGreaterThan(0);
  });

  test('is case-sensitive: a misspelt country has an empty list', async () => {
    expect(await desk.ask('getCitiesForCountry?country=germany')).toMatchObject({ status: 200, json: [] });
  });

  test('400 without country', async () => {
    expect((await desk.ask('getCitiesForCountry')).status).toBe(400);
  });
});
