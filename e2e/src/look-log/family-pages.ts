import { contexts, type Context } from '@helhed/contracts';
import { pageCeiling } from '../matrix/oracle/page.js';
import { eventually } from '../story/api.js';
import { faultsOf, faultsOnPaper, startBrowser, widths, type Browser, type Page, type Width } from '@helhed/testing';
import type { LooksWorld } from './looks-world.js';

const languages = ['da', 'en'] as const;
const sizes = Object.keys(widths) as Width[];
/** A service that takes its lease just now shows nothing yet. */
const notYet = /(svarer ikke|vises ikke|ikke vises) lige nu|(not answer|not shown|be shown) just now/i;

interface Shown {
  /** Who looks; left out, the parent. */
  readonly as?: string;
  readonly name: string;
  readonly path: string;
  /** In either language. */
  readonly says: RegExp;
}

/** What is seen in every width and language, and what is printed of it. @returns what is wrong */
async function everyWay(browser: Browser, world: LooksWorld, pages: readonly Shown[]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of sizes)
    for (const language of languages)
      for (const { as = 'maja', ...shown } of pages) {
        const page = await pageOf(browser, world, as, width);
        faults.push(...(await oneWay(page, `${world.platform.url}${shown.path}`, { ...shown, language, width })));
        await page.context().close();
      }
  return faults;
}

interface Way extends Shown {
  readonly language: (typeof languages)[number];
  readonly width: Width;
}

async function oneWay(page: Page, url: string, { name, says, language, width }: Way): Promise<string[]> {
  const address = `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;
  const text = await eventually(
    `${name} in ${language}`,
    async () => {
      await page.goto(address);
      return page.innerText('main');
    },
    (said) => says.test(said) && !notYet.test(said),
  );
  const picture = `family-${name}-${language}-${width}`;
  return [
    ...((await page.getAttribute('html', 'lang')) === language ? [] : [`${name} is not in ${language}`]),
    ...(/undefined|\[object|NaN/.test(text) ? [`${name} says something of the program's: ${text}`] : []),
    ...(await faultsOf(page, picture)),
    ...(await faultsOnPaper(page, picture)),
  ];
}

async function pageOf(browser: Browser, world: LooksWorld, who: string, width: Width): Promise<Page> {
  const token = await world.as(who)?.();
  const extraHTTPHeaders = { authorization: `Bearer ${token}` };
  return (await browser.newContext({ viewport: widths[width], extraHTTPHeaders })).newPage();
}

/** What is handed to the family, and sent to who referred it, by those who print it. */
const papersOf = ({ held: { family, person, referral } }: LooksWorld): Shown[] => [
  {
    as: 'gitte',
    name: 'plan',
    path: `/family-plan/v1/families/${family}/printed-plan?recipient=${person}`,
    says: /Det vil vi[^]*Det er aftalt|What we want[^]*What is agreed/,
  },
  {
    as: 'pia',
    name: 'letter',
    path: `/referral/v1/referrals/${referral}/letter`,
    says: /Svaret er ja|The answer is yes/,
  },
];

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

/** Every page of a family that has something in each category, at every service, before and after a consent is taken back; and its papers. */
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
      ...papersOf(world),
    ]);
    const page = await pageOf(browser, world, 'maja', 'phone');
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
