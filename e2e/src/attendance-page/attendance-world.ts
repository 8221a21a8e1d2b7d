import { localDate } from '@helhed/kernel';
import { connectAdmin, createUser, newPassword } from '@helhed/local';
import { testServers, type TestPlatform, type Page } from '@helhed/testing';
import { placeCourse, seated, type Session } from '../nyborg-referred/course.js';
import { referralOf } from '../nyborg-referred/families.js';
import { matched, refer, step } from '../nyborg-referred/referrals.js';
import { programme, publishFamiliestue, type World } from '../nyborg-referred/world.js';
import { Api, eventually } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import { platformTarget } from '../story/open-target.js';

const unit = (code: string, ...functions: string[]) => ({ code, name: `Enheden ${code}`, functions });
const people = {
  units: [
    unit('db-solsikken', 'referrer'),
    unit('visitation', 'triager'),
    unit('familiestuen', 'group-leader', 'programme-lead'),
    unit('raadhuset', 'administrator'),
  ],
  users: {
    vibeke: ['visitation:triager'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
    adam: ['raadhuset:administrator'],
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
};
const families = 3;
const seed = 11;

interface Noted {
  readonly id: string;
  readonly version: number;
  readonly marks: readonly { person: string; present: boolean; reason: string | null }[];
}

interface Member {
  readonly personId: string;
  readonly role: string;
  readonly name: string;
}

/** Three families at a course that Gitte runs with Grete, who has the page on her phone; its first session has begun. */
export class AttendanceWorld {
  private constructor(
    readonly platform: TestPlatform,
    readonly world: World,
    readonly password: string,
    readonly grete: string,
    readonly sessions: readonly Session[],
    readonly families: readonly string[],
  ) {}

  static async make(platform: TestPlatform): Promise<AttendanceWorld> {
    const target = await platformTarget(platform);
    const api = new Api(platform.url);
    const municipality = await StoryMunicipality.make(target, api, 'Fremmøde', people);
    const world: World = { api, municipality };
    const password = newPassword();
    const { url, admin } = await testServers().keycloak();
    const keycloak = await connectAdmin({ url, ...admin });
    const functions = ['familiestuen:group-leader'];
    const user = (username: string) =>
      createUser(keycloak, municipality.made.code, {
        username,
        password,
        firstName: 'G',
        lastName: 'Prøve',
        functions,
      });
    const grete = await user('grete');
    await user('gerda');
    await publishFamiliestue(world);
    const now = new Date();
    const startsOn = localDate(new Date(now.getTime() + 14 * 86_400_000));
    const referred: { id: string; familyId: string }[] = [];
    for (let family = 1; family <= families; family++) referred.push(await refer(world, family, 'accepted', now, seed));
    const group = await openGroup(world, [municipality.subjects['gitte'] ?? '', grete], startsOn);
    for (const { id } of referred) {
      await matched(world, id);
      await step(world, id, 'start-triage', undefined, ['under-triage']);
      await step(world, id, 'accept', { reason: 'Målgruppen passer.' }, ['accepted', 'waiting', 'enrolled']);
    }
    await seated(world, group, families);
    const sessions = await placeCourse(world, group, startsOn);
    const found = new AttendanceWorld(
      platform,
      world,
      password,
      grete,
      sessions,
      referred.map(({ familyId }) => familyId),
    );
    await municipality.setTime(new Date(Date.parse(sessions[0]?.startsAt ?? '') + 3_600_000));
    return found;
  }

  /** What was noted of a family at a session, as the API has it. */
  async noted(session: Session, family: string): Promise<Noted | undefined> {
    const { api, municipality } = this.world;
    const path = `/scheduling/v1/families/${family}/attendance?session=${session.id}`;
    return (await api.get<{ items: Noted[] }>(path, { as: municipality.as('gitte') })).body.items[0];
  }

  /** The day on which it was held, as the API has it. */
  async heldOn({ id }: Session): Promise<string | null | undefined> {
    const { api, municipality } = this.world;
    const path = '/scheduling/v1/sessions?limit=200';
    const { items } = (
      await api.get<{ items: { id: string; heldOn: string | null }[] }>(path, { as: municipality.as('gitte') })
    ).body;
    return items.find((each) => each.id === id)?.heldOn;
  }

  /** The municipality's clock is a day past it. */
  dayAfter({ endsAt }: Session): Promise<void> {
    return this.world.municipality.setTime(new Date(Date.parse(endsAt) + 86_400_000));
  }

  /** By Gitte, on the API. */
  async correct(session: Session, family: string, marks: Noted['marks']): Promise<void> {
    const noted = (await this.noted(session, family)) as Noted;
    const { api, municipality } = this.world;
    const path = `/scheduling/v1/attendance/${noted.id}:correct`;
    await api.post(path, { as: municipality.as('gitte'), ifMatch: noted.version, body: { marks } });
  }

  /** Parents first. */
  async members(family: string): Promise<readonly Member[]> {
    const { api, municipality } = this.world;
    const as = municipality.as('gitte');
    const { members } = (await api.get<{ members: Member[] }>(`/family-plan/v1/families/${family}`, { as })).body;
    return members.toSorted((a, b) => b.role.localeCompare(a.role));
  }

  /** Grete is a parent of the family: its record is her own. */
  async isHerOwn(family: number): Promise<void> {
    const { api, municipality } = this.world;
    const { members } = referralOf(family, 'accepted', new Date(), seed);
    const cpr = members.find(({ role }) => role === 'parent')?.cpr;
    const body = { sub: this.grete, kind: 'own-person', cpr };
    await api.post('/family-plan/v1/employee-relations', { as: municipality.as('adam'), body });
  }

  address(path = ''): string {
    return `${this.platform.url}/consent/attendance${path}`;
  }

  /** By Keycloak, as a person does. */
  async signIn(page: Page, username: string): Promise<void> {
    await page.goto(`${this.platform.url}/consent/sign-in`);
    await page.selectOption('select[name=municipality]', this.world.municipality.made.code);
    await page.click('button[type=submit]');
    await page.fill('#username', username);
    await page.fill('#password', this.password);
    await page.click('#kc-login, button[type=submit]');
    await page.waitForURL((url) => url.pathname === '/consent/attendance');
  }
}

async function openGroup({ api, municipality }: World, subs: readonly string[], startsOn: string): Promise<string> {
  const as = municipality.as('gitte');
  const made = async (path: string, body: object) =>
    (await api.post<{ id: string }>(`/scheduling/v1/${path}`, { as, body })).body.id;
  const room = await made('rooms', { unit: 'familiestuen', name: 'Stuen' });
  const staff: string[] = [];
  for (const sub of subs) staff.push(await made('staff', { sub, unit: 'familiestuen', name: 'G Prøve' }));
  const body = { programme, name: 'Efterår, torsdag', room, staff, startsOn };
  const { body: group } = await eventually(
    'the programme known to scheduling',
    () => api.post<{ id: string }>('/scheduling/v1/groups', { as, body, notYet: /programme-unknown/ }),
    ({ status }) => status === 201,
  );
  return group.id;
}
