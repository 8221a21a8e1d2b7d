import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@helhed/access';
import { PersonsMatched } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers } from '@helhed/database';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { requestContext, type IdempotencyClaim } from '@helhed/telemetry';
import { createServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { FindBases } from '../src/bases/find-bases.js';
import { RecordBasis } from '../src/bases/record-basis.js';
import { entities } from '../src/entities.js';
import { WhenPersonsMatched } from '../src/families/when-persons-matched.js';
import { migrations } from '../src/migrations/migrations.js';
import { nextEvent } from './events.js';

export const nyborg = municipalityCode('0450');
export const esbjerg = municipalityCode('0561');

/** The service's database, its commands, and its reaction behind the inbox. */
export async function startWorld() {
  const urls = await createServiceDatabase('consent');
  await migrate(urls.owner, migrations);
  const source = await dataSource({ url: urls.app, entities }).initialize();
  const key = randomBytes(32).toString('base64');
  const database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
  const [workers, backup, owner] = [new Workers(urls.worker), new Workers(urls.backup), new Workers(urls.owner)];
  for (const code of [nyborg, esbjerg])
    await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer of ${code}`]);
  const reaction = new WhenPersonsMatched();
  const applier = new Applier(
    database,
    'consent',
    (event, tx) => reaction.keep(event as never, { tx }),
    () => undefined,
  );
  const bases = new FindBases(database, new Paging(randomBytes(32)));
  return {
    database,
    applier,
    owner,
    bases,
    recordBasis: new RecordBasis(database, bases),
    /** Reads every row, whoever's it is. */
    rows: <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => backup.query<T>(sql, values),
    async stop() {
      await Promise.all([workers.close(), backup.close(), owner.close()]);
      await source.destroy();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A family of two parents and a child, as family-plan tells of it. */
export function matched(municipality: MunicipalityCode = nyborg) {
  const [familyId, maja, jonas, alma] = [newId(), newId(), newId(), newId()];
  const member = (personId: string, role: 'parent' | 'child') => ({
    intakePersonId: newId(),
    personId,
    role,
    households: [newId()],
  });
  const members = [member(maja, 'parent'), member(jonas, 'parent'), member(alma, 'child')];
  const event = nextEvent(municipality, PersonsMatched, { referralId: newId(), familyId, members });
  return { familyId, maja, jonas, alma, event };
}

/** A triager, as the guard finds them from a token. */
export const triagerIn = (municipality: MunicipalityCode): Actor => ({
  kind: 'person',
  municipality,
  issuer: `issuer of ${municipality}`,
  sub: 'somebody at visitation',
  azp: 'helhed-pages',
  functions: [{ unit: 'visitation', function: 'triager' }],
  unit: 'visitation',
  function: 'triager',
});

/** Runs what a request of this actor runs. */
export const as = <T>(actor: Actor, work: (actor: Actor) => Promise<T>, idempotency?: IdempotencyClaim): Promise<T> =>
  requestContext.run({ requestId: randomUUID(), actor, idempotency }, () => work(actor));
