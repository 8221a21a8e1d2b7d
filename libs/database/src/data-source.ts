import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';

/** A service's data source. Connections pipeline: statements sent together cost one round trip. */
export function dataSource(options: {
  url: string;
  entities: Exclude<DataSourceOptions['entities'], undefined>;
  poolSize?: number;
}): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    synchronize: false,
    extra: {
      max: options.poolSize ?? 10,
      pipeline: true,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
      // a connection keeps the plans of large statements; one that is closed soon would have them made again
      idleTimeoutMillis: 300_000,
    },
  });
}

type Migrations = MixedList<string | (new () => object)>;

/** Runs a service's migrations as its owner role; safe to call from several machines at once. */
export async function migrate(url: string, migrations: Migrations): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: migrations as never,
    migrationsTableName: 'migration',
  });
  await source.initialize();
  try {
    await source.query('SELECT pg_advisory_lock(77)');
    const done = await source.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
