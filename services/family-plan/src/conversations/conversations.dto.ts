import { frame, withheld } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { goalAsItStands, goalPageExample } from '../goals/goals.dto.js';
import { prose } from '../prose.js';
import { actionState } from '../steps/steps.dto.js';

const someId = id.toLowerCase();
const member = z.strictObject({ by: z.literal('member').describe('Somebody of the family.'), personId: someId });
const unit = z.strictObject({
  by: z.literal('unit').describe('Somebody who has the function there; each that came stands for itself.'),
  unit: code,
  function: code,
});
const lacking = z.strictObject({
  by: z.literal('function').describe('Nobody with the function came.'),
  function: code,
});

const participants = z.array(z.discriminatedUnion('by', [member, unit]));
const missing = z.array(
  z.strictObject({ who: z.discriminatedUnion('by', [member, lacking]), reason: prose(1000).describe('Why not.') }),
);
const move = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('leave').describe('The family lets the goal go.'), goalId: someId }),
  z.strictObject({ what: z.literal('action'), goalId: someId, actionId: someId, state: actionState }),
]);

const familyId = '0198a1b2-0000-7000-8000-000000000020';
const [maja, jonas] = ['0198a1b2-0000-7000-8000-000000000023', '0198a1b2-0000-7000-8000-000000000024'];
const [goal] = goalPageExample.items;
const example = {
  familyId,
  conversation: 'midway',
  heldOn: '2026-11-02',
  participants: [
    { by: 'member' as const, personId: maja },
    { by: 'unit' as const, unit: 'db-solsikken', function: 'contact-pedagogue' },
  ],
  missing: [{ who: { by: 'member' as const, personId: jonas }, reason: 'Jonas var på arbejde.' }],
  moves: [],
};

export const RecordConversation = z
  .strictObject({
    familyId: someId,
    programme: code.optional().describe('Left out, the one by which whoever records it reaches the family.'),
    conversation: code.describe('As the programme’s definition has it.'),
    heldOn: date.describe('Today or before.'),
    participants: participants.min(1).max(50),
    missing: missing.max(50).default([]).describe('Who was to take part and did not.'),
    moves: z
      .array(move)
      .max(100)
      .default([])
      .describe('What became of goals and actions, before they are kept with it.'),
  })
  .meta({ id: 'RecordConversation', examples: [example] });
export type RecordConversation = z.infer<typeof RecordConversation>;

export const ConversationReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'ConversationReceipt' }));
export type ConversationReceipt = z.infer<typeof ConversationReceipt>;

const held = z.strictObject({
  participants,
  missing,
  goals: z.array(goalAsItStands.extend({ id })).describe('The goals of the programme, as they stood when it was held.'),
});
/** What is encrypted of it. */
export type Held = z.infer<typeof held>;

const asHeld = z.strictObject({
  conversation: code,
  text: z.strictObject({ da: z.string(), en: z.string() }).describe('As the definition calls it.'),
  programmeVersion: z.int().positive().describe('Of the definition that said who must attend.'),
  unit: code.describe('Where it was noted.'),
  heldOn: date,
  ...held.omit({ goals: true }).shape,
});
const framed = { id, familyId: id, programme: code, withheld };

export const ConversationSummary = z
  .strictObject({ ...framed, ...asHeld.partial().shape })
  .meta({ id: 'ConversationSummary' });
export type ConversationSummary = z.infer<typeof ConversationSummary>;
export const ConversationPage = pageOf(ConversationSummary);
export const ConversationQuery = pageQuery({});
export type ConversationQuery = z.infer<typeof ConversationQuery>;

export const ConversationView = z
  .strictObject({ ...framed, ...asHeld.extend(held.pick({ goals: true }).shape).partial().shape })
  .meta({ id: 'Conversation' });
export type ConversationView = z.infer<typeof ConversationView>;

const conversationId = '0198a1b2-0000-7000-8000-000000000066';
export const receiptExample: ConversationReceipt = { id: conversationId, familyId };
const { moves: _moves, ...told } = example;
const summaryExample: ConversationSummary = {
  ...told,
  id: conversationId,
  programme: 'nyborg-familiestue',
  text: { da: 'Midtvejssamtale', en: 'Midway conversation' },
  programmeVersion: 1,
  unit: 'familiestuen',
  withheld: [],
};
export const conversationPageExample = { items: [summaryExample], next: null, total: 1 };
const { familyId: _family, programme: _programme, withheld: _withheld, ...stood } = goal as NonNullable<typeof goal>;
export const conversationExample: ConversationView = { ...summaryExample, goals: [stood] };
