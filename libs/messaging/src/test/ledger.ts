import { ReferralSnapshot, tell, TriageStarted, type CloudEvent, type Snapshot } from '@helhed/contracts';
import {
  Database,
  dataSource,
  migrate,
  PersonalData,
  platformTables,
  rolesOf,
  tenantTable,
  Workers,
  type Tx,
} from '@helhed/database';
import { newId } from '@helhed/kernel';
import { createServiceDatabase, startTestNats, type ServiceDatabase, type TestNats } from '@helhed/testing';
import { Messaging } from '../messaging.js';
import { municipality } from './world.js';

const key = Buffer.alloc(32, 7).toString('base64');
const entries = 'family uuid NOT NULL, entry uuid NOT NULL, PRIMARY KEY (municipality, family, entry)';

type Service = 'referral' | 'family-plan' | 'scheduling';

const tables = (service: Service) =>
  class Tables1767225600000 {
    async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
      await runner.query(platformTables(service));
      await runner.query(tenantTable(rolesOf(service), { name: 'ledger', columns: entries }));
    }
    async down(): Promise<void> {}
  };

const find = (tx: Tx, family: string) =>
  tx.query<{ entry: string }>('SELECT entry FROM ledger WHERE family = $1 ORDER BY entry', [family]);

const started = (family: string, entry: string) => ({
  referralId: entry,
  familyId: family,
  programme: 'familiestue',
  startedOn: '2026-01-01',
  unit: 'visitation',
});

/** What the owner of the ledger says of a family: an event for each of its entries. */
const snapshotOf = async (tx: Tx, family: string) =>
  (await find(tx, family)).map(({ entry }) => tell(TriageStarted, started(family, entry)));

/** A ledger of entries about families: referral owns it, the others keep copies by its events. */
export class Ledger {
  readonly reports: string[] = [];
  readonly #open: { stop(): Promise<void> }[] = [];

  private constructor(
    readonly nats: TestNats,
    readonly at: Record<Service, ServiceDatabase>,
  ) {}

  static async make(): Promise<Ledger> {
    const services = ['referral', 'family-plan', 'scheduling'] as const;
    const nats = await startTestNats();
    const databases = await Promise.all(services.map((service) => createServiceDatabase(service)));
    for (const [index, service] of services.entries())
      await migrate((databases[index] as ServiceDatabase).owner, [tables(service)]);
    return new Ledger(nats, Object.fromEntries(services.map((s, i) => [s, databases[i]])) as Ledger['at']);
  }

  async #service(context: Service, url = this.at[context]) {
    const source = await dataSource({ url: url.app, entities: [], poolSize: 10 }).initialize();
    const database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    const workers = new Workers(url.worker);
    const bus = { context, url: this.nats.url, user: context, password: this.nats.passwords[context] };
    const own = context === 'referral' ? { snapshotOf } : {};
    const messaging = new Messaging({ ...bus, ...own }, database, workers, (what, error) =>
      this.reports.push(`${what}: ${String(error)}`),
    );
    const stop = async () => {
      await messaging.stop();
      await workers.close();
      await source.destroy();
    };
    this.#open.push({ stop });
    return { database, messaging, workers, stop };
  }

  /** @param url of a database restored elsewhere */
  async owner(url?: ServiceDatabase) {
    const owner = await this.#service('referral', url);
    await owner.messaging.start([]);
    return owner;
  }

  /** @param effect comes before each of the copy's own effects, and may fail */
  async copy(context: Exclude<Service, 'referral'> = 'family-plan', effect?: (event: CloudEvent) => Promise<void>) {
    const copy = await this.#service(context);
    copy.messaging.use(async (event, tx) => {
      await effect?.(event);
      const { familyId, referralId } = event.data as { familyId?: string; referralId?: string };
      if (event.type === ReferralSnapshot.type) await forget(tx, event.data as unknown as Snapshot);
      else if (familyId)
        await tx.query('INSERT INTO ledger VALUES (helhed.tenant(), $1, $2) ON CONFLICT DO NOTHING', [
          familyId,
          referralId,
        ]);
    });
    await copy.messaging.start(['referral']);
    return copy;
  }

  async enter(database: Database, family: string, entry: string = newId()): Promise<string> {
    await database.inTransaction(municipality, async (tx) => {
      await tx.query('INSERT INTO ledger VALUES (helhed.tenant(), $1, $2)', [family, entry]);
      tx.emit(TriageStarted, started(family, entry));
    });
    return entry;
  }

  async entries(service: Service, at = this.at[service]): Promise<string[]> {
    return this.rows<{ entry: string }>(at, 'SELECT entry FROM ledger ORDER BY entry').then((rows) =>
      rows.map(({ entry }) => entry),
    );
  }

  async rows<T extends object>({ backup }: ServiceDatabase, sql: string): Promise<T[]> {
    const reader = new Workers(backup);
    return reader.query<T>(sql).finally(() => reader.close());
  }

  async stop(): Promise<void> {
    for (const part of this.#open.toReversed()) await part.stop().catch(() => undefined);
    await this.nats.stop();
  }
}

async function forget(tx: Tx, { orderKey, events }: Snapshot): Promise<void> {
  const told = events.map(({ data }) => data['referralId']);
  await tx.query('DELETE FROM ledger WHERE family = $1 AND NOT entry = ANY($2)', [orderKey, told]);
}
