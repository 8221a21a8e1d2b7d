import { newId } from '@helhed/kernel';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { asserted } from './asserted.js';
import { faultsOf, startBrowser, widths, type Width } from './browser.js';
import { inConsent, knowAge, knowFamily, link } from './know-family.js';

const family = { familyId: newId(), maja: newId(), jonas: newId(), alma: newId() };
const hostile = '<script>document.title = "taken"</script>"\'';

let platform: TestPlatform;
let municipality: TestMunicipality;
let browser: Browser;
let maja: TestActor;
let officer: TestActor;
let triager: TestActor;

beforeAll(async () => {
  platform = await startPlatform({ services: ['consent'] });
  municipality = await platform.municipality();
  [maja, officer, triager] = await Promise.all([
    municipality.citizen('maja'),
    municipality.person('raadhuset:data-protection-officer', 'visitation:triager'),
    municipality.person('visitation:triager'),
  ]);
  await knowFamily(platform, municipality, family);
  await knowAge(platform, municipality, family.alma, '2022-04-02');
  await link(platform, municipality, maja.sub, family.maja);
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const contexts: BrowserContext[] = [];
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

const address = (path: string): string => `${platform.url}/consent${path}`;

/** A browser of nobody's, at a width. */
async function open(width: Width = 'phone'): Promise<Page> {
  const context = await browser.newContext({ viewport: widths[width] });
  contexts.push(context);
  return context.newPage();
}

/** Somebody asks for a page and signs in on the way. */
async function signIn(page: Page, actor: TestActor, path = '/my'): Promise<void> {
  await page.goto(address(path));
  if (page.url().includes('/consent/sign-in')) {
    await page.selectOption('select[name=municipality]', municipality.code);
    await page.click('button[type=submit]');
  }
  await page.fill('#username', actor.name);
  await page.fill('#password', actor.password ?? '');
  await page.click('#kc-login, button[type=submit]');
  await page.waitForURL((url) => url.pathname.startsWith('/consent/') && !url.pathname.includes('sign-in'));
}

async function recorded(changes = {}): Promise<string> {
  const response = await fetch(address('/v1/bases'), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await triager.token()}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: JSON.stringify(asserted(family, changes)),
  });
  const body = (await response.json()) as { id: string };
  expect([response.status, body]).toMatchObject([201, { id: expect.any(String) }]);
  return body.id;
}

const sessionCookie = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === '__Host-helhed');

describe.each(Object.keys(widths) as Width[])('the pages on a %s', (width) => {
  it('sign a parent in, and show what is held, who may see it, who has seen it, and the consents', async () => {
    await recorded();
    const page = await open(width);
    await page.goto(address('/sign-in'));
    expect(await faultsOf(page, `${width}-sign-in`)).toEqual([]);
    await signIn(page, maja);
    expect(new URL(page.url()).pathname).toBe('/consent/my');
    expect(await page.innerText('main')).toMatch(/Dig selv[^]*Dit barn, \d+ år/);
    expect(await faultsOf(page, `${width}-my`)).toEqual([]);
    for (const [link, said] of [
      ['Hvad står der?', /Svarer ikke lige nu/],
      ['Hvem må se det?', /Visitatoren, som vurderer jeres indstilling/],
      ['Hvem har set det?', /Ingen har set noget endnu|Antal opslag: \d/],
      ['Samtykker', /må få oplysninger fra[^]*Træk mit samtykke tilbage/],
    ] as const) {
      await page.goto(address('/my'));
      await page.getByRole('link', { name: link }).first().click();
      expect(await page.innerText('main')).toMatch(said);
      expect(await faultsOf(page, `${width}-${new URL(page.url()).pathname.split('/').at(-1)}`)).toEqual([]);
    }
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto(address('/my'));
    expect(await page.innerText('h1')).toBe('My data');
  });

  it('take a consent back in two steps, and give the receipt', async () => {
    const id = await recorded();
    const page = await open(width);
    await signIn(page, maja, `/my/bases/${id}/withdraw`);
    expect(new URL(page.url()).pathname).toBe(`/consent/my/bases/${id}/withdraw`);
    const said = await page.innerText('main');
    expect(said).toMatch(/Det betyder[^]*Det må de stadig/);
    expect(await faultsOf(page, `${width}-withdraw`)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, træk mit samtykke tilbage' }).click();
    expect(new URL(page.url()).pathname).toBe(`/consent/my/bases/${id}/receipt`);
    expect(await page.innerText('main')).toMatch(
      /Dit samtykke er trukket tilbage[^]*1 person har taget sit ja tilbage/,
    );
    expect(await faultsOf(page, `${width}-receipt`)).toEqual([]);
    await page.goto(address(`/my/bases/${id}/withdraw`));
    expect(await page.innerText('h1')).toBe('Dit samtykke er allerede trukket tilbage');
  });

  it('show the data protection officer the samples, once a function is chosen', async () => {
    const page = await open(width);
    await signIn(page, officer, '/samples');
    expect(await page.innerText('main')).toContain('Vælg den funktion');
    expect(await faultsOf(page, `${width}-choose-function`)).toEqual([]);
    await page.getByRole('link', { name: 'raadhuset:data-protection-officer' }).click();
    expect(await page.innerText('h1')).toBe('Stikprøver af opslag');
    expect(await faultsOf(page, `${width}-samples`)).toEqual([]);
  });

  it('explain themselves to everybody', async () => {
    const page = await open(width);
    for (const path of ['/reasons', '/reasons/consent-withdrawn', '/problems', '/problems/csrf', '/sign-out']) {
      await page.goto(address(path));
      expect([path, await faultsOf(page, `${width}${path.replaceAll('/', '-')}`)]).toEqual([path, []]);
    }
  });
});

describe('a session', () => {
  it('is a new one at each sign-in, in a cookie that no script reads', async () => {
    const page = await open();
    const planted = `${municipality.code}.${'x'.repeat(43)}`;
    await page.goto(address('/sign-in'));
    await page.evaluate(`document.cookie = '__Host-helhed=${planted}; Secure; Path=/'`);
    expect((await sessionCookie(page))?.value).toBe(planted);
    await signIn(page, maja);
    const first = await sessionCookie(page);
    expect(first).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    expect(first?.value).not.toBe(planted);
    await page.goto(address(`/sign-in?municipality=${municipality.code}`));
    await page.waitForURL((url) => url.pathname === '/consent/my');
    expect((await sessionCookie(page))?.value).not.toBe(first?.value);
  });

  it('ends when its owner signs out: here and at Keycloak', async () => {
    const page = await open();
    await signIn(page, maja);
    const cookie = await sessionCookie(page);
    await page.getByRole('link', { name: 'Log ud' }).click();
    expect(await faultsOf(page, 'phone-leave')).toEqual([]);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.waitForURL((url) => url.pathname === '/consent/sign-out');
    expect(await page.innerText('h1')).toBe('Du er logget ud');
    const again = await fetch(address('/my'), {
      headers: { cookie: `__Host-helhed=${cookie?.value}` },
      redirect: 'manual',
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/consent/sign-in?to=%2Fconsent%2Fmy']);
    await page.goto(address(`/sign-in?municipality=${municipality.code}`));
    expect(await page.isVisible('#password')).toBe(true);
  });

  it('that was left alone, or has lasted a day, leads to sign-in; one whose token is old gets a new one', async () => {
    const page = await open();
    await signIn(page, maja);
    const age = (change: string) =>
      inConsent(platform, municipality, (tx) => tx.query(`UPDATE helhed.page_session SET ${change}`));
    await age(`token_expires_at = clock_timestamp() - interval '1 minute'`);
    await page.goto(address('/my'));
    expect(new URL(page.url()).pathname).toBe('/consent/my');
    const fresh = await inConsent(platform, municipality, (tx) =>
      tx.query('SELECT FROM helhed.page_session WHERE token_expires_at > clock_timestamp()'),
    );
    expect(fresh).toHaveLength(1);
    for (const change of [
      `used_at = clock_timestamp() - interval '31 minutes'`,
      `began_at = clock_timestamp() - interval '9 hours'`,
    ]) {
      await age('used_at = clock_timestamp(), began_at = clock_timestamp()');
      await page.goto(address('/my'));
      expect([change, new URL(page.url()).pathname]).toEqual([change, '/consent/my']);
      await age(change);
      await page.goto(address('/my'));
      expect([change, new URL(page.url()).pathname]).toEqual([change, '/consent/sign-in']);
    }
  });

  it('opens no route of the API, and no form without its own token', async () => {
    const id = await recorded();
    const page = await open();
    await signIn(page, maja);
    const cookie = `__Host-helhed=${(await sessionCookie(page))?.value}`;
    const read = await fetch(address(`/v1/persons/${family.maja}/bases`), { headers: { cookie } });
    expect([read.status, await read.json()]).toMatchObject([401, { type: '/consent/problems/token-missing' }]);
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const api = await fetch(address(`/v1/bases/${id}:withdraw`), { method: 'POST', headers, body: '' });
    expect([401, 415]).toContain(api.status);
    for (const body of ['', 'csrf=', `csrf=${'a'.repeat(43)}`]) {
      const forged = await fetch(address(`/my/bases/${id}/withdraw`), { method: 'POST', headers, body });
      expect([body, forged.status, await forged.text()]).toEqual([
        body,
        403,
        expect.stringContaining('Formularen er ikke fra os'),
      ]);
    }
    await page.goto(address(`/my/bases/${id}/withdraw`));
    expect(await page.innerText('h1')).toBe('Vil du trække dit samtykke tilbage?');
  });

  it('starts for nobody who did not ask in this browser', async () => {
    const page = await open();
    await page.goto(address('/sign-in/callback?code=x&state=y'));
    expect(await page.innerText('h1')).toBe('Du blev ikke logget ind');
    expect(await faultsOf(page, 'phone-not-signed-in')).toEqual([]);
    expect(await sessionCookie(page)).toBeUndefined();
  });

  it('of an employee shows no citizen’s pages', async () => {
    const page = await open();
    await signIn(page, triager, '/my').catch(() => undefined);
    expect(await page.innerText('h1')).toBe('Det må funktionen ikke');
    expect(await faultsOf(page, 'phone-not-allowed')).toEqual([]);
  });
});

describe('what a page says', () => {
  it('is text, whatever somebody wrote', async () => {
    const id = await recorded({
      kind: 'statute',
      givenBy: undefined,
      how: undefined,
      givenOn: undefined,
      evidence: undefined,
      paragraph: hostile,
    });
    const page = await open();
    await signIn(page, maja, `/my/bases/${id}/receipt`);
    expect(await page.innerText('main')).toContain(hostile);
    await page.goto(address(`/my/${family.maja}/bases`));
    expect(await page.innerText('main')).toContain(hostile);
    expect(await page.title()).not.toBe('taken');
  });

  it('is kept by no cache, framed by nobody, and runs no script', async () => {
    const page = await open();
    await signIn(page, maja);
    const response = await page.goto(address('/my'));
    expect(response?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'self';.*frame-ancestors 'none'/,
      ),
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
    const style = await fetch(address('/static/helhed.css'));
    expect([style.status, style.headers.get('cache-control')]).toEqual([200, 'public, max-age=86400']);
    const same = await fetch(address('/static/helhed.css'), {
      headers: { 'if-none-match': style.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
  });

  it('is somebody else’s only to them: another adult is not found', async () => {
    const page = await open();
    await signIn(page, maja, `/my/${family.jonas}/bases`);
    expect(await page.innerText('main')).toContain('findes ikke eller er uden for rækkevidde');
  });
});
