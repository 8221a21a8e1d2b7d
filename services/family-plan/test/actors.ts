import { randomUUID } from 'node:crypto';
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

/** Runs what a request of this actor runs. */
export const as = <T>(actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> =>
  requestContext.run({ requestId: randomUUID(), actor }, () => work(actor));
