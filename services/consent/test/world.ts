import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Looks, theRegister } from '@helhed/access';
import type { BirthDatesClaim, CloudEvent } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { createServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { AddConsent } from '../src/bases/add-consent.js';
import { EndBasis } from '../src/bases/end-basis.js';
import { FindBases } from '../src/bases/find-bases.js';
import { RecordBasis } from '../src/bases/record-basis.js';
import { RenewBasis } from '../src/bases/renew-basis.js';
import { WithdrawBasis } from '../src/bases/withdraw-basis.js';
import { TellDueCoverage } from '../src/cover/tell-due-coverage.js';
import { entities } from '../src/entities.js';
import { UseUpDueExchanges } from '../src/meetings/use-up-due-exchanges.js';
import { ConfirmLease } from '../src/leases/confirm-lease.js';
import { GiveBackLease } from '../src/leases/give-back-lease.js';
import { ConfirmedSignal } from '../src/leases/confirmed-signal.js';
import { FinalTransactions } from '../src/leases/final-transactions.js';
import { LeasesGiven } from '../src/leases/leases-given.js';
import { TakeLease } from '../src/leases/take-lease.js';
import { migrations } from '../src/migrations/migrations.js';
import { ShowReceipt } from '../src/receipts/show-receipt.js';
import { FindRenewalTasks } from '../src/renewals/find-renewal-tasks.js';
import { KeepWithdrawals } from '../src/restored/keep-withdrawals.js';
import { OpenRegister } from '../src/restored/open-register.js';
import { TakeBack } from '../src/restored/take-back.js';
import { WithdrawalFolder } from '../src/restored/withdrawal-folder.js';
import { published } from './families.js';
import { react } from './react.js';

export const nyborg = municipalityCode('0450');
export const esbjerg = municipalityCode('0561');

/** The service's database, its commands, and its reactions behind the inbox; Nyborg's programme is published. */
export async function startWorld() {
  const urls = await createServiceDatabase('consent');
  await migrate(urls.owner, migrations);
  const source = await dataSource({ url: urls.app, entities }).initialize();
  const key = randomBytes(32).toString('base64');
  const database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
  const [workers, backup, owner] = [new Workers(urls.worker), new Workers(urls.backup), new Workers(urls.owner)];
  for (const code of [nyborg, esbjerg])
    await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer of ${code}`]);
  /** Whose birth date family-plan tells: of a child without one it knows none, and others are of age. */
  const births = new Map<string, string | null>();
  const claims = {
    find: async <T>(event: CloudEvent<object>, read: (body: unknown) => T): Promise<T> => {
      const { familyId, members } = event.data as { familyId: string; members: { personId: string; role: string }[] };
      const answer: BirthDatesClaim = {
        familyId,
        members: members.map(({ personId, role }) => ({
          personId,
          adult: role !== 'child' && !births.has(personId),
          birthDate: births.get(personId) ?? null,
        })),
      };
      return read(answer);
    },
  };
  const applier = new Applier(database, 'consent', react(claims), () => undefined);
  const paging = new Paging(randomBytes(32));
  const looks = new Looks(database, theRegister);
  const bases = new FindBases(looks, paging);
  const leases = new LeasesGiven(workers);
  const signal = new ConfirmedSignal(workers);
  const ledger = await mkdtemp(join(tmpdir(), 'helhed-ledger-'));
  const folder = new WithdrawalFolder(() => ({ folder: ledger, instance: 'consent-0' }));
  const takingBack = new TakeBack(database);
  const keeping = new KeepWithdrawals(workers, folder, takingBack);
  const final = new FinalTransactions(database, leases, signal, keeping);
  /** Events as the bus delivers them, one after the other. */
  const hear = async (...events: CloudEvent[]) => {
    for (const event of events) await applier.apply([event]);
  };
  await hear(published(nyborg), published(esbjerg));
  return {
    database,
    applier,
    hear,
    owner,
    births,
    bases,
    looks,
    recordBasis: new RecordBasis(database, looks, bases),
    addConsent: new AddConsent(database, looks),
    withdrawBasis: new WithdrawBasis(final, looks),
    renewBasis: new RenewBasis(database, looks, bases),
    endBasis: new EndBasis(final, looks),
    leases,
    signal,
    final,
    workers,
    keeping,
    takingBack,
    ledger,
    register: new OpenRegister(workers, final, keeping, takingBack),
    takeLease: new TakeLease(database, workers, { isDone: true }),
    confirmLease: new ConfirmLease(database),
    giveBackLease: new GiveBackLease(database),
    receipts: new ShowReceipt(looks),
    renewals: new FindRenewalTasks(looks, paging),
    exchanges: new UseUpDueExchanges(database, workers),
    coverage: new TellDueCoverage(database, workers),
    /** Reads every row, whoever's it is. */
    rows: <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => backup.query<T>(sql, values),
    /** The events that consent told of a family, oldest first. */
    events: (familyId: string) =>
      backup.query<{ type: string; data: Record<string, unknown> }>(
        'SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq',
        [familyId],
      ),
    /** Moves the municipality's clock to noon of a day. */
    async live(day: string, municipality = nyborg) {
      const offset = Date.parse(`${day}T12:00:00Z`) - Date.now();
      await workers.query('UPDATE helhed.municipality SET clock_offset_ms = $2 WHERE code = $1', [
        municipality,
        offset,
      ]);
    },
    async stop() {
      await Promise.all([workers.close(), backup.close(), owner.close()]);
      await source.destroy();
      await rm(ledger, { recursive: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
