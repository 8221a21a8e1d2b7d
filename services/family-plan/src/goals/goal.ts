import type { EventData, GoalMoved } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type GoalState = EventData<typeof GoalMoved>['state'];

/** Where it comes from and whose it is. */
type Origin = Pick<Goal, 'municipality' | 'id' | 'familyId' | 'programme' | 'unit' | 'workPointId' | 'personId'>;

/**
 * A goal of the family, or of one of its members. What an institution would work on is *offered* as one, and is a goal
 * once everybody who is asked agreed to it, each in the own words; what the family says itself is one at once.
 */
@Entity('goal')
export class Goal {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  /** Where it was noted. */
  @Column('text') readonly unit!: string;
  /** The institution's own point, which stays what it is. Null: the family said it. */
  @Column('uuid', { name: 'work_point_id', nullable: true }) readonly workPointId!: string | null;
  /** Whose it is; null: the whole family's. */
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  @Column('text') readonly state!: GoalState;
  @Column('date', { name: 'set_on' }) readonly setOn!: string;
  @Column('date', { name: 'agreed_on', nullable: true }) readonly agreedOn!: string | null;
  @Column('date', { name: 'left_on', nullable: true }) readonly leftOn!: string | null;

  static offer(origin: Origin & { readonly workPointId: string }, today: string): Goal {
    return change(new Goal(), { ...origin, state: 'offered', setOn: today, agreedOn: null, leftOn: null });
  }

  static say(origin: Origin & { readonly workPointId: null }, today: string): Goal {
    return change(new Goal(), { ...origin, state: 'agreed', setOn: today, agreedOn: today, leftOn: null });
  }

  /**
   * Somebody's own words to it were noted. @param asked who must agree (`findAsked`); where there is nobody, it stays offered
   * @param heard those whose words are noted
   * @returns whether it became a goal. @throws DomainError `goal-fixed` of one that was left
   */
  accept(asked: readonly string[], heard: readonly string[], today: string): boolean {
    if (this.state === 'left') throw goalFixed();
    const all = asked.length > 0 && asked.every((person) => heard.includes(person));
    if (this.state === 'agreed' || !all) return false;
    change<Goal>(this, { state: 'agreed', agreedOn: today });
    return true;
  }

  /** @throws DomainError `goal-fixed`: of what is offered, or was left, the family does nothing yet */
  requireAgreed(): void {
    if (this.state !== 'agreed') throw goalFixed();
  }

  /** @returns false where it was left already */
  leave(today: string): boolean {
    if (this.state === 'left') return false;
    change<Goal>(this, { state: 'left', leftOn: today });
    return true;
  }

  moved(): EventData<typeof GoalMoved> {
    const { id: goalId, familyId, programme, state, setOn, agreedOn, leftOn } = this;
    return { goalId, familyId, programme, state, on: leftOn ?? agreedOn ?? setOn };
  }
}

/** What somebody of the family said to a goal, as it was said: nobody rewrites it. */
@Entity('goal_words')
export class GoalWords {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'goal_id' }) readonly goalId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) readonly personId!: string;
  /** Encrypted. */
  @Column('bytea') readonly words!: Buffer;
  @Column('date', { name: 'said_on' }) readonly saidOn!: string;
}

export const goalFixed = (): DomainError =>
  new DomainError('conflict', 'goal-fixed', {
    da: 'Det kan ikke noteres om målet nu.',
    en: 'That cannot be noted of the goal now.',
  });
