import { isWithinCeiling } from '@helhed/contracts';
import type { FieldError } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { ruleOn } from '../cover/consent-rule.js';
import type { CoverageFacts } from '../cover/coverage.js';
import { addDays, addMonths } from '../cover/dates.js';
import type { RecordBasis } from './bases.dto.js';
import { broken } from './check-assertion.js';
import { outsidePurpose, periodTooLong } from './refusals.js';

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
 * A single exchange says itself until when.
 * @throws DomainError `period-too-long`
 */
export function validToOf(asserted: Asserted, versions: CoverageFacts['versions']): string | null {
  const { kind, validTo } = asserted;
  const last = lastOf(asserted, versions);
  if (validTo === undefined) return last;
  if (last !== null && validTo > last) throw periodTooLong(kind);
  return validTo;
}

/** The last day that it can end on: of a consent by its purpose's rule, of a single exchange by the ground rules. */
function lastOf({ kind, purpose, validFrom }: Asserted, versions: CoverageFacts['versions']): string | null {
  if (kind === 'single-exchange') return addDays(validFrom, valueOn(getGroundRules().singleExchange.days, validFrom));
  const longest = kind === 'consent' ? ruleOn(versions, purpose, validFrom)?.longest : undefined;
  return longest ? addMonths(validFrom, longest.months) : null;
}

/** What the purpose's rule, in force when the basis begins, does not allow for. @returns every field at fault */
export function faultsOfRule(asserted: RecordBasis, versions: CoverageFacts['versions']): FieldError[] {
  const rule = ruleOn(versions, asserted.purpose, asserted.validFrom);
  const exceptions = rule?.exceptions ?? [];
  const leftOut = (asserted.leftOut ?? []).flatMap(({ paragraph }, at) =>
    exceptions.includes(paragraph) ? [] : [broken(`leftOut.${at}.paragraph`, 'not-an-exception')],
  );
  const followUp = asserted.followUpMeeting !== undefined && !rule?.followUp;
  return followUp ? [...leftOut, broken('followUpMeeting', 'no-follow-up')] : leftOut;
}
