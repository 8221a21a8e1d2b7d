import type { Context } from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import type { ServiceProcess, TestPlatform } from '@helhed/testing';
import { openGroup, placeCourse, seated } from '../nyborg-thread/course.js';
import { matched, refer, step } from '../nyborg-thread/referrals.js';
import { programme, publishFamiliestue, type World } from '../nyborg-thread/world.js';
import { Api, eventually, type Caller } from '../story/api.js';
import { inventedCode, StoryMunicipality } from '../story/municipality.js';
import { platformTarget } from '../story/open-target.js';
import type { Family } from './family.js';
import { kinds, type Consent } from './kinds.js';
import { consents, give, read, withdraw } from './race.js';

const people = {
  units: [
    { code: 'db-solsikken', name: 'Børnehuset Solsikken', functions: ['pedagogue', 'referrer'] },
    { code: 'skole-nord', name: 'Nordskolen', functions: ['teacher'] },
    { code: 'visitation', name: 'Visitationen', functions: ['triager'] },
    { code: 'familiestuen', name: 'Familiestuen', functions: ['group-leader', 'programme-lead'] },
  ],
  users: {
    pia: ['db-solsikken:pedagogue'],
    trine: ['skole-nord:teacher'],
    vibeke: ['visitation:triager'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
};

const asked: Readonly<Record<Consent, object>> = {
  outcome: {
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
  },
  cooperation: {
    layer: 'disclosure',
    purpose: 'cooperation',
    categories: ['family-structure', 'identity', 'enrolment'],
    fromUnit: 'familiestuen',
    toUnit: 'skole-nord',
  },
  calendar: {
    layer: 'processing',
    purpose: 'calendar-feed',
    categories: ['appointments'],
    fromUnit: 'familiestuen',
    toUnit: 'familiestuen',
  },
};

/** A municipality with one group of families on a course, each with a day care, a partner and a calendar that hear of it. */
export class RacesWorld {
  readonly families: Family[] = [];
  readonly #today = localDate(new Date());

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
    const municipality = await StoryMunicipality.make(target, api, inventedCode(), 'Kapløb', people);
    const world = new RacesWorld(platform, api, municipality);
    const thread: World = { api, municipality };
    await publishFamiliestue(thread);
    const startsOn = localDate(new Date(Date.now() + 14 * 86_400_000));
    const group = await openGroup(thread, 1, startsOn);
    // the list begins with one that is nobody's race, so that each of the others is on a next page
    await refer(thread, 0, 'accepted', new Date(), seed);
    for (let number = 1; number <= count; number++) await world.#take(thread, number, seed);
    await seated(thread, group.id, count);
    await placeCourse(thread, group.id, startsOn);
    for (const family of world.families) await world.#open(family);
    return world;
  }

  as = (who: string): Caller => this.municipality.as(who);
  token = (who: string): Promise<string> => this.as(who)();

  instancesOf(service: Context): ServiceProcess[] {
    return this.platform.processes.filter((each) => each.service === service);
  }

  basisOf(consent: Consent): object {
    return {
      ...asked[consent],
      programme,
      kind: 'consent',
      paragraph: 'Forvaltningsloven § 28, stk. 2, nr. 1',
      how: 'spoken',
      givenOn: this.#today,
      validFrom: this.#today,
      evidence: 'Samtale i børnehuset',
    };
  }

  async #take(thread: World, number: number, seed: number): Promise<void> {
    const { id, familyId } = await refer(thread, number, 'accepted', new Date(), seed);
    const referral = await matched(thread, id);
    await step(thread, id, 'start-triage', undefined, ['under-triage']);
    await step(thread, id, 'accept', { reason: 'Målgruppen passer.' }, ['accepted', 'waiting', 'enrolled']);
    const ids = (role?: string) =>
      referral.members.filter((each) => !role || each.role === role).map(({ personId }) => personId as string);
    this.families.push({
      referralId: id,
      familyId,
      persons: ids(),
      parents: ids('parent'),
      feed: '',
      cursor: '',
      subjects: this.municipality.subjects,
      withheld: {},
    });
  }

  /** The partner is tied to the family, and its calendar is handed out. */
  async #open(family: Family): Promise<void> {
    const { api } = this;
    const tie = {
      familyId: family.familyId,
      programme,
      kind: 'partner',
      unit: 'skole-nord',
      function: 'teacher',
      from: this.#today,
    };
    await eventually(
      'the family known to its programme’s lead',
      () => api.post('/family-plan/v1/relations', { as: this.as('lone'), body: tie, notYet: /family-unknown/ }),
      ({ status }) => status === 201,
    );
    const { body } = await eventually(
      'the family known to its group’s leader',
      () =>
        api.post<{ url: string }>('/scheduling/v1/feeds', {
          as: this.as('gitte'),
          body: { for: 'family', family: family.familyId },
          notYet: /resource-unknown/,
        }),
      ({ status }) => status === 201,
    );
    family.feed = body.url;
  }

  /** What its reads hold once all was withdrawn is noted. */
  async #look(family: Family): Promise<void> {
    family.cursor = await this.#cursorOf(family);
    for (const consent of consents) {
      const basisId = await give(this, family, consent, Math.random);
      await withdraw(this, family, basisId, Math.random);
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
