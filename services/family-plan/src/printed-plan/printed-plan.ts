import type { Withheld } from '@helhed/access';
import type { GoalView } from '../goals/goals.dto.js';

/** Somebody of the family, with the name where that may be shown. */
export interface Named {
  readonly personId: string;
  readonly role: 'parent' | 'child' | 'other';
  readonly name?: string | undefined;
}

/** What a printed plan is made of: what whoever prints it may see, and of that what is for the recipient. */
export interface PrintedPlan {
  readonly printedOn: string;
  readonly recipientId: string;
  /** Empty where the family's members are withheld. */
  readonly members: readonly Named[];
  /** Those that are agreed on. */
  readonly goals: readonly Goal[];
  /** How many are offered, and nobody has said yes to yet. */
  readonly offered: number;
  /** Whether anything may be said of goals, also that there are none. */
  readonly showsPlan: boolean;
  readonly withheld: readonly Withheld[];
}

export type Goal = Required<Omit<GoalView, 'withheld' | 'workPoint'>> & Pick<GoalView, 'workPoint'>;

/**
 * "The family" is no single reader: its own goals are for every one of it, a member's are for the member, and a child's for
 * those whom they were offered to as well.
 * @param recipientId undefined where it is for nobody in particular: the family's own goals alone
 * @param asked who must accept such a goal when it is offered (`findAsked`)
 */
export const isFor = (
  recipientId: string | undefined,
  { memberId }: Pick<Goal, 'memberId'>,
  members: readonly Pick<Named, 'personId' | 'role'>[],
  asked: readonly string[],
): boolean => {
  if (memberId === null || memberId === recipientId) return true;
  if (recipientId === undefined) return false;
  const isChilds = members.some(({ personId, role }) => personId === memberId && role === 'child');
  return isChilds && asked.includes(recipientId);
};
