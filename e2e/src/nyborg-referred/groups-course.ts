import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import { noteAttendance } from './attendance.js';
import { handCalendar } from './calendar-feed.js';
import { changesOf } from './changes.js';
import { makeUpFor, moveSession } from './changed-sessions.js';
import { conversationsOf, converse, printPlan } from './conversations.js';
import { groupView, markHeld, markTalkHeld, talksOf, type Session, type Talk } from './course.js';
import {
  inOwnWords,
  pedagogueIsDone,
  pedagogueIsTold,
  pedagogueReadsGoals,
  tieContact,
  workWith,
  type WorkWithFamily,
} from './family-work.js';
import { film, videoIsDeleted } from './filming.js';
import { leaderOf } from './leaders.js';
import { mimIsDeleted, mimIsRead, offerMim } from './observing.js';
import type { Oracle } from './oracle.js';
import { step, view } from './referrals.js';
import { linkMaja, takeBack } from './who-has-looked.js';
import type { World } from './world.js';

interface Seated {
  readonly family: number;
  /** Of the referral. */
  readonly id: string;
  readonly familyId: string;
  readonly outcome: string;
}

interface Group {
  readonly number: number;
  readonly id: string;
  readonly sessions: readonly Session[];
  readonly talks: readonly Talk[];
  readonly families: readonly Seated[];
  readonly of: (family: number) => Seated;
}

/** After which session of the first group what happens to a family of it. */
const after = { outcomeTakenBack: 1, dropped: 2, moved: 3, calledOff: 4, mim: 5, planTakenBack: 6 };

/** What a group is to hold. */
type Meeting = Session | Talk;

const inOrder = (meetings: readonly Meeting[]): Meeting[] =>
  meetings.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt));

/** A group's way through its sessions: who came, what was worked on, who left, and who finished. */
export class GroupsCourse {
  #left: Meeting[];
  #families: readonly Seated[];
  #sessions = 0;
  readonly #works: WorkWithFamily[] = [];
  /** What the psychologist saw of that family. */
  #mim = '';
  #video = '';
  /** The family of the parent whose account Maja's is. */
  maja: (Seated & { readonly person: string }) | undefined;

  constructor(
    readonly world: World,
    readonly oracle: Oracle,
    readonly group: Group,
    readonly say: (line: string) => void,
  ) {
    this.#left = inOrder([...group.sessions, ...group.talks]);
    this.#families = group.families;
  }

  static byTime(this: void, a: GroupsCourse, b: GroupsCourse): number {
    return (a.next?.endsAt ?? '').localeCompare(b.next?.endsAt ?? '');
  }

  get next(): Meeting | undefined {
    return this.#left[0];
  }

  async hold(): Promise<void> {
    const next = this.#left.shift() as Meeting;
    const at = new Date(next.endsAt);
    await this.world.municipality.setTime(at);
    await (next.kind === 'conversation' ? this.#talk(next, at) : this.#meet(next, at));
    if (!this.next) await this.#finish(at);
  }

  async #talk(talk: Talk, at: Date): Promise<void> {
    await markTalkHeld(this.world, talk);
    const seat = this.#families.find(({ familyId }) => familyId === talk.familyId) as Seated;
    await this.#converse(seat, talk.conversation, at);
  }

  async #meet(session: Session, at: Date): Promise<void> {
    await markHeld(this.world, session);
    this.oracle.held(
      session.kind,
      this.#families.map(({ family }) => family),
    );
    for (const [i, seat] of this.#families.entries()) await this.#cameTo(session, seat, i);
    if (session.kind === 'session') await this.#after(++this.#sessions, at);
  }

  /** Everybody whom it is for, but a child of one family that is ill. */
  async #cameTo(session: Session, { id, family, familyId }: Seated, at: number): Promise<void> {
    const { members } = await view(this.world, id);
    const wanted = session.kind === 'session' ? members : members.filter(({ role }) => role === 'parent');
    const persons = wanted.map(({ personId }) => personId as string);
    const ill = session.kind === 'session' && (at + this.#sessions) % 5 === 0 ? persons.slice(-1) : [];
    this.oracle.course.came(persons.length - ill.length);
    this.oracle.course.away(family, ill.length, 'illness');
    await noteAttendance(this.world, leaderOf(this.group.number), session.id, { family: familyId, persons, ill });
  }

  async #after(number: number, at: Date): Promise<void> {
    if (number === 1)
      for (const seat of this.#families) {
        const work = await workWith(this.world, await view(this.world, seat.id), at);
        await pedagogueReadsGoals(this.world, work);
        this.#works.push(work);
        this.oracle.course.agreed(work.action.goalId, seat.family);
      }
    if (this.group.number !== 1) return;
    if (number === after.outcomeTakenBack) await this.#takeBackOutcome();
    if (number === after.dropped) await this.#drop(at);
    if (number === after.moved) await this.#moveNext();
    if (number === after.calledOff) await this.#makeUpForNext();
    if (number === after.mim) await this.#observe(at);
    if (number === after.planTakenBack) await this.#takeBackPlan();
  }

  /** Midway the parents have done what they said. */
  async #converse({ id, family, familyId }: Seated, conversation: string, at: Date): Promise<void> {
    const work = this.#works.find((each) => each.familyId === familyId);
    const done = conversation === 'midway' && work ? [work.action] : [];
    await converse(this.world, await view(this.world, id), conversation, at, done);
    this.oracle.course.conversed(
      conversation,
      family,
      done.map(({ goalId }) => goalId),
    );
  }

  /** The last family leaves; whoever waits longest gets its place, and comes from the next session on. */
  async #drop(at: Date): Promise<void> {
    const gone = this.#families.at(-1) as Seated;
    await step(this.world, gone.id, 'withdraw', { reasonCode: 'family-withdrew' }, ['withdrawn']);
    const lucky = this.oracle.dropped(at).map((family) => this.group.of(family));
    this.#families = [...this.#families.slice(0, -1), ...lucky];
    const wanted = this.#families.map(({ familyId }) => familyId).toSorted();
    await eventually(
      'the place given to who waits, and the rest of the course in its calendar',
      () => groupView(this.world, this.group.id),
      ({ places }) => {
        const booked = places.flatMap(({ seat }) => (seat?.booked ? [seat.familyId] : []));
        return JSON.stringify(booked.toSorted()) === JSON.stringify(wanted);
      },
    );
    for (const { familyId } of lucky) await tieContact(this.world, familyId, localDate(at));
    // those of the family that left are gone, and whoever came has its own
    const meetings = this.#left.filter(({ kind }) => kind !== 'conversation');
    this.#left = inOrder([...meetings, ...(await talksOf(this.world, this.group.id))]);
    this.say(
      `group ${this.group.number}: a family left after ${after.dropped} sessions, ${lucky.length} came in its place`,
    );
  }

  async #moveNext(): Promise<void> {
    const next = this.#nextRegular();
    this.#replace(next, await moveSession(this.world, this.group.id, next));
  }

  async #makeUpForNext(): Promise<void> {
    const next = this.#nextRegular();
    this.#replace(next, await makeUpFor(this.world, this.group.id, next));
    this.say(`group ${this.group.number}: a session was moved, another called off and made up for`);
  }

  #nextRegular(): Session {
    return this.#left.find(({ kind }) => kind === 'session') as Session;
  }

  #replace(session: Session, by: Session): void {
    this.#left = inOrder([...this.#left.filter((each) => each !== session), by]);
  }

  /** A parent takes back that the sender hears what came of it: its system is told no more. */
  async #takeBackOutcome(): Promise<void> {
    const [seat] = this.#families as [Seated];
    const { members } = await view(this.world, seat.id);
    const person = members.find(({ role }) => role === 'parent')?.personId as string;
    await linkMaja(this.world, person);
    this.maja = { ...seat, person };
    const told = await changesOf(this.world, seat.id);
    must(told.includes('referral.place-assigned') || told.includes('referral.accepted'), 'its system was told', told);
    await takeBack(this.world, seat.outcome);
    mustEqual(await changesOf(this.world, seat.id), [], 'its system is told no more');
    this.say(`group ${this.group.number}: a parent took back that the sender hears; its system is told no more`);
  }

  /** The same parent takes back that the pedagogue reads the goals: at once she is told why she does not. */
  async #takeBackPlan(): Promise<void> {
    const [work] = this.#works as [WorkWithFamily];
    await takeBack(this.world, work.basis);
    await pedagogueIsTold(this.world, work);
    const { person, familyId } = this.maja as Seated & { person: string };
    await printPlan(this.world, familyId, person, inOwnWords);
    this.say(`group ${this.group.number}: and that the goals are shown; the pedagogue is told so`);
  }

  /** The same parent takes part in MIM; the families beside it say no. */
  async #observe(at: Date): Promise<void> {
    const referrals = await Promise.all(this.#families.map(({ id }) => view(this.world, id)));
    this.#mim = await offerMim(this.world, referrals, at);
    this.#video = await film(this.world, referrals[0] as (typeof referrals)[number], at);
    const { person, familyId } = this.maja as Seated & { person: string };
    await mimIsRead(this.world, familyId, person);
    this.say(
      `group ${this.group.number}: MIM offered to ${referrals.length} families, accepted by one; its note withheld from the day care`,
    );
  }

  async #finish(at: Date): Promise<void> {
    if (this.maja) await conversationsOf(this.world, this.maja.familyId);
    for (const { id, family } of this.#families) {
      if (family === 0) await handCalendar(this.world, await view(this.world, id), localDate(at));
      await step(this.world, id, 'close', { outcome: 'completed' }, ['closed']);
      this.oracle.completed();
    }
    await this.#followed(pedagogueReadsGoals);
  }

  /** When the follow-up of the families is over. */
  async followedUp(): Promise<void> {
    await this.#followed(pedagogueIsDone);
    if (!this.maja) return;
    await mimIsDeleted(this.world, this.#mim, this.maja.person);
    await videoIsDeleted(this.world, this.#video);
  }

  /** The second family: it stayed to the end, and took nothing back. */
  async #followed(then: (world: World, work: WorkWithFamily) => Promise<void>): Promise<void> {
    const work = this.#works.find(({ familyId }) => familyId === this.#families[1]?.familyId);
    if (work) await then(this.world, work);
  }
}
