import { claims, contextOf, type Claim, type CloudEvent, type Context } from '@helhed/contracts';
import { DomainError, municipalityCode } from '@helhed/kernel';
import { currentTraceparent } from '@helhed/telemetry';
import type { ServiceTokens } from '../tokens/service-tokens.js';

const timeoutMs = 5_000;

/** The owner is there and does not say it: it may have been set back, or knows no such thing. */
export class ClaimRefused extends Error {
  override readonly name = 'ClaimRefused';

  constructor(
    readonly status: number,
    { owner, route }: Claim,
  ) {
    super(`claim check: ${owner} answered ${status} to ${route}`);
  }
}

/**
 * Asks an event's owner for what the event may not carry, as the contract's claim for this consumer says, with this
 * service's own token in the event's municipality.
 */
export class ClaimCheck {
  /** @param owners where the services are reached: `{ referral: 'http://127.0.0.1:4001' }` */
  constructor(
    private readonly consumer: Context,
    private readonly owners: Partial<Record<Context, string>>,
    private readonly tokens: Pick<ServiceTokens, 'forMunicipality'>,
  ) {}

  /**
   * @returns the owner's answer as `read` gives it, or undefined when the thing was erased or withdrawn (410): acknowledge
   * @throws DomainError `unavailable` when the owner is down (the event waits), ClaimRefused for any other answer (tried again, then parked)
   */
  async find<T>(event: CloudEvent<object>, read: (body: unknown) => T): Promise<T | undefined> {
    const claim = claimFor(event, this.consumer);
    const response = await this.#ask(claim, event);
    if (response.ok) return read(await response.json());
    await response.body?.cancel();
    if (response.status === 410) return undefined;
    if (response.status >= 500 || response.status === 429) throw ownerUnavailable();
    throw new ClaimRefused(response.status, claim);
  }

  async #ask(claim: Claim, event: CloudEvent<object>): Promise<Response> {
    const base = this.owners[claim.owner];
    if (!base) throw new Error(`claim check: no address of ${claim.owner}`);
    const token = await this.tokens.forMunicipality(municipalityCode(event.municipality));
    const traceparent = currentTraceparent();
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(traceparent ? { traceparent } : {}),
    };
    try {
      // a merged thing has moved (308): fetch follows, and sends the token on within the same origin only
      return await fetch(addressOf(base, claim, event.data), {
        headers,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch {
      throw ownerUnavailable();
    }
  }
}

function claimFor(event: CloudEvent<object>, consumer: Context): Claim {
  const claim = claims.find((each) => each.event === event.type && each.consumer === consumer);
  if (claim?.owner === contextOf(event)) return claim;
  throw new Error(`claim check: ${consumer} has no claim after ${event.type}`);
}

const fill = (route: string, data: object): string =>
  route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((data as Record<string, unknown>)[name])));

/** With the version that the event names: an owner that was set back may not have it yet, and answers 404. */
function addressOf(base: string, { route }: Claim, data: object): URL {
  const address = new URL(`${base}${fill(route, data)}`);
  if ('version' in data && typeof data.version === 'number') address.searchParams.set('version', String(data.version));
  return address;
}

const ownerUnavailable = (): DomainError =>
  new DomainError('unavailable', 'owner-unavailable', {
    da: 'Den service, der ejer oplysningerne, svarer ikke.',
    en: 'The service that owns the information does not answer.',
  });
