import { isWithinCeiling } from '@helhed/contracts';
import type { FieldError } from '@helhed/kernel';
import { ruleOn } from '../cover/consent-rule.js';
import type { CoverageFacts } from '../cover/coverage.js';
import { addMonths } from '../cover/dates.js';
import { neededFor } from '../cover/needed.js';
import type { RecordBasis } from './bases.dto.js';
import { broken } from './check-assertion.js';
import { notAGiver, outsidePurpose, periodTooLong } from './refusals.js';

type Asserted = Pick<RecordBasis, 'kind' | 'purpose' | 'categories' | 'validFrom' | 'validTo'>;

/** @throws DomainError `category-outside-purpose`: more than the purpose could ever cover (A-BAS-04) */
export function requireCeiling({ purpose, categories }: Asserted): void {
  const outside = categories.flatMap((category, at) =>
    isWithinCeiling(purpose, category) ? [] : [`categories.${at}`],
  );
  if (outside.length > 0) throw outsidePurpose(outside);
}

/**
 * The day on which it no longer holds: as asserted, or for a consent as long as the rule says that is in force when it begins.
 * @throws DomainError `period-too-long`
 */
export function validToOf({ kind, purpose, validFrom, validTo }: Asserted, { versions }: CoverageFacts): string | null {
  const longest = kind === 'consent' ? ruleOn(versions, purpose, validFrom)?.longest : undefined;
  const last = longest ? addMonths(validFrom, longest.months) : null;
  if (validTo === undefined) return last;
  if (last !== null && validTo > last) throw periodTooLong();
  return validTo;
}

/** Whoever gives must be asked for somebody the basis covers, on the day given (A-BAS-05). @throws DomainError `not-a-giver` */
export function requireGivers(
  { purpose, persons }: Pick<RecordBasis, 'purpose' | 'persons'>,
  facts: CoverageFacts,
  givers: readonly string[],
  givenOn: string,
): void {
  const rule = ruleOn(facts.versions, purpose, givenOn);
  const needed = new Set(persons.flatMap((person) => neededFor(person, facts, rule, givenOn)));
  const others = givers.flatMap((giver, at) => (needed.has(giver) ? [] : [`givenBy.${at}`]));
  if (others.length > 0) throw notAGiver(others);
}

/** What the purpose's rule, in force when the basis begins, does not allow for. @returns every field at fault */
export function faultsOfRule(asserted: RecordBasis, { versions }: CoverageFacts): FieldError[] {
  const rule = ruleOn(versions, asserted.purpose, asserted.validFrom);
  const exceptions = rule?.exceptions ?? [];
  const leftOut = (asserted.leftOut ?? []).flatMap(({ paragraph }, at) =>
    exceptions.includes(paragraph) ? [] : [broken(`leftOut.${at}.paragraph`, 'not-an-exception')],
  );
  const followUp = asserted.followUpMeeting !== undefined && !rule?.followUp;
  return followUp ? [...leftOut, broken('followUpMeeting', 'no-follow-up')] : leftOut;
}
