import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { coverOn } from '../cover/told-coverage.js';
import type { BasisView } from './bases.dto.js';
import type { Basis } from './basis.js';

/** The sections of docs/access.md that a route shows: the entry alone, or where its evidence is too. */
export type Sections = 'entry' | 'entry and evidence';

/** A basis as this actor sees it. */
export function toBasisView(
  basis: Basis,
  actor: Actor,
  { personalData, today }: Pick<Tx, 'personalData' | 'today'>,
  sections: Sections,
): BasisView {
  const asked = sections === 'entry and evidence' && hasEvidence(basis);
  const open = asked && seesEvidence(basis, actor);
  const { id, programme, kind, layer, paragraph, purpose, categories, fromUnit, toUnit, familyId, persons } = basis;
  const { leftOut, meeting, followUpMeeting, validFrom, validTo, renews, ended, entryVersion: version } = basis;
  return {
    id,
    programme,
    kind,
    layer,
    paragraph,
    purpose,
    categories,
    fromUnit,
    toUnit,
    familyId,
    persons,
    givers: basis.givers.map((giver) => ({
      person: giver.personId,
      how: giver.how,
      givenOn: giver.givenOn,
      ...(open ? { evidence: giver.openEvidence(personalData) } : {}),
      withdrawnAt: giver.withdrawnAt?.toISOString() ?? null,
    })),
    ...(open || !hasEvidence(basis) ? { evidence: basis.openEvidence(personalData) } : {}),
    leftOut,
    meeting,
    followUpMeeting,
    validFrom,
    validTo,
    renews,
    ended,
    endedAt: basis.endedAt?.toISOString() ?? null,
    coverage: coverOn(basis.coverage, today).map(({ personId: person, state }) => ({ person, state })),
    recordedAt: basis.recordedAt.toISOString(),
    recordedBy: { unit: basis.recordedInUnit, function: basis.recordedInFunction },
    version,
    withheld: open || !asked ? [] : [{ category: 'basis-evidence', reason: 'not-for-you' }],
  };
}

/** Where evidence is concerns those who recorded it, those who gave it, and the data protection officer. */
function seesEvidence({ recordedInUnit, givers }: Basis, { kind, unit, function: name, person }: Actor): boolean {
  if (kind === 'citizen') return givers.some(({ personId }) => personId === person);
  const units = [recordedInUnit, ...givers.map((giver) => giver.recordedInUnit)];
  return name === 'data-protection-officer' || (unit !== undefined && units.includes(unit));
}

/** As the look-up log says it. */
export const shownOf = (
  bases: readonly Basis[],
  actor: Actor,
  sections: Sections,
): { subjects: string[]; categories: string[] } => ({
  subjects: bases.flatMap(({ familyId, persons, givers }) => [
    familyId,
    ...persons,
    ...givers.map(({ personId }) => personId),
  ]),
  categories: [
    ...(bases.length > 0 ? ['basis'] : []),
    ...(sections !== 'entry' && bases.some((basis) => hasEvidence(basis) && seesEvidence(basis, actor))
      ? ['basis-evidence']
      : []),
  ],
});

const hasEvidence = ({ evidence, givers }: Basis): boolean => evidence !== null || givers.length > 0;
