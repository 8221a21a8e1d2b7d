import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningPostgres } from '@helhed/local';
import { withClient } from '../platform/publish-programme.js';

/** With these PostgreSQL can write the plan of each statement into its log; it begins when it is told to. */
export const planSettings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_parameter_max_length': '0',
};

/** Tables that grow with what is booked. */
const growing = 'appointment|booking';

/** The plans of all that the service asks PostgreSQL meanwhile, under its own role. */
export async function plansOf(postgres: RunningPostgres, work: () => Promise<unknown>): Promise<string[]> {
  const log = join(postgres.dataDir, 'postgres.log');
  const setting = (value: number) =>
    withClient(postgres.adminUrl, async (client) => {
      await client.query(`ALTER SYSTEM SET auto_explain.log_min_duration = ${value}`);
      await client.query('SELECT pg_reload_conf()');
      // each session reads it before its next statement
      await pause(500);
    });
  const before = readFileSync(log, 'utf8').length;
  await setting(0);
  try {
    await work();
  } finally {
    await setting(-1);
  }
  return plansIn(readFileSync(log, 'utf8').slice(before));
}

/** Of a log: a statement with its plan each. */
export const plansIn = (log: string): string[] =>
  log
    .split(/^.*LOG: {2}duration: .* plan:$/m)
    .slice(1)
    .map((plan) => plan.split(/^\S.*$/m)[0] ?? '');

/** Which of them read a whole table that grows. */
export const scansOf = (plans: readonly string[]): string[] =>
  plans.filter((plan) => new RegExp(`Seq Scan on (helhed\\.)?(${growing})\\b`).test(plan));

/** The one that looks for what is taken already. */
export const planOfClashes = (plans: readonly string[]): string | undefined =>
  plans.find((plan) => /Query Text:[^]*FROM unnest[^]*JOIN booking/.test(plan));
