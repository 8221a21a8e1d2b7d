import { PersonalData, type DataKeys } from '@helhed/database';

/** What a yardstick's process is told, as JSON in one variable of its environment. */
export interface Settings {
  readonly databaseUrl: string;
  readonly dataKeys: DataKeys;
  readonly issuer: string;
  readonly municipality: string;
}

/** Connections to PostgreSQL, for every variant alike; the service's own default. */
export const poolSize = 10;

export const variable = 'HELHED_BENCH_SETTINGS';

export const readSettings = (): Settings => JSON.parse(process.env[variable] ?? '') as Settings;

export const personalData = ({ dataKeys }: Settings): PersonalData => new PersonalData(dataKeys);

/** Tells the bench where this process listens; when the bench is gone, so is this. */
export function announce(port: number): void {
  process.once('disconnect', () => process.exit());
  process.once('SIGTERM', () => process.exit());
  process.send?.({ port });
}
