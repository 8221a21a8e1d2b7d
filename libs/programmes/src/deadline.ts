import type { ProgrammeDefinition } from '@helhed/contracts';
import { addWorkingDays } from '@helhed/kernel';
import { inForce } from './in-force.js';

/**
 * By when triage's answer is due, where the definition sets a deadline.
 *
 * @param receivedOn ISO date, in Denmark, which itself does not count
 * @returns ISO date: the last of so many Danish working days
 */
export const answerDeadline = ({ deadlines }: ProgrammeDefinition, receivedOn: string): string | undefined =>
  deadlines && addWorkingDays(receivedOn, inForce(deadlines.answer, receivedOn).workingDays);
