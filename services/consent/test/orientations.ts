import { createHash } from 'node:crypto';
import { keepRelation, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { FindOrientations } from '../src/orientations/find-orientations.js';
import type { RecordOrientation as Answered } from '../src/orientations/orientations.dto.js';
import { RecordOrientation } from '../src/orientations/record-orientation.js';
import { as, citizen, ended, matched, personIn } from './families.js';
import { nyborg, startWorld } from './world.js';

export type Family = ReturnType<typeof matched>;

export const who = (pair: string): Actor => personIn(nyborg, ...(pair.split(':') as [string, string]));
export const triager = who('visitation:triager');

const asked = ({ familyId, alma, jonas }: Family) => ({
  familyId,
  childId: alma,
  parentId: jonas,
  askedOn: '2026-10-01',
  answeredOn: '2026-10-05',
  paragraph: 'Forældreansvarsloven § 23',
});
export const given = (family: Family, changes: Partial<Answered> = {}) =>
  ({ ...asked(family), answer: 'given', categories: ['enrolment'], ...changes }) as Answered;
export const refused = (family: Family) => ({
  ...asked(family),
  answer: 'refused' as const,
  reason: 'Af hensyn til Alma',
});

export const once = () => ({
  keyHash: createHash('sha256').update(newId()).digest(),
  bodyHmac: createHash('sha256').digest(),
});

export const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'recorded',
    ({ problem }: { problem: string }) => problem,
  );

/** The register on 5 October 2026, and what is answered of orientations. */
export async function startOrientations() {
  const world = await startWorld();
  await world.live('2026-10-05');
  const recording = new RecordOrientation(world.database, world.looks);
  const orientations = new FindOrientations(world.looks, new Paging(Buffer.alloc(32, 1)));
  return {
    world,
    record: (answered: Answered, by = triager, key = once()) => as(by, (actor) => recording.run(actor, answered), key),
    listed: (familyId: string, by: Actor, limit = 50, cursor?: string) =>
      as(by, (actor) => orientations.page(actor, { familyId, limit, ...(cursor && { cursor }) })),
    ofPerson: (person: string, me: string, limit = 50, cursor?: string) =>
      as(citizen(nyborg, me), (actor) => orientations.ofPerson(actor, person, { limit, ...(cursor && { cursor }) })),
    newestOf: (person: string, me: string, most: number) =>
      as(citizen(nyborg, me), (actor) => orientations.newestOfPerson(actor, person, most)),
    /** A family in which Jonas holds no custody of Alma any more. */
    async aFamily(): Promise<Family> {
      const family = matched();
      await world.hear(...family.events, ended(nyborg, family.custody[1]!, '2026-10-01'));
      return family;
    },
    /** The pair's holder is in the family's team, or coordinates it. */
    async tie({ familyId }: Family, pair: string, kind: 'team' | 'coordinator' = 'team'): Promise<void> {
      const { sub, unit, function: name } = who(pair) as Required<Actor>;
      const row = { relationId: newId(), familyId, programme: 'nyborg-familiestue', kind, sub, unit, function: name };
      await world.database.inTransaction(nyborg, (tx) => keepRelation(tx, { ...row, from: '2026-09-01', to: null }));
    },
    /** The latest row of the service's own log. */
    async lastLog() {
      const [last] = await world.rows<{ subjects: string[]; categories: string[] }>(
        'SELECT act, kind, subjects, categories FROM helhed.access_log ORDER BY id DESC LIMIT 1',
      );
      return last;
    },
  };
}

export type Orientations = Awaited<ReturnType<typeof startOrientations>>;
