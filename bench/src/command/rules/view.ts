import type { ProgrammeDefinition } from '@helhed/contracts';
import type { PersonalData } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { answerDeadline, triage, type Facts } from '@helhed/programmes';
import type { shownToTriage } from './shown-to-triage.js';

export interface Step {
  readonly number: number;
  readonly reason: string | null;
}

export interface Whole {
  readonly id: string;
  readonly referringUnit: string;
  readonly senderReference: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly since: string;
  readonly outcome: string | null;
  readonly nextOwner: string | null;
  readonly reason: Buffer;
  readonly facts: Facts;
  readonly parentsPart: object;
  readonly members: object | null;
  readonly history: readonly Step[];
  readonly place: object | null;
}

/** The answer to a read of all that is shown: what the target group's rules say, deadlines, and texts decrypted. */
export function viewOf(
  keys: PersonalData,
  municipality: MunicipalityCode,
  { reason, facts, parentsPart, members, history, place, state, since, outcome, nextOwner, ...frame }: Whole,
  definition: ProgrammeDefinition,
  families: number,
  shown: ReturnType<typeof shownToTriage>,
): object {
  const { id, receivedOn } = frame;
  const open = (where: string, text: string): string => keys.decrypt(municipality, where, Buffer.from(text, 'base64'));
  const { suggestion, rules } = triage(definition, facts);
  const { targetBand } = definition;
  const steps = history.map((step) => ({
    ...step,
    reason: step.reason && open(`referral_step.reason:${id}:${step.number}`, step.reason),
  }));
  return {
    ...frame,
    answerBy: answerDeadline(definition, receivedOn) ?? null,
    ...(shown.includes('content') && {
      reason: keys.decrypt(municipality, `referral.reason:${id}`, reason),
      facts,
      parentsPart,
      members,
    }),
    ...(shown.includes('triage') && {
      triage: { suggestion, rules, occupancy: targetBand ? { families, ...targetBand } : null },
      history: steps,
    }),
    ...(shown.includes('outcome') && { state, since, outcome, nextOwner, place }),
    withheld: [],
  };
}
