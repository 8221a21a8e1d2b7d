import type { Context } from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import type { ServiceProcess, TestPlatform } from '@helhed/testing';
import { noteAbsence } from '../nyborg-referred/attendance.js';
import { nameInterpreter } from '../nyborg-referred/needs.js';
import { openGroup, placeCourse, seated } from '../nyborg-referred/course.js';
import { matched, refer, step } from '../nyborg-referred/referrals.js';
import { registerVideo } from '../nyborg-referred/filming.js';
import { offerObservation } from '../nyborg-referred/observing.js';
import { endCustodySoon, holdConversation, offerGoal, recordChildView } from '../nyborg-referred/told-of-child.js';
import { programme, publishFamiliestue, type World } from '../nyborg-referred/world.js';
import { Api, eventually, type Caller } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import { platformTarget } from '../story/open-target.js';
import type { Family } from './family.js';
import { give, withdraw } from './give-and-withdraw.js';
import { consents } from './kind.js';
import { kinds } from './kinds.js';
import { accountOf, followedBy, peopleOf, tieOfFollowed, tiesOf } from './people.js';
import { read } from './race.js';

/**
 * A municipality with one group of families on a course, each with a day care, a partner, a team, a
 * contact and a calendar that hear of it, and a parent who has an account.
 */
export class RacesWorld {
  readonly families: Family[] = [];
  readonly today = localDate(new Date());

  private constructor(
    readonly platform: TestPlatform,
    readonly api: Api,
    readonly municipality: StoryMunicipality,
  ) {}

  static async make(platform: TestPlatform, count: number, seed: number): Promise<RacesWorld> {
    const world = await RacesWorld.unread(platform, count, seed);
    for (const family of world.families) await world.#look(family);
    return world;
  }

  /** Where nothing was asked yet that rests on a consent: no instance has taken a lease there. */
  static async unread(platform: TestPlatform, count: number, seed: number): Promise<RacesWorld> {
    const target = await platformTarget(platform);
    const api = new Api(platform.url);
    const municipality = await StoryMunicipality.make(target, api, 'Kapløb', peopleOf(count));
    const world = new RacesWorld(platform, api, municipality);
    const thread: World = { api, municipality };
    await publishFamiliestue(thread);
    const startsOn = localDate(new Date(Date.now() + 14 * 86_400_000));
    const group = await openGroup(thread, 1, startsOn);
    // the list begins with one that is nobody's race, so that each of the others is on a next page
    await refer(thread, 0, 'accepted', new Date(), seed);
    for (let number = 1; number <= count; number++) await world.#take(thread, number, seed, followedBy(number, count));
    await seated(thread, group.id, 2 * count);
    for (const { followed } of world.families) await world.#follow(thread, followed as Family);
    await seated(thread, group.id, count);
    const [session, next] = await placeCourse(thread, group.id, startsOn);
    for (const family of world.families) {
      await noteAbsence(thread, session?.id ?? '', family.familyId, family.child);
      family.need = await nameInterpreter(thread, session?.id ?? '', family.familyId);
      family.session = session?.id ?? '';
      family.invited = next?.id ?? '';
      await world.#open(thread, family);
    }
    return world;
  }

  as = (who: string): Caller => this.municipality.as(who);
  token = (who: string): Promise<string> => this.as(who)();

  instancesOf(service: Context): ServiceProcess[] {
    return this.platform.processes.filter((each) => each.service === service);
  }

  async #take(thread: World, number: number, seed: number, followed: number): Promise<void> {
    const other = await this.#enrol(thread, followed, seed);
    this.families.push({ ...(await this.#enrol(thread, number, seed)), followed: other });
  }

  async #enrol(thread: World, number: number, seed: number): Promise<Family> {
    const { id, familyId } = await refer(thread, number, 'accepted', new Date(), seed);
    const referral = await matched(thread, id);
    await step(thread, id, 'start-triage', undefined, ['under-triage']);
    await step(thread, id, 'accept', { reason: 'Målgruppen passer.' }, ['accepted', 'waiting', 'enrolled']);
    const ids = (role?: string) =>
      referral.members.filter((each) => !role || each.role === role).map(({ personId }) => personId as string);
    return {
      referralId: id,
      familyId,
      persons: ids(),
      parents: ids('parent'),
      child: ids('child')[0] as string,
      goal: '',
      conversation: '',
      observation: '',
      video: '',
      need: '',
      session: '',
      invited: '',
      feed: '',
      cursor: '',
      account: accountOf(number),
      link: '',
      subjects: this.municipality.subjects,
      withheld: {},
      given: {},
      earlier: {},
    };
  }

  /** Its course ends with what was agreed in it, and somebody stays with it. */
  async #follow(thread: World, family: Family): Promise<void> {
    for (const tie of tieOfFollowed(family)) await this.#tie(family, tie);
    await this.link(family);
    family.goal = await offerGoal(thread, family.familyId, family.child);
    family.conversation = await holdConversation(thread, family.familyId, family.persons);
    await step(thread, family.referralId, 'close', { outcome: 'completed' }, ['closed']);
  }

  /** Others are tied to the family, a parent's account to the parent, its calendar is handed out, and a child is heard. */
  async #open(thread: World, family: Family): Promise<void> {
    const { api } = this;
    for (const tie of tiesOf(family)) await this.#tie(family, tie);
    await this.link(family);
    const { body } = await eventually(
      'the family known to its group’s leader',
      () =>
        api.post<{ url: string }>('/scheduling/v1/feeds', {
          as: this.as('gitte'),
          body: { for: 'family', family: family.familyId, recipient: family.parents[0] },
          notYet: /resource-unknown|not-a-member/,
        }),
      ({ status }) => status === 201,
    );
    family.feed = body.url;
    await recordChildView(thread, family.familyId, family.child);
    family.goal = await offerGoal(thread, family.familyId, family.child);
    family.conversation = await holdConversation(thread, family.familyId, family.persons);
    const { familyId, persons, parents } = family;
    const members = persons.map((personId) => ({ personId, role: parents.includes(personId) ? 'parent' : 'child' }));
    family.observation = await offerObservation(thread, { familyId, members }, this.today);
    await endCustodySoon(thread, family.familyId, family.child);
  }

  /** What its reads hold once all was withdrawn is noted. */
  async #look(family: Family): Promise<void> {
    const thread: World = { api: this.api, municipality: this.municipality };
    family.cursor = await this.#cursorOf(family);
    for (const consent of consents) {
      const basisId = await give(this, family, consent, Math.random);
      // none is registered but on the consent to it
      if (consent === 'video')
        family.video = await registerVideo(thread, family.familyId, [family.parents[0] as string, family.child]);
      if (consent === 'coordinating') await this.#invite(family);
      await withdraw(this, family, basisId, Math.random);
      family.earlier[consent] = basisId;
    }
    for (const kind of kinds.filter(({ method }) => method === 'HEAD')) {
      const [process] = this.instancesOf(kind.service) as [ServiceProcess];
      const { length } = await eventually(
        `${kind.name} answered`,
        async () => (await read(this, kind, process, family)) ?? { status: 0, length: 0 },
        ({ status }) => status === 200,
      );
      family.withheld[kind.name] = length;
    }
  }

  /** Its coordinator takes an invitation whose CANCEL nobody fetches: what is told of it is decided each time. */
  async #invite({ invited, familyId, parents: [parent] }: Family): Promise<void> {
    const path = `/scheduling/v1/sessions/${invited}/invitation?family=${familyId}&recipient=${parent}`;
    await eventually(
      'the family invited by its coordinator',
      () => this.api.get<string>(path, { as: this.as('karen') }),
      ({ body }) => body.includes('METHOD:REQUEST'),
    );
  }

  async #tie({ familyId }: Family, tie: object): Promise<void> {
    const body = { familyId, programme, from: this.today, ...tie };
    await eventually(
      'the family known to its programme’s lead',
      () => this.api.post('/family-plan/v1/relations', { as: this.as('lone'), body, notYet: /family-unknown/ }),
      ({ status }) => status === 201,
    );
  }

  /** Its account is the first parent's. */
  async link(family: Family): Promise<void> {
    const {
      parents: [parent],
      account,
    } = family;
    const as = this.as(account);
    const codes = `/family-plan/v1/persons/${parent}/link-codes`;
    const { body } = await this.api.post<{ code: string }>(codes, { as: this.as('vibeke') });
    const redeemed = { as, body: { code: body.code } };
    family.link = (await this.api.post<{ id: string }>('/family-plan/v1/links:redeem', redeemed)).body.id;
    await eventually(
      'the link known to consent',
      () => this.api.get(`/consent/v1/persons/${parent}/bases`, { as, notYet: /not-found|not-allowed/ }),
      ({ status }) => status === 200,
    );
  }

  async #cursorOf({ referralId }: Family): Promise<string> {
    let cursor = '';
    for (;;) {
      const path = `/referral/v1/referrals?limit=1${cursor && `&cursor=${cursor}`}`;
      const { body } = await this.api.get<{ items: { id: string }[]; next: string | null }>(path, {
        as: this.as('pia'),
      });
      if (body.items[0]?.id === referralId || body.next === null) return cursor;
      cursor = encodeURIComponent(body.next);
    }
  }
}
