import type { Decision } from '@helhed/access';
import type { ConversationKind } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { openHeld } from './conversation-texts.js';
import type { ConversationView } from './conversations.dto.js';

type Shown = Required<Omit<ConversationView, 'withheld' | 'text' | 'participants' | 'missing' | 'goals'>>;

/** As a statement reads it: what is encrypted in base64. */
export interface ConversationRow extends Shown {
  readonly conversations: readonly ConversationKind[] | null;
  readonly held: string;
}

/** The columns of a `ConversationRow`, by its names, in the scope of `FROM conversation con`. */
export const columnsOfConversation = {
  id: 'con.id',
  familyId: 'con.family_id',
  programme: 'con.programme',
  programmeVersion: 'con.programme_version',
  conversation: 'con.code',
  unit: 'con.unit',
  heldOn: 'con.held_on::text',
  held: `encode(con.held, 'base64')`,
  conversations: `(SELECT pc.definition->'conversations' FROM programme_copy pc WHERE pc.municipality = con.municipality
    AND pc.code = con.programme AND pc.version = con.programme_version)`,
} as const satisfies Record<keyof ConversationRow, string>;

/** What the decision shows of it; only that is decrypted. */
export function toConversationView(row: ConversationRow, decision: Decision, tx: Tx): ConversationView {
  const { id, familyId, programme, programmeVersion, conversation, unit, heldOn } = row;
  const framed = { id, familyId, programme, withheld: decision.withheld };
  if (!decision.shows('plan')) return framed;
  const held = openHeld(tx.personalData, tx.municipality, id, Buffer.from(row.held, 'base64'));
  const { text } = row.conversations?.find(({ code }) => code === conversation) ?? {
    text: { da: conversation, en: conversation },
  };
  return { ...framed, conversation, text, programmeVersion, unit, heldOn, ...held };
}
