import { contexts, type Context } from '@helhed/contracts';
import { pageCeiling } from '../matrix/oracle/page.js';
import { eventually } from '../story/api.js';
import { faultsOf, startBrowser, widths, type Browser, type Page, type Width } from '../platform/test-browser.js';
import type { LooksWorld } from './looks-world.js';

const languages = ['da', 'en'] as const;
const sizes = Object.keys(widths) as Width[];
/** A service that takes its lease just now shows nothing yet. */
const notYet = /(svarer ikke|vises ikke|ikke vises) lige nu|(not answer|not shown|be shown) just now/i;

interface Shown {
  readonly name: string;
  readonly path: string;
  /** In either language. */
  readonly says: RegExp;
}

/** What the parent sees, in every width and language. @returns what is wrong */
async function everyWay(browser: Browser, world: LooksWorld, pages: readonly Shown[]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of sizes)
    for (const language of languages) {
      const page = await asParent(browser, world, width);
      for (const { name, path, says } of pages) {
        const address = `${world.platform.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
        const text = await eventually(
          `${name} in ${language}`,
          async () => {
            await page.goto(address);
            return page.innerText('main');
          },
          (said) => says.test(said) && !notYet.test(said),
        );
        if ((await page.getAttribute('html', 'lang')) !== language) faults.push(`${name} is not in ${language}`);
        if (/undefined|\[object|NaN/.test(text)) faults.push(`${name} says something of the program's: ${text}`);
        faults.push(...(await faultsOf(page, `family-${name}-${language}-${width}`)));
      }
      await page.context().close();
    }
  return faults;
}

async function asParent(browser: Browser, world: LooksWorld, width: Width): Promise<Page> {
  const token = await world.as('maja')?.();
  const extraHTTPHeaders = { authorization: `Bearer ${token}` };
  return (await browser.newContext({ viewport: widths[width], extraHTTPHeaders })).newPage();
}

/** Categories that the family could have something in, by docs/access.md, and has nothing. */
async function nothingOf(world: LooksWorld): Promise<string[]> {
  const { api, municipality } = world.thread;
  type Held = { holdings: { category: string }[] };
  const ask = (service: Context, who: 'person' | 'child') =>
    eventually(
      `held by ${service}`,
      () =>
        api.get<Held>(`/${service}/v1/persons/${world.held[who]}/holdings`, {
          as: municipality.as('maja'),
          notYet: /consent-unavailable/,
        }),
      ({ status }) => status === 200,
    );
  const answers = await Promise.all(contexts.flatMap((each) => [ask(each, 'person'), ask(each, 'child')]));
  const held = new Set(answers.flatMap(({ body }) => body.holdings.map(({ category }) => category)));
  return Object.keys(pageCeiling())
    .filter((category) => !held.has(category))
    .map((category) => `nothing is held of ${category}`);
}

/** Every page of a family that has something in each category, at every service, before and after a consent is taken back. */
export async function faultsOfFamilyPages(world: LooksWorld): Promise<string[]> {
  const { bases } = world.held;
  const browser = await startBrowser();
  try {
    const [, consent = ''] = bases;
    const withdraw = `/consent/my/bases/${consent}/withdraw`;
    const receipt = `/consent/my/bases/${consent}/receipt`;
    const at = (who: 'person' | 'child', page: string) => `/consent/my/${world.held[who]}/${page}`;
    const heldOn = (who: 'person' | 'child'): Shown => ({
      name: `held-${who}`,
      path: at(who, 'held'),
      says: /Antal|How many/i,
    });
    const faults = await nothingOf(world);
    const before = await everyWay(browser, world, [
      heldOn('person'),
      // what a child said, whether it came, and what was registered of it
      heldOn('child'),
      { name: 'readers', path: at('child', 'readers'), says: /Kan se|Can see/i },
      { name: 'seen', path: at('person', 'seen'), says: /Antal opslag: [1-9]|Looks: [1-9]/i },
      { name: 'withdraw', path: withdraw, says: /Det betyder|What it means/ },
      { name: 'receipt', path: receipt, says: /Kvittering|Receipt/i },
    ]);
    const page = await asParent(browser, world, 'phone');
    await page.goto(`${world.platform.url}${withdraw}`);
    await page.getByRole('button', { name: 'Ja, træk mit samtykke tilbage' }).click();
    await page.waitForURL((url) => url.pathname === receipt);
    const after = await everyWay(browser, world, [
      { name: 'taken', path: `${receipt}?taken`, says: /er trukket tilbage|was taken back/ },
    ]);
    return [...faults, ...before, ...after];
  } finally {
    await browser.close();
  }
}
