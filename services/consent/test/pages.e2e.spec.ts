import { faultsOf, faultsOnPaper, widths, type Width } from '@helhed/testing';
import { startPageWorld, type PageWorld } from './page-world.js';

let world: PageWorld;
beforeAll(async () => {
  world = await startPageWorld();
}, 300_000);
afterEach(() => world?.closePages());
afterAll(() => world?.stop());

describe.each(Object.keys(widths) as Width[])('the pages on a %s', (width) => {
  it('sign a parent in, and show what is held, who may see it, who has seen it, and the consents', async () => {
    const id = await world.recorded();
    await world.look(id, 'reader');
    const page = await world.open(width);
    await page.goto(world.address('/sign-in'));
    expect(await faultsOf(page, `${width}-sign-in`)).toEqual([]);
    await world.signIn(page, world.maja);
    expect(new URL(page.url()).pathname).toBe('/consent/my');
    expect(await page.innerText('main')).toMatch(/Dig selv[^]*Dit barn, \d+ år/);
    expect(await faultsOf(page, `${width}-my`)).toEqual([]);
    for (const [link, said] of [
      // the other four services are not running
      [
        'Hvad står der?',
        /Svarer ikke lige nu[^]*Samtykker og opslag[^]*samtykker og andre hjemler\s+Antal\s+\d+\s+Siden[^]*visitationen/i,
      ],
      [
        'Hvem må se det?',
        /De kan se noget i dag[^]*Indstillinger vises ikke lige nu[^]*visitator i Visitationen\s+Kan se\s+samtykker[^]*Hvorfor\s+visitation[^]*Visitatoren, som vurderer jeres indstilling[^]*Grund\s+Databeskyttelsesforordningen/i,
      ],
      [
        'Hvem har set det?',
        /Antal opslag: \d+[^]*En medarbejder: pædagog i Børnehuset Solsikken\s+Hvad\s+samtykker og andre hjemler/i,
      ],
      ['Samtykker', /Børnehuset Solsikken må få oplysninger fra Visitationen[^]*Træk mit samtykke tilbage/],
    ] as const) {
      await page.goto(world.address('/my'));
      await page.getByRole('link', { name: link }).first().click();
      expect(await page.innerText('main')).toMatch(said);
      const name = `${width}-${new URL(page.url()).pathname.split('/').at(-1)}`;
      expect([...(await faultsOf(page, name)), ...(await faultsOnPaper(page, name))]).toEqual([]);
    }
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto(world.address('/my'));
    expect(await page.innerText('h1')).toBe('My data');
  });

  it('name the employee of a look that it was decided of, and tell how to ask for the others', async () => {
    const id = await world.recorded();
    await world.look(id, 'reader');
    await world.named(await world.look(id, 'reader'));
    const page = await world.open(width);
    await world.signIn(page, world.maja, `/my/${world.family.maja}/seen`);
    const said = await page.innerText('main');
    expect(said).toMatch(/skriv til kommunens databeskyttelsesrådgiver/);
    expect(said).toMatch(/Person \S.*: pædagog i Børnehuset Solsikken/);
    expect(said).toMatch(/En medarbejder: pædagog i Børnehuset Solsikken[^]*Opslagets nummer\s+[0-9a-f-]{36}/);
    expect(await faultsOf(page, `${width}-seen-named`)).toEqual([]);
    expect(await faultsOnPaper(page, `${width}-seen-named`)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.innerText('main')).toMatch(/Person \S.*: pedagogue at/);
  });

  it('show who holds custody what a parent without it was answered', async () => {
    await world.recorded();
    await world.answered();
    const page = await world.open(width);
    await world.signIn(page, world.maja, `/my/${world.family.alma}/bases`);
    expect(await page.innerText('main')).toMatch(
      /Svar til en forælder uden forældremyndighed[^]*Der er givet oplysninger\s+Hvem spurgte\s+En forælder uden forældremyndighed[^]*visitator i Visitationen\s+Hvad\s+indskrivning[^]*Forældreansvarsloven § 23/,
    );
    expect(await faultsOf(page, `${width}-orientations`)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.innerText('main')).toMatch(/Answers to a parent without custody[^]*Information was given/);
    await page.goto(world.address(`/my/${world.family.maja}/bases`));
    expect(await page.innerText('main')).not.toContain('without custody');
  });

  it('take a consent back in two steps, and give the receipt', async () => {
    const id = await world.recorded();
    await world.printed();
    const paper = /På papir\s+Papiret kan ligge uden for Helhed[^]*Jeres plan, lavet af gruppeleder i Familiestuen: \d/;
    const page = await world.open(width);
    await world.signIn(page, world.maja, `/my/bases/${id}/withdraw`);
    expect(new URL(page.url()).pathname).toBe(`/consent/my/bases/${id}/withdraw`);
    const said = await page.innerText('main');
    // scheduling is not running: that stops nobody
    expect(said).toMatch(
      /Det betyder[^]*Det må de stadig[^]*Det er allerede givet ud\s+Kalenderen\s+Listen kan ikke vises lige nu/,
    );
    expect(said).toMatch(paper);
    expect(await faultsOf(page, `${width}-withdraw`)).toEqual([]);
    await page.getByRole('button', { name: 'Ja, træk mit samtykke tilbage' }).click();
    expect(new URL(page.url()).pathname).toBe(`/consent/my/bases/${id}/receipt`);
    expect(await page.innerText('main')).toMatch(
      /Dit samtykke er trukket tilbage[^]*1 person har taget sit ja tilbage[^]*Listen kan ikke vises lige nu/,
    );
    expect(await page.innerText('main')).toMatch(paper);
    expect([...(await faultsOf(page, `${width}-receipt`)), ...(await faultsOnPaper(page, `${width}-receipt`))]).toEqual(
      [],
    );
    await page.goto(world.address(`/my/bases/${id}/withdraw`));
    expect(await page.innerText('h1')).toBe('Dit samtykke er allerede trukket tilbage');
  });

  it('say to somebody at work whether something may be seen, and why or why not', async () => {
    const page = await world.open(width);
    await world.signIn(page, world.triager, '/decision');
    expect(await page.innerText('main')).toMatch(/Må jeg se det\?[^]*Du spørger som visitator i visitation/);
    expect(await faultsOf(page, `${width}-decision`)).toEqual([]);
    const ask = async (what: string, id: string): Promise<string> => {
      await page.selectOption('#act', { label: what });
      await page.fill('#id', id);
      await page.getByRole('button', { name: 'Spørg' }).click();
      return page.innerText('main');
    };
    expect(await ask('Familien: hvem, hvor og navne', world.family.familyId)).toMatch(
      /Ja, det må du se[^]*Efter loven, til formålet visitation/,
    );
    expect(await faultsOf(page, `${width}-decision-yes`)).toEqual([]);
    expect(await ask('Indstillingen', world.family.familyId)).toMatch(
      /Nej, det må du ikke se[^]*Findes ikke eller er uden for rækkevidde/,
    );
    expect(await faultsOf(page, `${width}-decision-no`)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.innerText('main')).toMatch(/No, you may not see it[^]*Does not exist or is out of reach/);
  });

  it('show the data protection officer the samples, once a function is chosen', async () => {
    // a refused look at one’s own record is always drawn
    const drawn = await world.look(await world.recorded({ toUnit: 'db-stjernen' }), 'barred');
    const page = await world.open(width);
    await world.signIn(page, world.officer, '/samples');
    expect(await page.innerText('main')).toContain('Vælg den funktion');
    expect(await faultsOf(page, `${width}-choose-function`)).toEqual([]);
    await page.getByRole('link', { name: 'raadhuset:data-protection-officer' }).click();
    expect(await page.innerText('h1')).toBe('Stikprøver af opslag');
    const sample = page.locator('.page-cards > li', { hasText: drawn });
    expect(await sample.innerText()).toMatch(/Afvist[^]*Egen sag[^]*pædagog, db-stjernen/i);
    expect(await faultsOf(page, `${width}-samples`)).toEqual([]);
    await sample.getByLabel('Hvad viste gennemgangen?').selectOption({ label: 'Skal følges op' });
    await sample.getByLabel('Note').fill('Spurgt lederen');
    await sample.getByRole('button', { name: 'Gem gennemgang' }).click();
    expect(await page.innerText('main')).not.toContain(drawn);
    await page.getByRole('link', { name: 'Gennemgået', exact: true }).click();
    expect(await sample.first().innerText()).toMatch(/Resultat: Skal følges op[^]*Spurgt lederen/);
    expect(await faultsOf(page, `${width}-samples-reviewed`)).toEqual([]);
  });

  it('explain themselves to everybody', async () => {
    const page = await world.open(width);
    for (const path of ['/reasons', '/reasons/consent-withdrawn', '/problems', '/problems/csrf', '/sign-out']) {
      await page.goto(world.address(path));
      expect([path, await faultsOf(page, `${width}${path.replaceAll('/', '-')}`)]).toEqual([path, []]);
    }
  });
});
