import { readFileSync } from 'node:fs';
import { z } from 'zod';

type Env = Readonly<Record<string, string | undefined>>;

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const database = z.url({ protocol: /^postgres(ql)?$/ });
const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64');

const dataKeys = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.strictObject({ current: z.string(), keys: z.record(z.string(), key), index: key }));

/** What every service reads from its environment. `NAME_FILE` reads the value of NAME from a file. */
export const platformConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  /** The interface to listen on: loopback unless a container says otherwise. */
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: database,
  DATABASE_WORKER_URL: database,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  NATS_URL: z.string().min(1),
  NATS_USER: z.string().optional(),
  NATS_PASSWORD: z.string().optional(),
  KEYCLOAK_URL: address,
  OPERATOR_ISSUER: address,
  SERVICE_CLIENT_SECRET: z.string().min(1),
  DATA_KEYS: dataKeys,
  /** Whom others ask: by claim check, or for a page with the token of whoever looks at it. */
  REFERRAL_URL: address.optional(),
  FAMILY_PLAN_URL: address.optional(),
  SCHEDULING_URL: address.optional(),
  /** Also where leases are taken: without it whatever rests on a revocable ground is refused. Consent itself needs none. */
  CONSENT_URL: address.optional(),
  REPORTING_URL: address.optional(),
  /** Where browsers reach the pages: `https://helhed.example`. Plain HTTP only on 127.0.0.1, as Keycloak allows. */
  PAGES_URL: address.refine((url) => /^https:|^http:\/\/127\.0\.0\.1(:\d+)?$/.test(url), 'https').optional(),
  /** `1` lets an operator's command move a municipality's clock; never in production. */
  HELHED_DEMO: z
    .enum(['0', '1'])
    .default('0')
    .transform((text) => text === '1'),
  /** Bearer secret for `/metrics`; without one, only a caller on the same machine is answered. */
  METRICS_TOKEN: z.string().min(16).optional(),
  INSTANCE: z.string().optional(),
});

export type PlatformConfig = z.output<typeof platformConfig>;

/**
 * The settings as the schema gives them.
 * @throws Error that names each setting at fault and the rule it breaks; values, which may be secrets, are not repeated
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: Env = process.env): z.output<S> {
  const names = Object.keys(schema.shape);
  const given = Object.fromEntries(names.map((name) => [name, valueOf(name, env)]));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, code }) => {
    const name = String(path[0]);
    return given[name] === undefined ? `${name} is missing` : `${path.join('.')} is not valid (${code})`;
  });
  throw new Error(`Settings: ${[...new Set(faults)].join('; ')}.`);
}

function valueOf(name: string, env: Env): string | undefined {
  const file = env[`${name}_FILE`];
  // An editor or `echo` leaves a line end after the secret.
  if (file) return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  return env[name] === '' ? undefined : env[name];
}
