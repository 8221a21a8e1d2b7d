import type { ProgrammeDefinition } from '@helhed/contracts';

/**
 * How long a prospective family is kept after its referral was declined or withdrawn.
 *
 * @param on ISO date of the decline or withdrawal
 * @returns days
 */
export function prospectiveFamilyDays({ retention }: ProgrammeDefinition, on: string): number {
  const [first, ...later] = retention.prospectiveFamily;
  // The schema asks for a period from the definition's own first day, so `first` always is.
  return later.reduce((days, period) => (period.validFrom <= on ? period.days : days), first!.days);
}
