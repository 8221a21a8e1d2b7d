import {
  startPlatform,
  type TestPlatform,
  faultsOf,
  startBrowser,
  widths,
  type Browser,
  type Page,
} from '@helhed/testing';
import { eventually } from '../story/api.js';
import { AttendanceWorld } from './attendance-world.js';

describe('the page of attendance', () => {
  let platform: TestPlatform;
  let world: AttendanceWorld;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    platform = await startPlatform();
    world = await AttendanceWorld.make(platform);
    browser = await startBrowser();
    page = await (await browser.newContext({ viewport: widths.phone })).newPage();
    await world.signIn(page, 'grete');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  });

  const text = () => page.innerText('main');
  /** When no service is too slow to answer. */
  const opened = (wanted: (said: string) => boolean = () => true, number = 0) =>
    eventually(
      'the sheet',
      async () => {
        await page.goto(world.address(`/${world.sessions[number]?.id}`));
        return text();
      },
      (said) => !/ikke vises lige nu/.test(said) && wanted(said),
    );
  const open = (number = 0) => opened(undefined, number);
  const person = (id: string) => page.locator('fieldset', { has: page.locator(`[id$="${id}.away"]`) });
  const choose = (id: string, choice: string) => person(id).getByText(choice, { exact: true }).click();
  const why = (id: string, label: string) => person(id).getByRole('combobox').selectOption({ label });
  const save = () => page.click('.sheet-save button');
  const membersOf = async (family: number) => world.members(world.families[family] ?? '');
  const namesOf = async (family: number) => (await membersOf(family)).map(({ name }) => name);
  /** A mother and a father. */
  const parentsOf = async (family: number) => {
    const [first, second] = await membersOf(family);
    return [first?.personId ?? '', second?.personId ?? ''] as const;
  };
  const noted = (family: number, session = 0) => world.noted(world.sessions[session]!, world.families[family] ?? '');

  it('lists the sessions that one runs, and opens one with its families, who they are and the meal', async () => {
    expect(await text()).toMatch(/Fremmøde[^]*I dag\s+Gang 1[^]*Efterår, torsdag[^]*Kommende\s+Gang 2/);
    await page.getByRole('link', { name: /^Gang 1\b/ }).click();
    expect(await page.innerText('h1')).toBe('Gang 1');
    const shown = await open();
    expect(shown).toMatch(/Gang 1[^]*Til spisning[^]*\d+ voksne/);
    for (const family of [0, 1, 2]) for (const name of await namesOf(family)) expect(shown).toContain(name);
    expect(shown).toMatch(/\(barn, \d+ år\)/);
    expect(shown.match(/Ikke noteret endnu/g)).toHaveLength(3);
    expect(shown).toMatch(/Gangen er ikke noteret som holdt\. Det bliver den, når du gemmer, at nogen kom/);
    expect(await world.heldOn(world.sessions[0]!)).toBeNull();
  });

  it.each(['phone', 'desktop'] as const)(
    'can be read and used by everybody on a %s, in Danish and English',
    async (width) => {
      const own = await (await browser.newContext({ viewport: widths[width] })).newPage();
      await world.signIn(own, 'grete');
      for (const language of ['da', 'en'] as const)
        for (const [name, path] of [
          ['sessions', ''],
          ['sheet', `/${world.sessions[0]?.id}`],
          ['before', `/${world.sessions[1]?.id}`],
        ] as const) {
          await own.goto(`${world.address(path)}?lang=${language}`);
          expect(await own.getAttribute('html', 'lang')).toBe(language);
          expect(await own.innerText('main')).not.toMatch(/undefined|\[object|NaN/);
          expect(await faultsOf(own, `attendance-${name}-${language}-${width}`)).toEqual([]);
        }
      const heights = await own.evaluate<number[]>(
        `[...document.querySelectorAll('.mark-choices label, .sheet-save button')].map((each) => each.getBoundingClientRect().height)`,
      );
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      await own.setViewportSize({ width: 320, height: 640 });
      expect(await faultsOf(own, `attendance-narrow-${width}`)).toEqual([]);
      await own.context().close();
    },
  );

  it('saves nothing of a form in which a reason is missing, and says where', async () => {
    const [mother, father] = await parentsOf(0);
    await open();
    await choose(mother, 'Kom');
    await choose(father, 'Væk');
    await save();
    expect(await text()).toMatch(/Intet er gemt endnu\. Ret dette:[^]*Vælg, hvorfor personen er væk/);
    expect(await person(mother).getByLabel('Kom').isChecked()).toBe(true);
    expect(await faultsOf(page, 'attendance-fault-phone')).toEqual([]);
    expect(await noted(0)).toBeUndefined();
    await page.getByRole('link', { name: /Vælg, hvorfor/ }).click();
    await why(father, 'sygdom');
    await save();
    expect(await text()).toMatch(/Fremmødet er gemt[^]*Noteret væk: 1[^]*Noteret \d+\. \w+ \d{4}/);
    expect(await noted(0)).toMatchObject({
      version: 1,
      marks: expect.arrayContaining([expect.objectContaining({ present: false, reason: 'illness' })]),
    });
    expect((await noted(0))?.marks).toHaveLength(2);
    expect(await text()).toMatch(/\nHoldt\n/);
    expect(await text()).not.toContain('ikke noteret som holdt');
    expect(await world.heldOn(world.sessions[0]!)).toBe(world.sessions[0]?.date);
    expect(await faultsOf(page, 'attendance-saved-phone')).toEqual([]);
  });

  it('does the same once, however often it is sent', async () => {
    const [mother] = await parentsOf(1);
    await open();
    await choose(mother, 'Kom');
    const form = await page.evaluate<Record<string, string>>(
      `Object.fromEntries(new FormData(document.querySelector('form.sheet')))`,
    );
    const send = () => page.request.post(page.url(), { form, maxRedirects: 0 });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((each) => each.status())).toEqual([303, 303, 303]);
    expect((await send()).status()).toBe(303);
    expect(await noted(1)).toMatchObject({ version: 1, marks: [{ present: true, reason: null }] });
    expect(await noted(0)).toMatchObject({ version: 1 });
    const forged = await page.request.post(page.url(), { form: { ...form, csrf: 'another' }, maxRedirects: 0 });
    expect(forged.status()).toBe(403);
  });

  it('tells in plain words that somebody else noted it meanwhile, and what one would have saved', async () => {
    const [mother] = await parentsOf(0);
    const [other, second] = await parentsOf(1);
    await open();
    await choose(mother, 'Væk');
    await why(mother, 'andet');
    await choose(other, 'Ikke noteret');
    await choose(second, 'Kom');
    const marks = [{ person: mother, present: true, reason: null }];
    await world.correct(world.sessions[0]!, world.families[0] ?? '', marks);
    await save();
    expect(await text()).toMatch(
      /Noget er ikke gemt[^]*en anden har noteret familiens fremmøde[^]*Du ville have gemt:[^]*væk \(andet\)/,
    );
    expect(await person(mother).getByLabel('Kom').isChecked()).toBe(true);
    expect(await faultsOf(page, 'attendance-conflict-phone')).toEqual([]);
    expect(await noted(0)).toMatchObject({ version: 2, marks });
    expect(await noted(1)).toMatchObject({ version: 2, marks: [{ person: second, present: true }] });
    await choose(mother, 'Væk');
    await why(mother, 'andet');
    await save();
    expect(await text()).toContain('Fremmødet er gemt.');
    expect(await noted(0)).toMatchObject({ version: 3, marks: [{ present: false, reason: 'other' }] });
  });

  it('takes who stays away before a session has begun, and nobody who came', async () => {
    const [mother] = await parentsOf(0);
    await open(1);
    expect(await text()).toMatch(/Gangen er ikke begyndt/);
    expect(await text()).not.toMatch(/holdt/i);
    expect(await person(mother).getByText('Kom', { exact: true }).count()).toBe(0);
    await choose(mother, 'Væk');
    await why(mother, 'arbejde eller skole');
    await save();
    expect(await text()).toContain('Fremmødet er gemt.');
    expect(await noted(0, 1)).toMatchObject({ marks: [{ present: false, reason: 'work-or-school' }] });
    expect(await world.heldOn(world.sessions[1]!)).toBeNull();
  });

  it('warns of a session that is over, has attendance and is not held, in the list and on its sheet', async () => {
    await world.dayAfter(world.sessions[1]!);
    const shown = await opened(undefined, 1);
    expect(shown).toMatch(/Gangen er ikke noteret som holdt/);
    expect(await page.locator('.alert-warning').innerText()).toMatch(/indtil da tæller dens fremmøde ikke med/);
    expect(await faultsOf(page, 'attendance-not-held-phone')).toEqual([]);
    await page.goto(world.address());
    expect(await text()).toMatch(/Gang 2[^]*Ikke noteret som holdt[^]*Gang 1[^]*Holdt/);
    expect(await faultsOf(page, 'attendance-not-held-list-phone')).toEqual([]);
    const [, father] = await parentsOf(0);
    await open(1);
    await choose(father, 'Kom');
    await save();
    expect(await text()).toMatch(/Fremmødet er gemt\.[^]*\nHoldt\n/);
    expect(await world.heldOn(world.sessions[1]!)).toBe(world.sessions[1]?.date);
    await world.dayAfter(world.sessions[0]!);
  });

  it('shows to an evening the parents alone', async () => {
    const evening = world.sessions.findIndex(({ kind }) => kind === 'theme-evening');
    await open(evening);
    expect(await text()).toMatch(/Temaaften 1[^]*\(forælder/);
    expect(await text()).not.toMatch(/\(barn/);
  });

  it('says of a family that is one’s own that it is withheld, and names nobody of it', async () => {
    const names = await namesOf(2);
    await world.isHerOwn(3);
    const shown = await opened((said) => /holdt tilbage/.test(said));
    expect(shown).toMatch(/En familie er holdt tilbage for dig: Egen sag\./);
    for (const name of names) expect(shown).not.toContain(name);
    expect(await faultsOf(page, 'attendance-withheld-phone')).toEqual([]);
  });

  it('is another’s to who does not run the session', async () => {
    const own = await (await browser.newContext({ viewport: widths.phone })).newPage();
    await world.signIn(own, 'gerda');
    expect(await own.innerText('main')).toContain('Der er ingen gange');
    const answer = await own.goto(world.address(`/${world.sessions[0]?.id}`));
    expect(answer?.status()).toBe(404);
    for (const name of await namesOf(0)) expect(await own.innerText('body')).not.toContain(name);
  });
});
