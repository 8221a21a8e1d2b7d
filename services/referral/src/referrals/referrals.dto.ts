import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Receipt } from './receive-referral.dto.js';
import type { Referral } from './referral.js';
import { commands, owners, states } from './transitions.js';

const text = z.strictObject({ da: z.string(), en: z.string() });
const factValue = z.union([z.boolean(), z.number(), z.array(z.string()), z.array(z.number())]);

const summary = {
  id,
  familyId: id,
  programme: code,
  programmeVersion: z.int().positive(),
  referringUnit: code,
  senderReference: z.string(),
  receivedOn: date,
  state: z.enum(states),
  since: date.describe('Since when it is in its state.'),
  outcome: code.nullable().describe('Why it was declined or withdrawn, or what came of it.'),
  nextOwner: z.enum(owners).nullable().describe('Who has the next step.'),
  version: z.int().positive(),
};

export const ReferralSummary = z.strictObject(summary).meta({ id: 'ReferralSummary' });
export type ReferralSummary = z.infer<typeof ReferralSummary>;

const step = z.strictObject({
  number: z.int().positive(),
  at: z.iso.datetime(),
  command: z.enum([...commands, 'receive']),
  state: z.enum(states),
  nextOwner: z.enum(owners).nullable(),
  reasonCode: code.nullable(),
  reason: z.string().nullable(),
  unit: code.nullable(),
  function: code.nullable(),
});
export type StepView = z.infer<typeof step>;

const ruleOutcome = z.strictObject({
  rule: code,
  text,
  kind: z.enum(['required', 'indicating']),
  outcome: z.enum(['met', 'not-met', 'unknown']),
  facts: z.record(z.string(), factValue.nullable()).describe('What the rule read; null is unknown.'),
  reason: text,
});

const kleView = z
  .strictObject({ number: z.string(), facet: z.string() })
  .describe('What casework systems journal it under: a subject of KLE, and what is done about it.');

/** Against the band that the programme aims at; an aim, and no ceiling. */
const occupancy = z.strictObject({
  families: z.int().min(0).describe('Families that were accepted, and whose referral is not closed.'),
  min: z.int(),
  max: z.int(),
});

export const PlaceView = z.strictObject({ placeId: id, groupId: id, startsOn: date });

export const ReferralView = z
  .strictObject({
    ...summary,
    reason: z.string(),
    parentsPart: z.array(
      z.strictObject({ parent: id, how: z.enum(['meeting', 'phone', 'written']), on: date, agreed: z.boolean() }),
    ),
    members: z.array(z.strictObject({ id, role: z.enum(['parent', 'child', 'other']), personId: id.optional() })),
    triage: z.strictObject({
      suggestion: z.enum(['meets', 'doubtful', 'outside']).describe('What the rules suggest; a person decides.'),
      rules: z.array(ruleOutcome),
      occupancy: occupancy.nullable().describe('How full the programme is; null where it aims at no number.'),
    }),
    answerBy: date.nullable().describe('By when its answer is due, in Danish working days; null without a deadline.'),
    kle: kleView.nullable(),
    place: PlaceView.nullable(),
    enrolment: z.strictObject({ id, enrolledOn: date }).nullable(),
    history: z.array(step),
  })
  .meta({ id: 'Referral' });
export type ReferralView = z.infer<typeof ReferralView>;

export const ReferralPage = pageOf(ReferralSummary);
export const ReferralQuery = pageQuery({ state: z.enum(states).optional(), programme: code.optional() });
export type ReferralQuery = z.infer<typeof ReferralQuery>;

/** What the sender's unit hears of the referral that it sent. */
export const OutcomeView = z
  .strictObject({
    id,
    senderReference: z.string(),
    state: z.enum(states),
    since: date,
    outcome: code.nullable(),
    place: z.strictObject({ groupId: id, startsOn: date }).nullable(),
  })
  .meta({ id: 'ReferralOutcome' });
export type OutcomeView = z.infer<typeof OutcomeView>;

export const toReceipt = ({ id: referral, familyId, state, version, senderReference }: Referral): Receipt => ({
  id: referral,
  familyId,
  state,
  version,
  senderReference,
});

/** What a sender heard when the referral was received, however it stands by now. */
export const asReceived = (referral: Referral): Receipt => ({ ...toReceipt(referral), state: 'received', version: 1 });

export const toSummary = (referral: Referral): ReferralSummary => ({
  ...toReceipt(referral),
  programme: referral.programme,
  programmeVersion: referral.programmeVersion,
  referringUnit: referral.referringUnit,
  receivedOn: referral.receivedOn,
  since: referral.since,
  outcome: referral.outcome,
  nextOwner: referral.nextOwner,
});
