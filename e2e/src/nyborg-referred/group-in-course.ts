import type { Session, Talk } from './course.js';

/** A family with a place. */
export interface Seated {
  readonly family: number;
  /** Of the referral. */
  readonly id: string;
  readonly familyId: string;
  readonly outcome: string;
}

export interface GroupInCourse {
  readonly number: number;
  readonly id: string;
  readonly sessions: readonly Session[];
  readonly talks: readonly Talk[];
  readonly families: readonly Seated[];
  readonly of: (family: number) => Seated;
}

/** After which session of the first group what happens to a family of it. */
export const after = { outcomeTakenBack: 1, dropped: 2, moved: 3, calledOff: 4, mim: 5, planTakenBack: 6 };

/** What a group is to hold. */
export type Meeting = Session | Talk;

export const inOrder = (meetings: readonly Meeting[]): Meeting[] =>
  meetings.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt));
