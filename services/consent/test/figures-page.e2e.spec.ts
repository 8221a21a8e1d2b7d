import { ProgrammePublished, ReferralReceived, natsSubject, type EventContract } from '@helhed/contracts';
import { municipalityCode, newId } from '@helhed/kernel';
import { Bus } from '@helhed/messaging';
import { getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import type { Browser, Page } from 'playwright-core';
import { faultsOf, startBrowser, widths, type Width } from './browser.js';
import { nextEvent } from './events.js';

const programme = 'nyborg-familiestue';
const received = 4;
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

beforeAll(async () => {
  platform = await startPlatform({ services: ['consent', 'reporting'] });
  municipality = await platform.municipality();
  const { url, passwords } = platform.nats;
  bus = new Bus({ context: 'referral', url, user: 'referral', password: passwords.referral });
  await publish(ProgrammePublished, { programme, version: 1, definition: { ...getDefinition(programme) } });
  for (let family = 0; family < received; family++)
    await publish(ReferralReceived, {
      referralId: newId(),
      familyId: newId(),
      programme,
      programmeVersion: 1,
      referringUnit: 'db-solsikken',
      kind: 'professional',
      receivedOn: '2026-03-02',
    });
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await bus?.close();
  await platform?.stop();
});

const address = `/consent/figures?programme=${programme}&from=2026-01-01&to=2026-12-31`;

async function signedIn(actor: TestActor, width: Width): Promise<Page> {
  const page = await (await browser.newContext({ viewport: widths[width] })).newPage();
  await page.goto(`${platform.url}/consent/figures`);
  await page.selectOption('select[name=municipality]', municipality.code);
  await page.click('button[type=submit]');
  await page.fill('#username', actor.name);
  await page.fill('#password', actor.password ?? '');
  await page.click('#kc-login, button[type=submit]');
  await page.waitForURL((url) => url.pathname === '/consent/figures');
  return page;
}

/** Until reporting has heard what was published. */
async function shown(page: Page, text: RegExp): Promise<string> {
  for (const until = Date.now() + 45_000; Date.now() < until;) {
    await page.goto(platform.url + address);
    if (text.test(await page.innerText('main'))) break;
  }
  return page.innerText('main');
}

describe.each(Object.keys(widths) as Width[])('the page of figures on a %s', (width) => {
  it('asks for a programme and a period, and shows charts, their tables and what they mean', async () => {
    const page = await signedIn(await municipality.person('familiestuen:programme-lead'), width);
    expect(await page.innerText('h1')).toBe('Årets tal');
    expect(await faultsOf(page, `${width}-figures-asked`)).toEqual([]);
    const text = await shown(page, /Indstillet\s+4/);
    expect(text).toMatch(/Familiestue, 1\. januar 2026 – 31\. december 2026/);
    expect(text).toMatch(/Indstillet\s+4\s+–\s+Taget imod\s+0\s+0/);
    expect(text).toMatch(/Hvad tallene betyder[^]*Indstillinger modtaget i perioden/);
    expect(await page.getByRole('img', { name: 'Indstillinger og forløb' }).count()).toBe(1);
    expect(await faultsOf(page, `${width}-figures`)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.innerText('main')).toMatch(/The year's figures[^]*Referred\s+4/);
    expect(await faultsOf(page, `${width}-figures-english`)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('form')).toBe(false);
    expect(await page.isVisible('svg')).toBe(true);
  });
});

it('a pedagogue has no page of figures', async () => {
  const page = await signedIn(await municipality.person('db-solsikken:pedagogue'), 'phone');
  expect(await page.innerText('main')).not.toMatch(/Årets tal/);
});
