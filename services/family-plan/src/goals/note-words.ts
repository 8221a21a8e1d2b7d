import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { openWords, sealWords } from './goal-words.js';
import { goalFixed, GoalWords } from './goal.js';
import type { AcceptGoal } from './goals.dto.js';

/** @throws DomainError `goal-fixed` where the person said something else before; `goal-incomplete` of what was said later than today */
export async function noteWords(tx: Tx, goalId: string, { personId, said, saidOn }: AcceptGoal): Promise<void> {
  const { manager, municipality, personalData, today } = tx;
  if (saidOn > today) throw notYetSaid();
  const named = { municipality, goalId, personId };
  const before = await manager.findOneBy(GoalWords, named);
  if (before && openWords(personalData, named, before.words) !== said) throw goalFixed();
  if (!before) await manager.insert(GoalWords, { ...named, words: sealWords(personalData, named, said), saidOn });
}

const notYetSaid = (): DomainError =>
  new DomainError(
    'rule',
    'goal-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [
      {
        field: 'saidOn',
        rule: 'in-the-future',
        message: { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' },
      },
    ],
  );
