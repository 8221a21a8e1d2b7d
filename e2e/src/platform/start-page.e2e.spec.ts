import { readFileSync } from 'node:fs';
import { demoMunicipalities, standardRoutes, startEdge, type RunningEdge } from '@helhed/local';
import {
  startPlatform,
  testServers,
  type TestPlatform,
  faultsOf,
  startBrowser,
  widths,
  type Browser,
  type Page,
} from '@helhed/testing';

/** The pages that people begin at, as docs/routes.md has them: all of consent's but those of one thing and of signing in. */
const firstPages = (): string[] =>
  [
    ...readFileSync('docs/routes.md', 'utf8').matchAll(/^\| GET (\/consent\/(?!v1\/|sign-|docs|static)[^\s/{*]+) \|/gm),
  ].map(([, path]) => path as string);

/** What `npm start` ends with, in a browser, before real services. */
describe('the start page', () => {
  let platform: TestPlatform;
  let edge: RunningEdge;
  let browser: Browser;

  beforeAll(async () => {
    platform = await startPlatform();
    const routes = Object.fromEntries(platform.processes.map(({ service, url }) => [`/${service}`, [url]]));
    const { url: keycloak } = await testServers().keycloak();
    const others = { ...standardRoutes(routes['/consent'] ?? []), '/auth': [new URL(keycloak).origin] };
    edge = await startEdge({ port: 0, routes: { ...routes, ...others }, demo: demoMunicipalities });
    browser = await startBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await edge?.stop();
    await platform?.stop();
  });

  const badges = (page: Page) => page.locator('.badge').allTextContents();

  it.each([
    ['da', 'phone', 'svarer', 'Platformen på denne maskine'],
    ['da', 'desktop', 'svarer', 'Platformen på denne maskine'],
    ['en', 'phone', 'answers', 'The platform on this machine'],
    ['en', 'desktop', 'answers', 'The platform on this machine'],
  ] as const)(
    'in %s on a %s: everything answers, and everybody can read it',
    async (language, width, answers, title) => {
      const context = await browser.newContext({ viewport: widths[width] });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      await page.goto(language === 'da' ? edge.url : `${edge.url}/?lang=en`, { waitUntil: 'networkidle' });
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await badges(page)).toEqual(Array.from({ length: 8 }, () => answers));
      expect(await faultsOf(page, `start-${language}-${width}`)).toEqual([]);
      expect(refused).toEqual([]);
      await page.close();
    },
  );

  it('leads somewhere by every link, and names people without their passwords', async () => {
    const page = await browser.newPage();
    await page.goto(edge.url);
    const links = `[...document.querySelectorAll('a[href^="/"]')].map((each) => each.href)`;
    const addresses = await page.evaluate<string[]>(links);
    // three links of each service, the console, and every page that a person begins at
    const paths = new Set(addresses.map((address) => new URL(address).pathname));
    expect([...firstPages()].filter((path) => !paths.has(path))).toEqual([]);
    expect(paths.size).toBe(5 * 3 + 1 + firstPages().length);
    for (const address of addresses) {
      const { status } = await fetch(address, { headers: { accept: 'text/html' } });
      expect([address, status]).toEqual([address, 200]);
    }
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { people } of demoMunicipalities) for (const { username } of people) expect(text).toContain(username);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/lang=en/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });

  it('says of a service that has ended that it does not answer', async () => {
    await platform.process('reporting').kill();
    const page = await browser.newPage();
    await page.goto(`${edge.url}/?lang=en`);
    const card = page.locator('.page-cards > li', { hasText: 'A programme’s figures' });
    expect(await card.locator('.badge').textContent()).toBe('does not answer');
    expect((await badges(page)).filter((words) => words === 'answers').length).toBe(7);
    await page.close();
  });
});
