import { newId } from '@helhed/kernel';
import type { Question } from './oracle/decision-api.js';
import type { PageRow } from './oracle/page.js';
import type { Probe } from './probe.js';
import type { Person } from './world/cast.js';
import type { Place } from './world/make-world.js';

/** For whom it is asked, and about which act. */
const subjects: readonly (readonly [who: Person, pair: string, act: string])[] = [
  ['pia', 'db-solsikken:pedagogue', 'referral.outcome'],
  ['vibeke', 'visitation:triager', 'referral.accept'],
];
const things = ['plain', 'withdrawn', 'own record'];

/** The decision API: what it says is what the oracle says of the route itself. */
export function probesOfDecisions({ path }: PageRow, { cast, family }: Place): Probe[] {
  const ok = { otherwise: { status: 200 } };
  if (path.startsWith('/.well-known')) return [{ of: 'itself', path, ...ok }];
  const resource = (id: string) => ({ type: 'referral', id });
  const known = [...things.map((name) => family(name).referral.id), newId()];
  if (path.endsWith('/search/subject')) {
    const action = { name: 'referral.outcome' };
    const about = { type: 'person', id: family('plain').persons['mor'] };
    return [
      { of: 'mor of plain', path, body: { subject: { type: 'function-in-unit' }, resource: about, action }, ...ok },
    ];
  }
  return subjects.flatMap(([who, pair, act]): Probe[] => {
    const { sub } = cast.as(who);
    const subject = { type: 'person', id: sub, properties: { function: pair } };
    const action = { name: act };
    const question = (more: Partial<Question> = {}): Question => ({ sub, pair, act, ...more });
    const one = (of: string, body: object, asked = question()): Probe => ({
      of: `${of} for ${who}`,
      path,
      body: { subject, ...body },
      asked,
      ...ok,
    });
    if (path.endsWith('/search/resource')) return [one('all', { action, resource: { type: 'referral' } })];
    if (path.endsWith('/search/action')) return [one('plain', { resource: resource(known[0] ?? '') })];
    if (path.endsWith('/evaluations'))
      return [
        one(
          'several',
          { action, evaluations: known.map((id) => ({ resource: resource(id) })) },
          question({ things: known }),
        ),
      ];
    return known.map((id, index) =>
      one(things[index] ?? 'nothing', { action, resource: resource(id) }, question({ things: [id] })),
    );
  });
}
