import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import type { OutcomeView } from '../referrals/referrals.dto.js';

/** What a letter to the sender is made of: what the sender may see today, and what the programme calls it. */
export interface Letter {
  /** ISO date. */
  readonly writtenOn: string;
  /** As people know it; undefined of a municipality that a story or test made up. */
  readonly municipality?: string | undefined;
  readonly programme: Text;
  readonly answer?: ProgrammeDefinition['answer'];
  /** What the definition says of the outcome's code; undefined where it has no words for it. */
  readonly reason?: Text | undefined;
  readonly outcome: OutcomeView;
}
