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
  readonly outcome: OutcomeView;
}
