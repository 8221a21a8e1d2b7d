import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the family could do towards a goal: an option (*handlemulighed*), no task. It has neither a doer nor a day. */
@Entity('goal_option')
export class GoalOption {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'goal_id' }) readonly goalId!: string;
  /** Encrypted. */
  @Column('bytea') readonly option!: Buffer;
  @Column('date', { name: 'named_on' }) readonly namedOn!: string;
}

export const actionStates = ['planned', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** What somebody does towards a goal, by a day: somebody of the family, or whoever has a function in a unit. */
@Entity('goal_action')
export class GoalAction {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'goal_id' }) readonly goalId!: string;
  /** Encrypted. */
  @Column('bytea') readonly action!: Buffer;
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  @Column('text', { nullable: true }) readonly unit!: string | null;
  @Column('text', { nullable: true }) readonly function!: string | null;
  @Column('date', { name: 'due_on' }) readonly dueOn!: string;
  @Column('text') readonly state!: ActionState;
  /** When it came to this state. */
  @Column('date', { name: 'moved_on' }) readonly movedOn!: string;

  static plan(wish: Omit<GoalAction, 'state' | 'movedOn' | 'move'>, today: string): GoalAction {
    return change(new GoalAction(), { ...wish, state: 'planned', movedOn: today });
  }

  /** To be as it is already is no move. */
  move(state: ActionState, today: string): void {
    if (this.state !== state) change<GoalAction>(this, { state, movedOn: today });
  }
}
