import { randomBytes } from 'node:crypto';
import { keepUnit } from '@helhed/access';
import { holdFunctions } from '@helhed/testing';
import { Paging } from '@helhed/web';
import type { RecordConversation as Told } from '../src/conversations/conversations.dto.js';
import { FindConversations } from '../src/conversations/find-conversations.js';
import { GetConversation } from '../src/conversations/get-conversation.js';
import { RecordConversation } from '../src/conversations/record-conversation.js';
import { as } from './actors.js';
import { gitte, type Family, type Somebody } from './family-h.js';
import { nyborg, type World } from './world.js';

const paging = new Paging(randomBytes(32));

export const member = (personId: string) => ({ by: 'member' as const, personId });
export const contact = { by: 'unit' as const, unit: 'db-stjernen', function: 'contact-pedagogue' };

/** Two day cares and what can be held there, as the administration tells of them, and one that is closed. */
export const knowUnits = ({ database }: World): Promise<void> =>
  database.inTransaction(nyborg, async (tx) => {
    const unit = { parent: null, insideParent: false, outside: false, institution: false };
    for (const code of ['db-stjernen', 'db-solsikken', 'closed'])
      await keepUnit(tx, { ...unit, unit: code, retired: code === 'closed' });
    const contacts = ['db-stjernen', 'db-solsikken', 'closed'].map((code) => `${code}:contact-pedagogue`);
    await holdFunctions(tx, ...contacts, 'db-stjernen:pedagogue');
  });

/** The start conversation, with everybody who must attend, and Alma; unless the changes say otherwise. */
export const record = (
  { database, families }: World,
  { familyId, maja, jonas, alma }: Family,
  { by = gitte, key, ...changes }: { by?: Somebody; key?: string } & Partial<Told> = {},
) =>
  as(
    by,
    (actor) =>
      new RecordConversation(database, families).run(actor, {
        familyId,
        conversation: 'start',
        heldOn: '2026-10-01',
        participants: [member(maja), member(jonas), member(alma), contact],
        missing: [],
        moves: [],
        ...changes,
      }),
    key,
  );

export const conversations = ({ looks }: World, { familyId }: Family, by: Somebody = gitte) =>
  as(by, (actor) => new FindConversations(looks, paging).ofFamily(actor, familyId, { limit: 50 }));

export const conversation = ({ looks }: World, id: string, by: Somebody = gitte) =>
  as(by, (actor) => new GetConversation(looks).run(actor, id));
