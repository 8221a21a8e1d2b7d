import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '@helhed/access';
import type { MunicipalityCode } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';

/** Somebody with a function in the municipality, as the guard finds them from a token. */
export const personIn = (municipality: MunicipalityCode, name = 'triager', unit = 'visitation'): Actor => ({
  kind: 'person',
  municipality,
  issuer: `issuer of ${municipality}`,
  sub: `somebody at ${unit}`,
  azp: 'helhed-pages',
  functions: [{ unit, function: name }],
  unit,
  function: name,
});

/** Somebody who signed in and holds no function. */
export const accountIn = (municipality: MunicipalityCode, sub: string): Actor => ({
  kind: 'person',
  municipality,
  issuer: `issuer of ${municipality}`,
  sub,
  azp: 'helhed-pages',
  functions: [],
});

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Runs what a request of this actor runs; `key` is its Idempotency-Key. */
export const as = <T>(actor: Actor, work: (actor: Actor) => Promise<T>, key?: string): Promise<T> =>
  requestContext.run(
    {
      requestId: randomUUID(),
      actor,
      ...(key !== undefined && { idempotency: { keyHash: hash(key), bodyHmac: hash('body') } }),
    },
    () => work(actor),
  );
