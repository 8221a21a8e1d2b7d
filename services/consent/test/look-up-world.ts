import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Looks, theRegister, type Actor, type LookUpBatch } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers, type Tx } from '@helhed/database';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { entities } from '../src/entities.js';
import { appendLookUps } from '../src/look-ups/append-look-ups.js';
import { DeferLookUp } from '../src/look-ups/defer-look-up.js';
import { EraseLookUps } from '../src/look-ups/erase-look-ups.js';
import { FindLookUps } from '../src/look-ups/find-look-ups.js';
import { FindUnitLookUps } from '../src/look-ups/find-unit-look-ups.js';
import { HeadsFolder } from '../src/look-ups/heads-folder.js';
import { NameEmployee } from '../src/look-ups/name-employee.js';
import { Samples } from '../src/look-ups/samples.js';
import { SignHeads } from '../src/look-ups/sign-heads.js';
import { HeadKeys } from '../src/look-ups/signed-head.js';
import { VerifyLookUps } from '../src/look-ups/verify-look-ups.js';
import { EmployeeNames } from '../src/units/employee-names.js';
import type { User } from '../src/units/keycloak-directory.js';
import { migrations } from '../src/migrations/migrations.js';

export const nyborg = municipalityCode('0450');
export const esbjerg = municipalityCode('0561');
export const incarnation = newId();

/** A row as a service ships it. */
export const aLook = (changes: Partial<LookUp> = {}): LookUp => ({
  id: newId(),
  at: new Date().toISOString(),
  kind: 'look',
  act: 'family.read',
  subjects: [newId()],
  actor: 'person',
  sub: newId(),
  azp: 'helhed-pages',
  unit: 'visitation',
  function: 'triager',
  purposes: ['triage'],
  categories: ['identity'],
  bases: ['standing:nyborg-familiestue:triage:processing'],
  refused: false,
  ...changes,
});

/** The register on a database of its own; `instance()` makes another instance of the service. */
export async function startLookUps() {
  const urls = await createServiceDatabase('consent');
  await migrate(urls.owner, migrations);
  const key = randomBytes(32).toString('base64');
  const keys = { current: 'k1', keys: { k1: key }, index: key };
  const [workers, backup, owner] = [new Workers(urls.worker), new Workers(urls.backup), new Workers(urls.owner)];
  for (const code of [nyborg, esbjerg])
    await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer of ${code}`]);
  const open: Database[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'heads-'));
  const headKeys = new HeadKeys(() => keys);
  const heads = new HeadsFolder(() => folder);
  const instance = async () => {
    const source = await dataSource({ url: urls.app, entities }).initialize();
    const database = new Database(source, new PersonalData(keys));
    open.push(database);
    return { database, sign: new SignHeads(database, workers, headKeys, heads) };
  };
  const { database, sign } = await instance();
  const paging = new Paging(randomBytes(32));
  const lookUps = new FindLookUps(new Looks(database, theRegister), paging);
  const looks = new Looks(database, theRegister);
  /** The accounts of a Keycloak that is this test. */
  const keycloak = { users: new Map<string, User>(), down: false };
  const names = new EmployeeNames({
    user: async (_: string, sub: string) => {
      if (keycloak.down) throw new Error('connection refused');
      return keycloak.users.get(sub) ?? null;
    },
  } as never);
  const numbers = new Map<string, number>();
  /** Rows of a source, with its next numbers. */
  const batch = (source: string, rows: readonly LookUp[]): LookUpBatch => {
    const from = (numbers.get(source) ?? 0) + 1;
    numbers.set(source, from + rows.length - 1);
    return { incarnation, from, rows };
  };
  return {
    database,
    looks,
    workers,
    folder,
    instance,
    sign,
    heads,
    urls,
    samples: new Samples(database, new Looks(database, theRegister), paging),
    keycloak,
    naming: new NameEmployee(database, looks, names),
    deferring: new DeferLookUp(database, looks),
    unitLookUps: new FindUnitLookUps(looks, paging),
    erasing: new EraseLookUps(database, workers),
    verifying: new VerifyLookUps(database, headKeys, heads),
    batch,
    async append(rows: readonly LookUp[], source = 'referral', at: MunicipalityCode = nyborg, by = database) {
      const next = batch(`${at} ${source}`, rows);
      await by.inTransaction(at, (tx) => appendLookUps(tx, source, next));
    },
    lookUps,
    seenOf: (person: string, query: { limit?: number; cursor?: string } = {}) =>
      database.inTransaction(nyborg, (tx: Tx) =>
        lookUps.ofPerson(tx, { personId: person, isOwn: true }, { limit: 50, ...query }),
      ),
    /** What somebody with the database in their hands does to it. */
    asOwner: (sql: string, values: unknown[] = [], at: MunicipalityCode = nyborg) =>
      owner.run(async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT helhed.enter($1)', [at]);
        const { rows } = await client.query<Record<string, unknown>>(sql, values);
        await client.query('COMMIT');
        return rows;
      }),
    rows: <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => backup.query<T>(sql, values),
    async stop() {
      await Promise.all([workers.close(), backup.close(), owner.close()]);
      for (const each of open) await each.dataSource.destroy();
    },
  };
}

export type LookUps = Awaited<ReturnType<typeof startLookUps>>;

/** Somebody in a function, as the guard finds them from a token. */
export const acting = (unit: string, name: string, sub: string = newId()): Actor => ({
  kind: 'person',
  municipality: nyborg,
  issuer: 'issuer of 0450',
  sub,
  azp: 'helhed-pages',
  functions: [{ unit, function: name }],
  unit,
  function: name,
});

/** Runs what a request of this actor runs. */
export const as = <T>(actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> =>
  requestContext.run({ requestId: newId(), actor }, () => work(actor));
