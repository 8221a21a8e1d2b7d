import { connectAdmin, type UnitPlan } from '@helhed/local';
import { testServers, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { programme } from '../oracle/example-world.js';
import { concurrently, send } from './http.js';
import type { Asker } from '../oracle/asker.js';

/** Somebody who asks, as the oracle and as HTTP know them. */
export interface Actor {
  readonly name: string;
  readonly asker: Asker;
  readonly token?: (() => Promise<string>) | undefined;
}

export const units: readonly UnitPlan[] = [
  { code: 'db-solsikken', name: 'Solsikken', institution: true },
  { code: 'db-regnbuen', name: 'Regnbuen' },
  { code: 'db-lukket', name: 'Lukket', functions: ['pedagogue'] },
  { code: 'visitation', name: 'Visitationen' },
  { code: 'visitation-syd', name: 'Visitation syd' },
  { code: 'familiestuen', name: 'Familiestuen' },
  { code: 'familiestuen-syd', name: 'Familiestuen syd' },
  { code: 'familieafdelingen', name: 'Familieafdelingen' },
  { code: 'skole-nord', name: 'Skole Nord', institution: true },
  { code: 'bh-myren', name: 'Myren', institution: true },
  { code: 'raadhuset', name: 'Rådhuset' },
];

/** Who holds what; the names are section 9's where it has them. */
const people = {
  pia: ['db-solsikken:pedagogue'],
  rie: ['db-regnbuen:pedagogue'],
  vibeke: ['visitation:triager'],
  viggo: ['visitation-syd:triager'],
  gitte: ['familiestuen:group-leader'],
  gerda: ['familiestuen-syd:group-leader'],
  lone: ['familiestuen:programme-lead'],
  frida: ['familieafdelingen:family-coordinator'],
  fritz: ['skole-nord:family-coordinator'],
  trine: ['skole-nord:teacher'],
  soeren: ['familieafdelingen:social-worker'],
  karen: ['db-solsikken:contact-pedagogue'],
  cille: ['familieafdelingen:caseworker'],
  petra: ['visitation:psychologist'],
  paula: ['skole-nord:psychologist'],
  hanne: ['db-regnbuen:health-visitor'],
  dagmar: ['db-solsikken:childminder'],
  taler: ['db-solsikken:speech-therapist'],
  daniel: ['raadhuset:data-protection-officer'],
  anders: ['raadhuset:administrator'],
  rikke: ['raadhuset:report-reader'],
  tove: ['db-solsikken:pedagogue', 'familiestuen:group-leader'],
  søs: ['familiestuen:secretary'],
  sus: ['visitation:secretary'],
  sif: ['db-solsikken:secretary'],
  lukas: ['db-lukket:pedagogue'],
} as const;
export type Person = keyof typeof people;
/** With accounts that are tied to a person once that is known. */
export const citizens = ['maja', 'mads', 'mona', 'olga', 'moa'] as const;
export type Citizen = (typeof citizens)[number];

/** Tove's request in each of her functions, in halves of two, and in none. */
const headers: readonly (readonly [of: Person, header: string])[] = [
  ['tove', 'db-solsikken:pedagogue'],
  ['tove', 'familiestuen:group-leader'],
  ['tove', 'db-solsikken:group-leader'],
  ['pia', 'visitation:triager'],
  ['pia', 'visitation-syd'],
  ['vibeke', 'visitation:triager'],
  ['lukas', 'db-lukket:pedagogue'],
];

export interface Cast {
  readonly municipality: TestMunicipality;
  readonly actors: readonly Actor[];
  readonly holders: Readonly<Record<string, readonly string[]>>;
  as(name: Person | Citizen | 'nobody'): Actor & { readonly sub: string; token: () => Promise<string> };
}

/** Everybody, made once in Keycloak, and one unit ended whose pedagogue still has a token. */
export async function makeCast(platform: TestPlatform): Promise<Cast> {
  const municipality = await platform.municipality({ units, name: 'Matrikel' });
  const { code } = municipality;
  const known = new Map<string, Actor & { sub: string; token: () => Promise<string> }>();
  const holders: Record<string, readonly string[]> = {};
  const good = { token: 'good', municipality: code } as const;
  const personOf = (name: string, { sub, token }: TestActor, pairs: readonly string[]) =>
    known.set(name, { name, sub, token, asker: { ...good, kind: 'person', sub, pairs } });
  await concurrently(4, Object.entries(people), async ([name, pairs]) => {
    const made = await municipality.person(...pairs);
    holders[made.sub] = pairs;
    personOf(name, made, pairs);
  });
  for (const name of [...citizens, 'nobody']) personOf(name, await municipality.citizen(name), []);
  const as = (name: string) => {
    const found = known.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  await retire('db-lukket', code);

  const machine = (name: string, { sub, token }: TestActor, more: Partial<Asker>): Actor => ({
    name,
    token,
    asker: { ...good, sub, ...more },
  });
  const dagtilbud = await municipality.system('dagtilbud', 'db-solsikken:referrer');
  const leader = await municipality.system('leder', 'visitation:triager');
  const services = ['referral', 'family-plan', 'scheduling', 'consent', 'reporting'] as const;
  const other = await platform.municipality({ units, name: 'Nabo' });
  // what a stranger asks fails of nothing but being one
  const lead = await other.person('familiestuen:programme-lead');
  const definition = forMunicipality(getDefinition(programme), other.code);
  await send(platform.url, {
    method: 'POST',
    path: '/referral/v1/programmes',
    token: await lead.token(),
    body: { definition },
  });
  const strangers = await Promise.all(
    (['pia', 'vibeke', 'gitte', 'lone', 'daniel', 'anders'] as const).map(async (name) => {
      const pairs = people[name];
      const made = await other.person(...pairs);
      return machine(`${name} of another municipality`, made, { kind: 'person', municipality: other.code, pairs });
    }),
  );
  const actors: Actor[] = [
    ...known.values(),
    ...headers.map(([of, header]) => ({ ...as(of), name: `${of} as ${header}`, asker: { ...as(of).asker, header } })),
    machine('system of the day care', dagtilbud, { kind: 'system', pairs: ['db-solsikken:referrer'] }),
    machine('system that holds a triager’s function', leader, { kind: 'system', pairs: ['visitation:triager'] }),
    ...services.map((name) => machine(`service ${name}`, municipality.service(name), { kind: 'service', name })),
    ...strangers,
    { name: 'operator', token: platform.operator.token, asker: { token: 'good', kind: 'operator', sub: 'operator' } },
    {
      name: 'operator of no such municipality',
      token: platform.operator.token,
      // no municipality of Denmark's, nor one that a test makes
      asker: { token: 'good', kind: 'operator', sub: 'operator', municipality: '0999' },
    },
    { name: 'no token', asker: { token: 'none' } },
    { name: 'no good token', token: () => Promise.resolve('nonsense'), asker: { token: 'refused' } },
  ];
  return { municipality, actors, holders, as };
}

/** Ends a unit whose people keep their functions, as an administrator's console lets one do: their tokens name it still. */
async function retire(unit: string, municipality: string): Promise<void> {
  const { url, admin: credentials } = await testServers().keycloak();
  const admin = await connectAdmin({ url, ...credentials });
  const realm = `kommune-${municipality}`;
  const groups = await admin.groups.find({ realm, q: `unit:${unit}`, briefRepresentation: false });
  const group = groups.find(({ attributes }) => attributes?.['unit']?.includes(unit));
  if (!group?.id) throw new Error(`no group of ${unit}`);
  await admin.groups.update(
    { realm, id: group.id },
    { ...group, attributes: { ...group.attributes, retired: ['2026-10-01'] } },
  );
}
