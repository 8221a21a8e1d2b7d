import { withheld, type Decision } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Receipt } from './receive-referral.dto.js';
import type { Referral } from './referral.js';
import { commands, owners, states } from './transitions.js';

const text = z.strictObject({ da: z.string(), en: z.string() });
const factValue = z.union([z.boolean(), z.number(), z.array(z.string()), z.array(z.number())]);

/** Shown to whoever reaches the referral. */
const frame = {
  id,
  familyId: id.describe('The family, in every service.'),
  programme: code,
  programmeVersion: z.int().positive().describe('The version of its definition that the referral came in under.'),
  referringUnit: code,
  senderReference: z.string().describe("The sender's own number, unique in its unit."),
  receivedOn: date,
};

const version = z
  .int()
  .positive()
  .describe(
    'For whoever triages, it goes up with every change; for the sender with every amendment, as in the receipt; for whoever leads with every step of triage. The ETag says it too.',
  );

const progress = {
  state: z
    .enum(states)
    .describe(
      '`accepted` has what the programme gives, a place where it has places; `waiting` was accepted and has none yet.',
    ),
  since: date.describe('Since when it is in its state.'),
  outcome: code.nullable().describe('Why it was declined or withdrawn, or what came of it.'),
  nextOwner: z.enum(owners).nullable().describe('Who has the next step.'),
};

/** The section of what came of it: all of its fields, or none. */
const outcomeSection = z.object(progress).partial().shape;
const summary = { ...frame, version, ...outcomeSection, withheld };

export const ReferralSummary = z.strictObject(summary).meta({ id: 'ReferralSummary' });
export type ReferralSummary = z.infer<typeof ReferralSummary>;

const step = z.strictObject({
  number: z.int().positive().describe('1, 2, 3 …'),
  at: z.iso.datetime(),
  command: z.enum([...commands, 'receive']),
  state: z.enum(states).describe('What it led to.'),
  nextOwner: z.enum(owners).nullable().describe('Who had the next step from there.'),
  reasonCode: code.nullable().describe('Of a decline or a withdrawal, or the outcome.'),
  reason: z.string().nullable().describe('What the person wrote who took the step.'),
  unit: code.nullable().describe('Where it was taken; null for a step that the platform took.'),
  function: code.nullable().describe('By whom; null for a step that the platform took.'),
});
export type StepView = z.infer<typeof step>;

const ruleOutcome = z.strictObject({
  rule: code,
  text: text.describe('What the rule asks.'),
  kind: z.enum(['required', 'indicating']).describe('Whether the target group requires it, or it speaks for it.'),
  outcome: z.enum(['met', 'not-met', 'unknown']),
  facts: z.record(z.string(), factValue.nullable()).describe('What the rule read; null is unknown.'),
  reason: text.describe('Why it came out so.'),
});

const kleView = z
  .strictObject({ number: z.string(), facet: z.string() })
  .describe('What casework systems journal it under: a subject of KLE, and what is done about it.');

/** Against the band that the programme aims at; an aim, and no ceiling. */
const occupancy = z.strictObject({
  families: z.int().min(0).describe('Families that were accepted, and whose referral is not closed.'),
  min: z.int().describe('What the programme aims at, at least.'),
  max: z.int().describe('And at most.'),
});

export const PlaceView = z.strictObject({
  placeId: id,
  groupId: id.describe('The group in scheduling.'),
  startsOn: date.describe('When the group begins.'),
});

export const ReferralView = z
  .strictObject({
    ...summary,
    reason: z.string().optional().describe('Why the family is referred, as the sender wrote it.'),
    facts: z.record(z.string(), factValue).optional().describe('What the sender stated, and what follows from it.'),
    parentsPart: z
      .array(
        z.strictObject({
          parent: id.describe('One of the members.'),
          how: z.enum(['meeting', 'phone', 'written']),
          on: date,
          agreed: z.boolean(),
        }),
      )
      .optional()
      .describe('How each parent took part in the referral, and whether they agreed. It is no legal basis.'),
    members: z
      .array(
        z.strictObject({
          id: id.describe('Within the referral.'),
          role: z.enum(['parent', 'child', 'other']),
          personId: id.optional().describe('Who it is in family-plan; absent until the person is matched.'),
        }),
      )
      .optional()
      .describe('Roles and ids: names are in family-plan.'),
    triage: z
      .strictObject({
        suggestion: z.enum(['meets', 'doubtful', 'outside']).describe('What the rules suggest; a person decides.'),
        rules: z.array(ruleOutcome),
        occupancy: occupancy.nullable().describe('How full the programme is; null where it aims at no number.'),
      })
      .optional()
      .describe("The programme's target group held against what the referral states."),
    answerBy: date.nullable().describe('By when its answer is due, in Danish working days; null without a deadline.'),
    kle: kleView
      .nullable()
      .describe('What casework systems journal it under; null where the definition names nothing.'),
    place: PlaceView.nullable()
      .optional()
      .describe('The place that the family has; null before, and where the programme has none.'),
    enrolment: z
      .strictObject({ id, enrolledOn: date })
      .nullable()
      .optional()
      .describe('In family-plan; null until it has enrolled the family.'),
    history: z.array(step).optional().describe('Every step, first to last.'),
  })
  .meta({ id: 'Referral' });
export type ReferralView = z.infer<typeof ReferralView>;

export const ReferralPage = pageOf(ReferralSummary);
export const ReferralQuery = pageQuery({ state: z.enum(states).optional(), programme: code.optional() });
export type ReferralQuery = z.infer<typeof ReferralQuery>;

/** What the sender's unit hears of the referral that it sent. */
export const OutcomeView = z
  .strictObject({
    ...frame,
    ...outcomeSection,
    place: z
      .strictObject({ groupId: id, startsOn: date })
      .nullable()
      .optional()
      .describe('The group and when it begins; null without a place.'),
    withheld,
  })
  .meta({ id: 'ReferralOutcome' });
export type OutcomeView = z.infer<typeof OutcomeView>;

/** What was received, and never what became of it: the state is the one that it came in with. */
export const toReceipt = ({ id: referral, familyId, sentVersion, senderReference }: Referral): Receipt => ({
  id: referral,
  familyId,
  state: 'received',
  version: sentVersion,
  senderReference,
});

/** What a summary is made from. */
export type Summarised = Pick<
  Referral,
  | 'id'
  | 'familyId'
  | 'programme'
  | 'programmeVersion'
  | 'referringUnit'
  | 'senderReference'
  | 'receivedOn'
  | 'state'
  | 'since'
  | 'outcome'
  | 'nextOwner'
  | 'version'
  | 'sentVersion'
>;

/** The same as SQL over `r`. */
export const summaryColumns = {
  id: 'r.id',
  familyId: 'r.family_id',
  programme: 'r.programme',
  programmeVersion: 'r.programme_version',
  referringUnit: 'r.referring_unit',
  senderReference: 'r.sender_reference',
  receivedOn: 'r.received_on::text',
  state: 'r.state',
  since: 'r.since::text',
  outcome: 'r.outcome',
  nextOwner: 'r.next_owner',
  version: 'r.version',
  sentVersion: 'r.sent_version',
} as const satisfies Record<keyof Summarised, string>;

export const toFrame = (referral: Summarised) => ({
  id: referral.id,
  familyId: referral.familyId,
  programme: referral.programme,
  programmeVersion: referral.programmeVersion,
  referringUnit: referral.referringUnit,
  senderReference: referral.senderReference,
  receivedOn: referral.receivedOn,
});

export const toProgress = ({ state, since, outcome, nextOwner }: Summarised) => ({ state, since, outcome, nextOwner });

export function toSummary(referral: Summarised, decision: Decision): ReferralSummary {
  const shown = decision.shows('referral.outcome');
  return {
    ...toFrame(referral),
    version: versionFor(decision, referral),
    ...(shown && toProgress(referral)),
    withheld: decision.withheld,
  };
}

/**
 * It counts changes of what is shown (A-LST-04): to the sender what it wrote, to whoever leads the steps alone, as what was
 * sent is never shown there. Whoever triages writes by what was sent, and names both with each command.
 */
function versionFor(decision: Decision, { version: all, sentVersion }: Summarised): number {
  const { relations } = decision;
  if (relations.includes('triage')) return all;
  if (relations.includes('sender')) return sentVersion;
  // each change was one or the other, from the first version of both on
  return decision.shows('referral.outcome') ? all - sentVersion + 1 : 1;
}
