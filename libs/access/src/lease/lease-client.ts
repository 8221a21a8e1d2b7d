import type { MunicipalityCode } from '@helhed/kernel';
import { z } from 'zod';
import type { ServiceTokens } from '../tokens/service-tokens.js';
import type { Grant } from './held-lease.js';

/** For the service's token and consent's answer together: who waits is a reader. */
const timeoutMs = 800;

const granted = z.object({
  id: z.uuid(),
  demanded: z.int().nonnegative(),
  milliseconds: z.int().positive(),
});

export interface TakesLeases {
  take(municipality: MunicipalityCode, epoch: number): Promise<Grant>;
  confirm(municipality: MunicipalityCode, id: string, epoch: number): Promise<void>;
  /** Whether or not the answer that gave it ever came. */
  giveBack(municipality: MunicipalityCode): Promise<void>;
}

/** Consent's leases, for one running process. */
export class LeaseClient implements TakesLeases {
  constructor(
    private readonly consentUrl: string,
    private readonly instance: string,
    private readonly tokens: Pick<ServiceTokens, 'forMunicipality'>,
  ) {}

  async take(municipality: MunicipalityCode, epoch: number): Promise<Grant> {
    return granted.parse(await this.#post(municipality, '', { instance: this.instance, epoch }));
  }

  async confirm(municipality: MunicipalityCode, id: string, epoch: number): Promise<void> {
    await this.#post(municipality, `/${id}:confirm`, { epoch });
  }

  async giveBack(municipality: MunicipalityCode): Promise<void> {
    await this.#post(municipality, `/${this.instance}:give-back`, {});
  }

  async #post(municipality: MunicipalityCode, path: string, body: object): Promise<unknown> {
    const signal = AbortSignal.timeout(timeoutMs);
    const late = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('consent did not answer in time'))),
    );
    const token = await Promise.race([this.tokens.forMunicipality(municipality), late]);
    const response = await fetch(`${this.consentUrl}/consent/v1/leases${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`consent answered ${response.status} to a lease`);
    return answer;
  }
}
