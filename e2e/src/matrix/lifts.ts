import type { Asker } from './oracle/asker.js';
import type { Request } from './oracle/request.js';
import { within, type Basis, type Row, type Standing, type World } from './oracle/world.js';

/** A world and a request in it. */
export interface Asked {
  readonly world: World;
  readonly request: Request;
}

/** The same with one rule lifted: what the rule asks for is there, and nothing else is other than it was. */
export type Lift = (denied: Asked, allowed: Request) => Partial<Asked>;

const changed =
  (change: (denied: Asked, allowed: Request) => Partial<Request>): Lift =>
  (denied, allowed) => ({ request: { ...denied.request, ...change(denied, allowed) } });
const elsewise =
  (change: (denied: Asked, allowed: Request) => Partial<World>): Lift =>
  (denied, allowed) => ({ world: { ...denied.world, ...change(denied, allowed) } });

export const asker = (change: (denied: Asked, allowed: Asker) => Partial<Asker>): Lift =>
  changed((denied, allowed) => ({ asker: { ...denied.request.asker, ...change(denied, allowed.asker) } }));
export const named = (change: (denied: Asked, allowed: Request) => NonNullable<Request['named']>): Lift =>
  changed((denied, allowed) => ({ named: { ...denied.request.named, ...change(denied, allowed) } }));
export const who = (kind: (asker: Asker) => Request['row']['who']): Lift =>
  changed(({ request: { row, asker: asking } }) => ({ row: { ...row, who: [...row.who, ...kind(asking)] } }));
export const bases = (change: (basis: Basis, world: World) => Partial<Basis>): Lift =>
  elsewise(({ world }) => ({ bases: world.bases.map((basis) => ({ ...basis, ...change(basis, world) })) }));
export const inWorld = elsewise;
export const inRequest = changed;

/** The pair that the request acts in. */
export const pairOf = ({ header, pairs = [] }: Asker): { readonly unit: string; readonly function: string } => {
  const [unit = '', name = ''] = (header ?? pairs[0] ?? '').split(':');
  return { unit, function: name };
};

/** What is asked of a definition besides, of a purpose and a relation. */
export const standing = (layer: Standing['layer'], purpose: string, relation: string): Lift =>
  elsewise(({ world }) => ({
    definitions: world.definitions.map((definition) => {
      const { rules = [], standing: already = [] } = definition.purposes[purpose] ?? {};
      const categories = [
        'referral-outcome',
        'family-structure',
        'identity',
        'custody',
        'address',
        'enrolment',
        'plan',
        'registration-form',
        'appointments',
      ];
      const more: Standing = { layer, relation, categories, validFrom: '2020-01-01' };
      return {
        ...definition,
        purposes: { ...definition.purposes, [purpose]: { rules, standing: [...already, more] } },
      };
    }),
  }));

/** Whoever asks is the sender of every referral. */
export const sends: Lift = elsewise(({ world, request }) => {
  const { unit, function: name } = pairOf(request.asker);
  return {
    referrals: world.referrals.map((referral) => ({ ...referral, referringUnit: unit })),
    definitions: world.definitions.map((each) => ({ ...each, mayRefer: [...each.mayRefer, name] })),
  };
});

/** No row has ended. */
export const rowsInForce: Lift = elsewise(({ world }) => ({
  relations: world.relations.map((row): Row => (within(world.today, row) ? row : { ...row, to: null })),
}));

/** No enrolment has ended. */
export const enrolmentsInForce: Lift = elsewise(({ world }) => ({
  enrolments: world.enrolments.map((enrolment) => ({ ...enrolment, ended: false })),
}));

/** No course is over: no enrolment has ended, and no referral was closed. */
export const courseGoesOn: Lift = (denied, allowed) => {
  const { enrolments = [] } = enrolmentsInForce(denied, allowed).world ?? {};
  const referrals = denied.world.referrals.map((each) =>
    each.state === 'closed' ? { ...each, state: 'accepted' } : each,
  );
  return { world: { ...denied.world, enrolments, referrals } };
};

/** The employees’ own persons, or relatives, of whom the condition holds are nobody's. */
export const without = (barring: (row: World['employees'][number], asking: Asker) => boolean): Lift =>
  elsewise(({ world, request }) => ({ employees: world.employees.filter((row) => !barring(row, request.asker)) }));

/** Nobody has taken anything back. */
export const nobodyTookBack = bases(({ givers }) => ({ givers: givers.map(({ person }) => ({ person })) }));
