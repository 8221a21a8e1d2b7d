import { localDate } from '@helhed/kernel';
import { eventually, mustRefuse } from '../story/api.js';
import { StoryFailed, must, mustEqual } from '../story/must.js';
import { recordBasis } from './basis.js';
import { prepare } from './before-course.js';
import { agreeOneByOne, agreeTogether } from './contact.js';
import { openGroup, placeCourse, placedTalks, seated } from './course.js';
import { dayCareAs } from './day-care.js';
import { needsOfCourse } from './needs.js';
import { GroupsCourse } from './groups-course.js';
import { readLetter } from './letter.js';
import { Oracle } from './oracle.js';
import type { Fate, Step } from './plan.js';
import { matched, refer, step, view } from './referrals.js';
import { systemHasHeard } from './taken-back.js';
import { whoHasLooked, type OwnView } from './who-has-looked.js';
import type { World } from './world.js';

interface Referred {
  readonly id: string;
  readonly familyId: string;
  /** The consent to tell the sender what came of it. */
  readonly outcome: string;
}

/** A year in the story's municipality, one step of its plan after the other. */
export class Year {
  readonly oracle = new Oracle();
  readonly #referrals = new Map<number, Referred>();
  readonly #groups = new Map<number, { id: string; startsOn: string; families: number[] }>();
  readonly #courses: GroupsCourse[] = [];
  #waited = false;

  constructor(
    readonly world: World,
    readonly seed: number,
    readonly fates: readonly Fate[],
    readonly say: (line: string) => void,
  ) {}

  async take(next: Step): Promise<void> {
    switch (next.kind) {
      case 'refer':
        return this.#refer(next.family, next.at);
      case 'decide':
        return this.#decide(next.family, next.at);
      case 'open-group':
        return this.#open(next.group, next.at);
      case 'place-course':
        return this.#place(next.group, next.at);
    }
  }

  /** Holds what ends before the instant, of all groups in order of time, each at its own time. */
  async holdUntil(at: Date): Promise<void> {
    let held = 0;
    for (;;) {
      const [first] = this.#courses
        .filter(({ next }) => next && new Date(next.endsAt) <= at)
        .toSorted(GroupsCourse.byTime);
      if (!first) break;
      await first.hold();
      held++;
    }
    if (held > 0) this.say(`${held} sessions and theme evenings held until ${localDate(at)}`);
  }

  async #refer(family: number, at: Date): Promise<void> {
    const made = await refer(this.world, family, this.#fate(family), at, this.seed);
    this.oracle.referred(family, at);
    this.oracle.told.happened(made.id, 'received');
    const referral = await matched(this.world, made.id);
    // the families that are declined are those with children too old for the programme
    const outcome = await recordBasis(this.world, referral, localDate(at), this.#fate(family) === 'declined');
    this.#referrals.set(family, { ...made, outcome });
    this.say(`${localDate(at)} family ${family} referred, persons matched, basis recorded`);
  }

  async #decide(family: number, at: Date): Promise<void> {
    const { id } = this.#of(family);
    const fate = this.#fate(family);
    const { told } = this.oracle;
    const { triage } = await step(this.world, id, 'start-triage', undefined, ['under-triage']);
    told.happened(id, 'triage-started');
    await this.#heard(id, 'under-triage');
    mustEqual(triage.suggestion, fate === 'declined' ? 'outside' : 'meets', 'the rules suggest');
    if (fate === 'declined') {
      await step(this.world, id, 'decline', { reasonCode: 'outside-target-group', reason: 'Skolen hjælper.' }, [
        'declined',
      ]);
      this.oracle.declined();
      told.happened(id, 'declined');
    } else if (fate === 'withdrawn') {
      await step(this.world, id, 'withdraw', { reasonCode: 'family-withdrew' }, ['withdrawn']);
      this.oracle.withdrawn();
      told.happened(id, 'withdrawn');
    } else {
      const state = this.oracle.accepted(family, at);
      told.happened(id, ...(state === 'accepted' ? ['accepted', 'enrolled'] : ['waiting']));
      await step(this.world, id, 'accept', { reason: 'Målgruppen passer.' }, [state]);
      this.#waited ||= state === 'waiting';
    }
    if (fate !== 'accepted') told.endsTelling(id);
    const { state } = await view(this.world, id);
    await this.#heard(id, state);
    await readLetter(this.world, id, state);
    this.say(`${localDate(at)} family ${family}: ${state}`);
  }

  async #open(number: number, at: Date): Promise<void> {
    const startsOn = localDate(new Date(at.getTime() + 14 * 86_400_000));
    // of the first that gets a place the day care's system answers nothing, until the parents take it back
    if (number === 1) this.world.dayCare?.isDownFor(this.#of(this.oracle.first ?? 0).id);
    const group = await openGroup(this.world, number, startsOn);
    const families = this.oracle.opened(6, at);
    for (const family of families) this.oracle.told.happened(this.#of(family).id, 'place-assigned', 'enrolled');
    this.#groups.set(number, { id: group.id, startsOn, families });
    await seated(this.world, group.id, families.length);
    this.say(`${localDate(at)} group ${number}: six places opened, ${families.length} assigned`);
  }

  async #place(number: number, at: Date): Promise<void> {
    const group = this.#groups.get(number) as { id: string; startsOn: string; families: number[] };
    for (const [i, family] of group.families.entries()) {
      const agree = number === 1 && i === 0 ? agreeOneByOne : agreeTogether;
      await prepare(this.world, await view(this.world, this.#of(family).id), at, agree);
    }
    if (number === 1) this.say('group 1: a family shown to its contact pedagogue once both parents had consented');
    const sessions = await placeCourse(this.world, group.id, group.startsOn);
    const talks = await placedTalks(this.world, group.id, sessions);
    const families = group.families.map((family) => ({ family, ...this.#of(family) }));
    if (number === 1)
      await needsOfCourse(
        this.world,
        sessions,
        talks,
        families.map(({ familyId }) => familyId),
      );
    const of = (family: number) => ({ family, ...this.#of(family) });
    this.#courses.push(
      new GroupsCourse(this.world, this.oracle, { number, id: group.id, sessions, talks, families, of }, this.say),
    );
    this.say(
      `group ${number}: 13 sessions, 3 theme evenings and ${talks.length} conversations in the calendar from ${group.startsOn}`,
    );
  }

  /** At the year's end: everyone placed is enrolled, the sender's pedagogue hears the outcome, others do not. */
  async lookBack(): Promise<OwnView> {
    const [pia, rie] = [dayCareAs(this.world, 'pia'), dayCareAs(this.world, 'rie')];
    must(this.#waited, 'some family had to wait');
    let enrolled = 0;
    for (const [family, { id }] of this.#referrals) {
      const referral = await view(this.world, id);
      if (referral.place && !referral.enrolment)
        throw new StoryFailed(`family ${family} has a place and no enrolment`, referral);
      if (referral.place) enrolled++;
      const { body } = await pia.get('/referral/v1/referrals/{id}/outcome', { path: { id } });
      // of a family that was erased meanwhile nobody's consent is left
      const gone = ['declined', 'withdrawn'].includes(referral.state) && body.state === undefined;
      const takenBack = id === this.#maja?.id;
      must(!takenBack || body.state === undefined, 'what was taken back stays so', body);
      must(
        gone || takenBack || body.state === referral.state,
        'the sender hears the outcome, as the parents agreed',
        body,
      );
      await mustRefuse(rie.get('/referral/v1/referrals/{id}/outcome', { path: { id } }), 404);
    }
    mustEqual(enrolled, this.oracle.placed, 'each place has one enrolment');
    for (const course of this.#courses) await course.followedUp();
    this.say(
      `${enrolled} families enrolled; the sender's pedagogue read ${this.#referrals.size} outcomes, another unit none`,
    );
    return this.#majaLooksBack();
  }

  /** The parent who took consents back sees who has looked before. */
  async #majaLooksBack(): Promise<OwnView> {
    const maja = this.#maja;
    if (!maja) throw new StoryFailed('no family had come half through its course', undefined);
    const messages = await systemHasHeard(this.world, this.oracle, maja.taken);
    this.say(`the day care's system was told ${messages} times by webhook, each message verified`);
    const told = await whoHasLooked(this.world, maja.person);
    const dayCare = told.items.filter((look) => look.unit === 'db-solsikken' && look.function === 'pedagogue');
    must(dayCare.length > 0, 'the parent sees that the day care has looked', told.items.length);
    this.say(`a parent sees ${told.items.length} looks, and by which functions, and no name`);
    return told;
  }

  /** The sender hears the outcome as soon as what the parents agreed to has come to the referral service. */
  async #heard(id: string, state: string): Promise<void> {
    const pia = dayCareAs(this.world, 'pia');
    const outcome = () => pia.get('/referral/v1/referrals/{id}/outcome', { path: { id } });
    await eventually('the sender hears the outcome', outcome, ({ body }) => body.state === state);
  }

  get #maja() {
    return this.#courses.map(({ maja }) => maja).find((found) => found !== undefined);
  }
  #fate = (family: number) => this.fates[family] as Fate;
  #of = (family: number) => this.#referrals.get(family) as Referred;
}
