import type { ConversationRecorded, EventData } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Held } from './conversations.dto.js';

/** A conversation that was held with the family, with who took part and the goals as they stood. Nothing of it changes. */
@Entity('conversation')
export class Conversation {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  /** Of the definition that said who must attend. */
  @Column('integer', { name: 'programme_version' }) readonly programmeVersion!: number;
  /** Which of the programme's conversations. */
  @Column('text') readonly code!: string;
  /** Where it was noted. */
  @Column('text') readonly unit!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: string;
  /** The first is told; any after it was recorded by somebody to whom those before were withheld, and is told of by no event. */
  @Column('smallint', { name: 'of_day' }) readonly ofDay!: number;
  @Column('integer') readonly participants!: number;
  @Column('integer') readonly missing!: number;
  @Column('integer') readonly goals!: number;
  /** Who took part, who did not and why, and the goals: encrypted. */
  @Column('bytea') readonly held!: Buffer;

  static note(told: Omit<Conversation, 'recorded'>): Conversation {
    return change(new Conversation(), { ...told });
  }

  /** @param stood the goals that it keeps; nobody's words are told */
  recorded(stood: Held['goals']): EventData<typeof ConversationRecorded> {
    const { id: conversationId, familyId, programme, code: conversation, heldOn: on } = this;
    const { participants, missing, goals } = this;
    const stands = stood.map(({ id: goalId, state, actions }) => {
      const done = actions.filter((action) => action.state === 'done').length;
      return { goalId, state, actions: actions.length, done };
    });
    return { conversationId, familyId, programme, conversation, on, participants, missing, goals, stands };
  }
}

export const incomplete = (errors: FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'conversation-incomplete',
    { da: 'Samtalen hænger ikke sammen.', en: 'The conversation does not hang together.' },
    errors,
  );
