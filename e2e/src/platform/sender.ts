import { newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import type { TestPlatform } from '@helhed/testing';

/** A day care's system in a municipality of its own, in which the Familiestue is published; and its triager. */
export class Sender {
  private constructor(
    readonly base: string,
    readonly token: () => Promise<string>,
    /** Who may use the routes that only a person may. */
    readonly triager: Sender | undefined = undefined,
  ) {}

  static async of(platform: TestPlatform): Promise<Sender> {
    const municipality = await platform.municipality();
    const lead = await municipality.person('familiestuen:programme-lead');
    const definition = forMunicipality(getDefinition('nyborg-familiestue'), municipality.code);
    await new Sender(platform.url, lead.token).post('/referral/v1/programmes', { definition });
    const system = await municipality.system('dagtilbud', 'db-solsikken:referrer');
    const triager = await municipality.person('visitation:triager');
    return new Sender(platform.url, system.token, new Sender(platform.url, triager.token));
  }

  async post(path: string, body: unknown, traceparent?: string): Promise<Response> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'idempotency-key': newId(),
      'if-match': '"1"',
    };
    if (traceparent) headers['traceparent'] = traceparent;
    return this.#fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  get = (path: string): Promise<Response> => this.#fetch(path, {});

  async #fetch(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Response> {
    return fetch(`${this.base}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${await this.token()}` },
    });
  }
}
