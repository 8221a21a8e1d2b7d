import { keepEmployeeRelation, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import type { World } from './world.js';
import { majaJonasAndAlma, refer } from './families.js';
import { fakeCpr } from '@helhed/testing';

let born = 0;
/** A number of somebody of age; each was born on another day, so that no two are alike. */
export function adult(): string {
  const day = new Date(Date.UTC(1950, 0, 1 + born++ * 7));
  return fakeCpr({ birthDate: day.toISOString().slice(0, 10) });
}

/** Maja, Jonas and Alma, received; Maja holds custody. @returns their ids */
export async function received(
  world: World,
  cprs: [string, string, string] = [adult(), adult(), fakeCpr({ birthDate: '2022-04-02' })],
) {
  const { event, familyId, referralId, members } = refer(world, majaJonasAndAlma(cprs));
  await world.applier.apply([event]);
  const parts = await world.rows<{ person: string; intake: string }>(
    'SELECT person_id AS person, intake_person_id AS intake FROM family_member WHERE family_id = $1',
    [familyId],
  );
  const [maja, jonas, alma] = members.map(({ id }) => parts.find(({ intake }) => intake === id)?.person) as [
    string,
    string,
    string,
  ];
  return { familyId, referralId, maja, jonas, alma };
}

/** The events of a key, by their names, in order. */
export async function events(world: World, key: string, name?: string) {
  const rows = await world.rows<{ type: string; data: Record<string, unknown> }>(
    'SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq',
    [key],
  );
  const named = rows.map(({ type, data }) => ({
    name: type.replace(/^dk\.helhed\.family-plan\.(.+)\.v1$/, '$1'),
    data,
  }));
  return named.filter((event) => name === undefined || event.name === name);
}

/** What the access log has last of a subject. */
export const logged = (world: World, subject: string) =>
  world.rows<{ kind: string; act: string }>(
    'SELECT kind, act FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid] ORDER BY id DESC LIMIT 1',
    [subject],
  );

/** From here on the person is a declared relative of the actor. */
export const barredFrom = (world: World, { municipality, sub }: Actor, personId: string): Promise<void> =>
  world.database.inTransaction(municipality, (tx) =>
    keepEmployeeRelation(tx, { relationId: newId(), personId, sub, kind: 'relative', from: '2020-01-01', to: null }),
  );
