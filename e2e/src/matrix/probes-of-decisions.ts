import { newId } from '@helhed/kernel';
import type { Question } from './oracle/decision-api.js';
import type { PageRow } from './oracle/page.js';
import type { Search } from './oracle/subject-search.js';
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
  if (path.endsWith('/search/subject'))
    return searches(family).map(([of, searched]) => ({
      of,
      path,
      body: {
        subject: { type: 'function-in-unit' },
        action: { name: searched.act },
        resource: {
          type: searched.type,
          id: searched.id,
          ...(searched.category && { properties: { category: searched.category } }),
        },
      },
      searched,
      ...ok,
    }));
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

/** Whom, and which acts, a search for subjects is about: those that show something of somebody, and those that do not. */
function searches(family: Place['family']): (readonly [of: string, searched: Search])[] {
  const acts = ['referral.outcome', 'family.read', 'basis.list', 'relation.list', 'goal.set', 'basis.record'];
  return ['plain', 'incomplete', 'own voice', 'officer’s own'].flatMap((name) => {
    const { family: of, persons, referral } = family(name);
    const ofPersons = ['mor', 'far', 'barn'].flatMap((who) =>
      acts.map((act) => [`${who}, ${act}`, { act, type: 'person', id: persons[who] ?? '' }] as const),
    );
    const read = { act: 'family.read', type: 'family', id: of.id } as const;
    const all: (readonly [string, Search])[] = [
      ...ofPersons,
      ...acts.slice(1).map((act) => [`the family, ${act}`, { ...read, act }] as const),
      ['the family’s identity', { ...read, category: 'identity' }],
      ['the referral', { act: 'referral.read', type: 'referral', id: referral.id }],
      ['the referral’s outcome', { act: 'referral.outcome', type: 'referral', id: referral.id }],
    ];
    return all.map(([what, searched]) => [`${what} of ${name}`, searched] as const);
  });
}
