import type { ProgrammeDefinition } from '@helhed/contracts';
import type { StandingBasis } from './question.js';

/**
 * The standing bases of the definitions that a service has copies of: of each programme, the version in force counts and no
 * other (docs/access.md 6.3).
 * @param today ISO date in the municipality's time
 */
export function standingBasesOf(
  definitions: readonly Pick<ProgrammeDefinition, 'code' | 'version' | 'validFrom' | 'purposes'>[],
  today: string,
): StandingBasis[] {
  const begun = definitions.filter(({ validFrom }) => validFrom <= today);
  const inForce = begun.filter(
    ({ code, version }) => !begun.some((other) => other.code === code && other.version > version),
  );
  return inForce.flatMap(({ code: programme, purposes }) =>
    Object.entries(purposes ?? {}).flatMap(([purpose, of]) =>
      (of?.standing ?? []).map(({ relation, layer, categories, validFrom, validTo }) => ({
        programme,
        purpose,
        relation,
        layer,
        categories,
        validFrom,
        validTo,
      })),
    ),
  );
}
