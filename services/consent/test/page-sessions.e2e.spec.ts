import { faultsOf } from '@helhed/testing';
import { sessionCookie, startPageWorld, type PageWorld } from './page-world.js';

const hostile = '<script>document.title = "taken"</script>"\'';

let world: PageWorld;
beforeAll(async () => {
  world = await startPageWorld();
}, 300_000);
afterEach(() => world?.closePages());
afterAll(() => world?.stop());

describe('a session', () => {
  it('is a new one at each sign-in, in a cookie that no script reads', async () => {
    const page = await world.open();
    const planted = `${world.municipality}.${'x'.repeat(43)}`;
    await page.goto(world.address('/sign-in'));
    await page.evaluate(`document.cookie = '__Host-helhed=${planted}; Secure; Path=/'`);
    expect((await sessionCookie(page))?.value).toBe(planted);
    await world.signIn(page, world.maja);
    const first = await sessionCookie(page);
    expect(first).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    expect(first?.value).not.toBe(planted);
    await page.goto(world.address(`/sign-in?municipality=${world.municipality}`));
    await page.waitForURL((url) => url.pathname === '/consent/my');
    expect((await sessionCookie(page))?.value).not.toBe(first?.value);
  });

  it('ends when its owner signs out: here and at Keycloak', async () => {
    const page = await world.open();
    await world.signIn(page, world.maja);
    const cookie = await sessionCookie(page);
    await page.getByRole('link', { name: 'Log ud' }).click();
    expect(await faultsOf(page, 'phone-leave')).toEqual([]);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.waitForURL((url) => url.pathname === '/consent/sign-out');
    expect(await page.innerText('h1')).toBe('Du er logget ud');
    const again = await fetch(world.address('/my'), {
      headers: { cookie: `__Host-helhed=${cookie?.value}` },
      redirect: 'manual',
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/consent/sign-in?to=%2Fconsent%2Fmy']);
    await page.goto(world.address(`/sign-in?municipality=${world.municipality}`));
    expect(await page.isVisible('#password')).toBe(true);
  });

  it('that was left alone, or has lasted a day, leads to sign-in; one whose token is old gets a new one', async () => {
    const page = await world.open();
    await world.signIn(page, world.maja);
    const age = (change: string) => world.sql(`UPDATE helhed.page_session SET ${change}`);
    await age(`token_expires_at = clock_timestamp() - interval '1 minute'`);
    await page.goto(world.address('/my'));
    expect(new URL(page.url()).pathname).toBe('/consent/my');
    const fresh = await world.sql('SELECT FROM helhed.page_session WHERE token_expires_at > clock_timestamp()');
    expect(fresh).toHaveLength(1);
    for (const change of [
      `used_at = clock_timestamp() - interval '31 minutes'`,
      `began_at = clock_timestamp() - interval '9 hours'`,
    ]) {
      await age('used_at = clock_timestamp(), began_at = clock_timestamp()');
      await page.goto(world.address('/my'));
      expect([change, new URL(page.url()).pathname]).toEqual([change, '/consent/my']);
      await age(change);
      await page.goto(world.address('/my'));
      expect([change, new URL(page.url()).pathname]).toEqual([change, '/consent/sign-in']);
    }
  });

  it('opens no route of the API, and no form without its own token', async () => {
    const id = await world.recorded();
    const page = await world.open();
    await world.signIn(page, world.maja);
    const cookie = `__Host-helhed=${(await sessionCookie(page))?.value}`;
    const read = await fetch(world.address(`/v1/persons/${world.family.maja}/bases`), { headers: { cookie } });
    expect([read.status, await read.json()]).toMatchObject([401, { type: '/consent/problems/token-missing' }]);
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const api = await fetch(world.address(`/v1/bases/${id}:withdraw`), { method: 'POST', headers, body: '' });
    expect([401, 415]).toContain(api.status);
    for (const body of ['', 'csrf=', `csrf=${'a'.repeat(43)}`]) {
      const forged = await fetch(world.address(`/my/bases/${id}/withdraw`), { method: 'POST', headers, body });
      expect([body, forged.status, await forged.text()]).toEqual([
        body,
        403,
        expect.stringContaining('Formularen er ikke fra os'),
      ]);
    }
    await page.goto(world.address(`/my/bases/${id}/withdraw`));
    expect(await page.innerText('h1')).toBe('Vil du trække dit samtykke tilbage?');
  });

  it('starts for nobody who did not ask in this browser', async () => {
    const page = await world.open();
    await page.goto(world.address('/sign-in/callback?code=x&state=y'));
    expect(await page.innerText('h1')).toBe('Du blev ikke logget ind');
    expect(await faultsOf(page, 'phone-not-signed-in')).toEqual([]);
    expect(await sessionCookie(page)).toBeUndefined();
  });

  it('of an employee shows no citizen’s pages', async () => {
    const page = await world.open();
    await world.signIn(page, world.triager, '/my').catch(() => undefined);
    expect(await page.innerText('h1')).toBe('Det må funktionen ikke');
    expect(await faultsOf(page, 'phone-not-allowed')).toEqual([]);
  });
});

describe('what a page says', () => {
  it('is text, whatever somebody wrote', async () => {
    const id = await world.recorded({
      kind: 'statute',
      givenBy: undefined,
      how: undefined,
      givenOn: undefined,
      evidence: undefined,
      paragraph: hostile,
    });
    const page = await world.open();
    await world.signIn(page, world.maja, `/my/bases/${id}/receipt`);
    expect(await page.innerText('main')).toContain(hostile);
    await page.goto(world.address(`/my/${world.family.maja}/bases`));
    expect(await page.innerText('main')).toContain(hostile);
    expect(await page.title()).not.toBe('taken');
  });

  it('is kept by no cache, framed by nobody, and runs no script', async () => {
    const page = await world.open();
    await world.signIn(page, world.maja);
    const response = await page.goto(world.address('/my'));
    expect(response?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'self';.*frame-ancestors 'none'/,
      ),
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
    const style = await fetch(world.address('/static/helhed.css'));
    expect([style.status, style.headers.get('cache-control')]).toEqual([200, 'public, max-age=86400']);
    const same = await fetch(world.address('/static/helhed.css'), {
      headers: { 'if-none-match': style.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
  });

  it('is somebody else’s only to them: another adult is not found', async () => {
    const page = await world.open();
    await world.signIn(page, world.maja, `/my/${world.family.jonas}/bases`);
    expect(await page.innerText('main')).toContain('findes ikke eller er uden for rækkevidde');
  });
});
