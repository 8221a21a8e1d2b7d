import type { Orientation } from '../oracle/recorded.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { askedOn, madeOn } from './scenarios.js';

/** The parent whose custody has ended asks about the child: the day care tells, and the department refuses the rest. */
export async function answerParents(maker: Maker, made: Made): Promise<Orientation[]> {
  const { custodyEnds, custodyEndsOn = askedOn, rows } = made.scenario;
  if (!custodyEnds || custodyEndsOn > askedOn) return [];
  const given = await answer(maker, made, custodyEnds, 'pia', 'given');
  return rows === 'in force' ? [given, await answer(maker, made, custodyEnds, 'soeren', 'refused')] : [given];
}

async function answer(
  maker: Maker,
  { family, persons }: Made,
  who: string,
  by: Person,
  said: Orientation['answer'],
): Promise<Orientation> {
  const [child = '', parent = ''] = [persons['barn'], persons[who]];
  const body = {
    familyId: family.id,
    childId: child,
    parentId: parent,
    askedOn: madeOn,
    answeredOn: askedOn,
    answer: said,
    paragraph: 'Forældreansvarsloven § 23',
    ...(said === 'given' ? { categories: ['enrolment'] } : { reason: 'Hensynet til barnet.' }),
  };
  const late = { late: /family-unknown|not-a-member|holds-custody/ };
  const { id } = await maker.post<{ id: string }>(by, '/consent/v1/orientations', body, late);
  const [unit = ''] = maker.cast.as(by).asker.pairs?.[0]?.split(':') ?? [];
  return { id, family: family.id, child, parent, unit, answer: said };
}
