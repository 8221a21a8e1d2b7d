import { newId } from '@helhed/kernel';
import { programme } from './oracle/example-world.js';
import type { Row } from './oracle/world.js';
import type { Probe } from './probe.js';
import type { Place } from './world/make-world.js';

let days = 0;

/** A day of its own for each row, so that none is there already. */
function aDayAhead() {
  const day = (after: number) => new Date(Date.UTC(2030, 0, 1 + after)).toISOString().slice(0, 10);
  const from = days++;
  return { from: day(from), to: day(from + 1) };
}

/** Whom a row is for: a pair, with the sub of somebody where the kind has one, or an institution and a child. */
interface For {
  readonly kind: Row['kind'];
  readonly unit: string;
  readonly function?: string;
  readonly sub?: string;
  readonly personId?: string;
}

const somebody = { sub: 'somebody-else' };
const team: For = { kind: 'team', unit: 'skole-nord', function: 'psychologist', ...somebody };
const coordinator: For = {
  kind: 'coordinator',
  unit: 'familieafdelingen',
  function: 'family-coordinator',
  ...somebody,
};
const partner: For = { kind: 'partner', unit: 'skole-nord', function: 'psychologist' };
const ownPartner: For = { kind: 'partner', unit: 'familieafdelingen', function: 'caseworker' };

/** A-FAM-07: rows of days far ahead, which change nothing today. */
export function probesOfRelations(path: string, { made, family }: Place): Probe[] {
  const one = (of: string, familyId: string, { ...who }: For): Probe => ({
    of,
    path,
    body: () => ({ familyId, programme, ...who, ...aDayAhead() }),
    named: { family: familyId, kind: who.kind, unit: who.unit, sub: who.sub, child: who.personId },
    otherwise: { status: 201 },
  });
  const families = [...made.map(({ scenario, family: each }) => [scenario.name, each.id] as const)];
  const nothing = newId();
  const few = [
    ['plain', family('plain').family.id],
    ['another triage unit', family('another triage unit').family.id],
    ['nothing', nothing],
  ] as const;
  const { id: plain } = family('plain').family;
  const { barn, mor } = family('plain').persons;
  const institution = (personId = '', unit = 'bh-myren'): For => ({ kind: 'institution', unit, personId });
  return [
    ...[...families, ['nothing', nothing] as const].map(([of, id]) => one(`team of ${of}`, id, team)),
    ...few.map(([of, id]) => one(`coordinator of ${of}`, id, coordinator)),
    ...few.map(([of, id]) => one(`partner of ${of}`, id, partner)),
    one('own partner of plain', plain, ownPartner),
    ...made
      .filter(({ scenario }) => ['plain', 'own record', 'declined', 'erased'].includes(scenario.name))
      .map(({ scenario, family: { id }, persons }) => one(`institution of ${scenario.name}`, id, institution(persons['barn']))),
    one('institution of nothing', nothing, institution(barn)),
    one('own institution of plain', plain, institution(barn, 'familieafdelingen')),
    one('institution of a mother', plain, institution(mor)),
    one('institution of a child of another family', plain, institution(family('in triage').persons['barn'])),
  ];
}
