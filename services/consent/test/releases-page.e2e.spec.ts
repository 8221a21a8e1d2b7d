import {
  ProgrammePublished,
  ReferralAccepted,
  ReferralReceived,
  natsSubject,
  type EventContract,
} from '@helhed/contracts';
import { municipalityCode, newId } from '@helhed/kernel';
import { Bus } from '@helhed/messaging';
import { getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import type { Browser, Page } from 'playwright-core';
import { faultsOf, startBrowser, widths, type Width } from './browser.js';
import { nextEvent } from './events.js';

const programme = 'nyborg-familiestue';
let platform: TestPlatform;
let municipality: TestMunicipality;
let bus: Bus;
let browser: Browser;

/** As referral's relay does. */
async function publish<T extends object>(contract: EventContract<T>, data: T): Promise<void> {
  const event = nextEvent(municipalityCode(municipality.code), contract, data);
  const subject = natsSubject(event.municipality, contract, event.orderkey);
  await (await bus.jetstream()).publish(subject, JSON.stringify(event), { msgID: event.id });
}

async function refer(receivedOn: string, accepted: boolean): Promise<void> {
  const named = { referralId: newId(), familyId: newId(), programme };
  const origin = { programmeVersion: 1, referringUnit: 'db-solsikken', kind: 'professional' as const };
  await publish(ReferralReceived, { ...named, ...origin, receivedOn });
  if (accepted) await publish(ReferralAccepted, { ...named, acceptedOn: receivedOn });
}

beforeAll(async () => {
  platform = await startPlatform({ services: ['consent', 'reporting'] });
  municipality = await platform.municipality();
  const { url, passwords } = platform.nats;
  bus = new Bus({ context: 'referral', url, user: 'referral', password: passwords.referral });
  await publish(ProgrammePublished, { programme, version: 1, definition: { ...getDefinition(programme) } });
  for (let family = 0; family < 17; family++) await refer('2023-03-02', family < 12);
  for (let family = 0; family < 6; family++) await refer('2024-03-02', family < 6);
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await bus?.close();
  await platform?.stop();
});

async function ask(actor: TestActor, path: string, body?: object): Promise<Response> {
  return fetch(`${platform.url}/reporting/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await actor.token()}`,
      'idempotency-key': newId(),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
}

/** When reporting has heard what was published. */
async function release(...years: number[]): Promise<void> {
  const lead = await municipality.person('familiestuen:programme-lead');
  const heard = `figures?programme=${programme}&from=2023-01-01&to=2024-12-31`;
  for (const until = Date.now() + 45_000; Date.now() < until;) {
    const { figures = [] } = (await (await ask(lead, heard)).json()) as { figures?: { code: string; value: number }[] };
    const value = (code: string) => figures.find((figure) => figure.code === code)?.value;
    if (value('referred') === 23 && value('accepted') === 18) break;
  }
  for (const year of years) expect((await ask(lead, 'releases', { programme, year })).status).toBe(201);
}

async function signedIn(actor: TestActor, width: Width): Promise<Page> {
  const page = await (await browser.newContext({ viewport: widths[width] })).newPage();
  await page.goto(`${platform.url}/consent/sign-in`);
  await page.selectOption('select[name=municipality]', municipality.code);
  await page.click('button[type=submit]');
  await page.fill('#username', actor.name);
  await page.fill('#password', actor.password ?? '');
  await page.click('#kc-login, button[type=submit]');
  await page.waitForURL((url) => url.origin === new URL(platform.url).origin);
  return page;
}

describe('the page of released figures', () => {
  it('is where a politician comes to, and says so where nothing was released', async () => {
    const page = await signedIn(await municipality.person('raadhuset:report-reader'), 'phone');
    expect(new URL(page.url()).pathname).toBe('/consent/releases');
    // when consent has heard of the programme
    for (const until = Date.now() + 45_000; Date.now() < until && (await page.locator('form select').count()) === 0;)
      await page.reload();
    expect(await page.innerText('main')).toMatch(/Udgivne tal[^]*Der er ikke givet tal ud for indsatsen endnu/);
    expect(await faultsOf(page, 'phone-releases-none')).toEqual([]);
    await release(2023, 2024);
  });

  it.each(Object.keys(widths) as Width[])(
    'shows a year in ranges, with a chart, and the other years, on a %s',
    async (width) => {
      const page = await signedIn(await municipality.person('raadhuset:report-reader'), width);
      await page.goto(`${platform.url}/consent/releases`);
      expect(await page.innerText('main')).toMatch(/Familiestue, familier indstillet i 2024/);
      await page.getByRole('link', { name: '2023' }).click();
      const text = await page.innerText('main');
      expect(text).toMatch(/indstillet i 2023[^]*Indstillet\s+15–19\s+Taget imod\s+10–14\s+Pladser givet\s+0–4/);
      expect(text).toMatch(/Ventetid, median\s+for få familier/);
      expect(text).toMatch(/Hvad tallene betyder[^]*Familier indstillet i året, hver talt én gang/);
      expect(await page.getByRole('img', { name: 'Familier' }).count()).toBe(1);
      expect(await faultsOf(page, `${width}-releases`)).toEqual([]);
      await page.getByRole('link', { name: 'English' }).click();
      expect(await page.innerText('main')).toMatch(/Released figures[^]*Referred\s+15–19/);
      expect(await faultsOf(page, `${width}-releases-english`)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('form')).toBe(false);
      expect(await page.isVisible('svg')).toBe(true);
    },
  );

  it('is not for a triager', async () => {
    const page = await signedIn(await municipality.person('visitation:triager'), 'phone');
    await page.goto(`${platform.url}/consent/releases`);
    expect(await page.innerText('main')).not.toMatch(/Indstillet/);
  });
});
