import { setTimeout as pause } from 'node:timers/promises';
import { keepEmployeeRelation } from '@helhed/access';
import { newId } from '@helhed/kernel';
import {
  startPlatform,
  type TestActor,
  startBrowser,
  widths,
  type BrowserContext,
  type Page,
  type Width,
} from '@helhed/testing';
import { appendLookUps } from '../src/look-ups/append-look-ups.js';
import { asserted } from './asserted.js';
import { aLook } from './look-up-world.js';
import { inConsent, knowAge, knowFamily, knowParent, link } from './know-family.js';

/** Consent running, a family whose Maja is linked to an account, and a browser. */
export async function startPageWorld() {
  const platform = await startPlatform({ services: ['consent'] });
  const municipality = await platform.municipality();
  const [maja, officer, triager, reader, barred] = await Promise.all([
    municipality.citizen('maja'),
    municipality.person('raadhuset:data-protection-officer', 'visitation:triager'),
    municipality.person('visitation:triager'),
    municipality.person('db-solsikken:pedagogue'),
    municipality.person('db-stjernen:pedagogue'),
  ]);
  const family = { familyId: newId(), maja: newId(), jonas: newId(), alma: newId(), mads: newId() };
  await knowFamily(platform, municipality, family);
  await knowParent(platform, municipality, family.familyId, family.mads);
  await knowAge(platform, municipality, family.alma, '2022-04-02');
  await link(platform, municipality, maja.sub, family.maja);
  const own = { relationId: newId(), sub: barred.sub, personId: family.maja, kind: 'own-person' as const };
  await inConsent(platform, municipality, (tx) => keepEmployeeRelation(tx, { ...own, from: '2026-01-01', to: null }));
  const count = async (of: string): Promise<number> => {
    const [row] = await inConsent(platform, municipality, (tx) =>
      tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${of}`),
    );
    return row?.n ?? 0;
  };
  const more = async (of: string, than: number): Promise<void> => {
    for (const end = Date.now() + 90_000; (await count(of)) <= than; await pause(200))
      if (Date.now() > end) throw new Error(`no more of ${of}`);
  };
  await more('unit_name', 0);
  const browser = await startBrowser();
  const contexts: BrowserContext[] = [];
  const incarnation = newId();
  let told = 0;
  const address = (path: string): string => `${platform.url}/consent${path}`;
  const post = async (by: TestActor, path: string, body: object, status: number): Promise<string> => {
    const response = await fetch(address(path), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await by.token()}`,
        'content-type': 'application/json',
        'helhed-function': by === officer ? 'raadhuset:data-protection-officer' : 'visitation:triager',
        'idempotency-key': newId(),
      },
      body: JSON.stringify(body),
    });
    const made = (await response.json()) as { id: string };
    expect([response.status, made]).toMatchObject([status, { id: expect.any(String) }]);
    return made.id;
  };
  return {
    family,
    maja,
    officer,
    triager,
    address,
    municipality: municipality.code,
    /** SQL in the service's own database. */
    sql: (statement: string) => inConsent(platform, municipality, (tx) => tx.query<object>(statement)),
    /** A browser of nobody's, at a width. */
    async open(width: Width = 'phone'): Promise<Page> {
      const context = await browser.newContext({ viewport: widths[width] });
      contexts.push(context);
      return context.newPage();
    },
    /** Somebody asks for a page and signs in on the way. */
    async signIn(page: Page, actor: TestActor, path = '/my'): Promise<void> {
      await page.goto(address(path));
      if (page.url().includes('/consent/sign-in')) {
        await page.selectOption('select[name=municipality]', municipality.code);
        await page.click('button[type=submit]');
      }
      await page.fill('#username', actor.name);
      await page.fill('#password', actor.password ?? '');
      await page.click('#kc-login, button[type=submit]');
      await page.waitForURL((url) => url.pathname.startsWith('/consent/') && !url.pathname.includes('sign-in'));
    },
    /** A basis about the family: a consent of both parents unless changed. */
    recorded: (changes = {}): Promise<string> => post(triager, '/v1/bases', asserted(family, changes), 201),
    /** Mads, who has no custody, asked about Alma, and was told. */
    answered: (): Promise<string> => {
      const { familyId, alma: childId, mads: parentId } = family;
      const asked = { familyId, childId, parentId, askedOn: '2026-10-01', answeredOn: '2026-10-05' };
      const given = { answer: 'given', paragraph: 'Forældreansvarsloven § 23', categories: ['enrolment'] };
      return post(triager, '/v1/orientations', { ...asked, ...given }, 201);
    },
    /** A group leader has printed the family's plan, and family-plan has told it. */
    printed: (): Promise<void> =>
      inConsent(platform, municipality, (tx) => {
        const { familyId, maja: mother, alma } = family;
        const shown = { subjects: [mother, alma], purposes: ['course'], categories: ['plan'], bases: [] };
        const by = { unit: 'familiestuen', function: 'group-leader', act: 'plan.print' };
        const row = aLook({ ...shown, ...by, subjects: [familyId, mother, alma], shown: [shown] });
        return appendLookUps(tx, 'family-plan', { incarnation, from: (told += 1), rows: [row] });
      }),
    /** The data protection officer decides that the family is told who made the latest look of an account. */
    async named(sub: string): Promise<string> {
      const [look] = await inConsent(platform, municipality, (tx) =>
        tx.query<{ id: string }>('SELECT id FROM look_up WHERE sub = $1 ORDER BY pos DESC LIMIT 1', [sub]),
      );
      const decision = { paragraph: 'Databeskyttelsesforordningen art. 15', reason: 'Opslaget er uforklaret' };
      return post(officer, `/v1/look-ups/${look?.id}:name-employee`, decision, 200);
    },
    /** Somebody reads a basis, and the look has come to the register. @returns the account that looked */
    async look(id: string, by: 'reader' | 'barred'): Promise<string> {
      const actor = { reader, barred }[by];
      const rows = `look_up WHERE act = 'basis.read' AND sub = '${actor.sub}'`;
      const before = await count(rows);
      const headers = { authorization: `Bearer ${await actor.token()}` };
      const { status } = await fetch(address(`/v1/bases/${id}`), { headers });
      expect(status).toBe(by === 'reader' ? 200 : 403);
      await more(rows, before);
      return actor.sub;
    },
    closePages: () => Promise.all(contexts.splice(0).map((context) => context.close())),
    async stop() {
      await browser.close();
      await platform.stop();
    },
  };
}

export type PageWorld = Awaited<ReturnType<typeof startPageWorld>>;

export const sessionCookie = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === '__Host-helhed');
