import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { findClosedDays } from '../closures/closure.js';
import { requireAllowed } from '../courses/course-refusals.js';
import type { Group } from '../groups/group.js';
import { requireRoom } from '../groups/open-group.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { placedOf, type Conversation } from './conversation.js';
import type { ConversationTemplate } from './lay-out.js';

type Wish = Pick<Conversation, 'date' | 'startTime' | 'roomId'> & {
  /** Where it is, if it is anywhere */
  readonly from: string | null;
};

/** @throws DomainError `conversation-unknown`; as `requireAllowed`; or `resource-unknown` for another room */
export async function requireConversationTime(
  tx: Tx,
  group: Group,
  conversation: string,
  { from, ...to }: Wish,
): Promise<ConversationTemplate> {
  const { definition } = await getProgrammeOf(tx, group);
  const template = placedOf(definition).find(({ code }) => code === conversation);
  if (!template) throw conversationUnknown();
  requireAllowed(template.when, to, { today: tx.today, isClosed: await findClosedDays(tx, to.date) });
  if (to.roomId !== from) await requireRoom(tx, to.roomId ?? undefined, true);
  return template;
}

const conversationUnknown = (): DomainError =>
  new DomainError(
    'rule',
    'conversation-unknown',
    {
      da: 'Indsatsens definition lægger ikke den samtale i kalenderen.',
      en: 'The programme’s definition places no such conversation.',
    },
    [{ field: 'conversation', rule: 'unknown' }],
  );
