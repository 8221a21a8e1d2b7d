import { ReferralAccepted, ReferralReceived } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { type TestActor, faultsOf, widths, type Width } from '@helhed/testing';
import { programme, Reports, until } from './reports.js';

let reports: Reports;

async function refer(receivedOn: string, accepted: boolean): Promise<void> {
  const named = { referralId: newId(), familyId: newId(), programme };
  const origin = { programmeVersion: 1, referringUnit: 'db-solsikken', kind: 'professional' as const };
  await reports.publish(ReferralReceived, { ...named, ...origin, receivedOn });
  if (accepted) await reports.publish(ReferralAccepted, { ...named, acceptedOn: receivedOn });
}

beforeAll(async () => {
  reports = await Reports.start();
  for (let family = 0; family < 17; family++) await refer('2023-03-02', family < 12);
  for (let family = 0; family < 6; family++) await refer('2024-03-02', family < 6);
}, 300_000);
afterAll(() => reports?.stop());

async function ask(actor: TestActor, path: string, body?: object): Promise<Response> {
  return fetch(`${reports.platform.url}/reporting/v1/${path}`, {
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
  const lead = await reports.municipality.person('familiestuen:programme-lead');
  const heard = `figures?programme=${programme}&from=2023-01-01&to=2024-12-31`;
  await until(async () => {
    const { figures = [] } = (await (await ask(lead, heard)).json()) as { figures?: { code: string; value: number }[] };
    const value = (code: string) => figures.find((figure) => figure.code === code)?.value;
    return value('referred') === 23 && value('accepted') === 18;
  });
  for (const year of years) expect((await ask(lead, 'releases', { programme, year })).status).toBe(201);
}

describe('the page of released figures', () => {
  const politician = () => reports.municipality.person('raadhuset:report-reader');

  it('is where a politician comes to, and says so where nothing was released', async () => {
    const page = await reports.signedIn(await politician(), 'phone');
    expect(new URL(page.url()).pathname).toBe('/consent/releases');
    // when consent has heard of the programme
    await until(async () => {
      await page.reload();
      return (await page.locator('form select').count()) > 0;
    });
    expect(await page.innerText('main')).toMatch(/Udgivne tal[^]*Der er ikke givet tal ud for indsatsen endnu/);
    expect(await faultsOf(page, 'phone-releases-none')).toEqual([]);
    await release(2023, 2024);
  });

  it.each(Object.keys(widths) as Width[])(
    'shows a year in ranges, with a chart, and the other years, on a %s',
    async (width) => {
      const page = await reports.signedIn(await politician(), width);
      await page.goto(`${reports.platform.url}/consent/releases`);
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
      await reports.printed(page, `${width}-releases`);
    },
  );

  it('is not for a triager', async () => {
    const page = await reports.signedIn(await reports.municipality.person('visitation:triager'), 'phone');
    await page.goto(`${reports.platform.url}/consent/releases`);
    expect(await page.innerText('main')).not.toMatch(/Indstillet/);
  });
});
