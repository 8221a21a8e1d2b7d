import { setTimeout as sleep } from 'node:timers/promises';
import { contexts, type Context } from '@helhed/contracts';

export interface Registration {
  /** The one base URL of the services. */
  base: string;
  operatorToken: string;
  code: string;
  issuer: string;
  /** Whether the issuer takes the place of another that the municipality has; refused unless said. */
  replaceIssuer?: boolean;
  services?: readonly Context[];
}

const patienceMs = 15_000;

/** Tells each service which issuer is a municipality. May be repeated; a service that is not there yet is waited for. */
export async function registerMunicipality({
  base,
  operatorToken,
  code,
  issuer,
  replaceIssuer = false,
  services = contexts,
}: Registration): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const register = async (service: Context): Promise<void> => {
    const answer = await fetch(`${base}/${service}/v1/operations/municipalities/${code}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ issuer, replaceIssuer }),
    });
    if (answer.ok) return;
    if (answer.status !== 503 || performance.now() > deadline) {
      throw new Error(`${service} did not register municipality ${code}: ${answer.status} ${await answer.text()}`);
    }
    await sleep(250);
    await register(service);
  };
  await Promise.all(services.map(register));
}
