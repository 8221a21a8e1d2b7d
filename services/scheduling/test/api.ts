import { Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

interface Asking {
  readonly as?: TestActor;
  readonly version?: number;
  readonly key?: string;
  readonly language?: string;
}

/** The service as its clients see it: a real process, Keycloak's tokens, and a municipality with Nyborg's programme. */
export class Api {
  private constructor(
    readonly platform: TestPlatform,
    readonly municipality: TestMunicipality,
    readonly leader: TestActor,
  ) {}

  static async start(): Promise<Api> {
    const platform = await startPlatform({ services: ['scheduling'] });
    const municipality = await platform.municipality();
    await keepProgramme(platform.databases.scheduling.app, municipality.code);
    return new Api(platform, municipality, await municipality.person('familiestuen:group-leader'));
  }

  async send<T>(
    method: string,
    path: string,
    body: unknown,
    { as, version, key, language }: Asking = {},
  ): Promise<Reply<T>> {
    const token = as ? { authorization: `Bearer ${await as.token()}` } : {};
    const answer = await fetch(`${this.platform.url}${path}`, {
      method,
      headers: {
        ...token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : undefined) as T };
  }

  get<T>(path: string, as = this.leader): Promise<Reply<T>> {
    return this.send<T>('GET', path, undefined, { as });
  }

  post<T>(path: string, body: unknown, asking: Asking = {}): Promise<Reply<T>> {
    return this.send<T>('POST', path, body, { as: this.leader, key: newId(), ...asking });
  }

  stop(): Promise<void> {
    return this.platform.stop();
  }
}

/** What the referral service's publication would leave in this service's database. */
async function keepProgramme(url: string, code: string): Promise<void> {
  const definition = getDefinition('nyborg-familiestue');
  const app = new Workers(url);
  await app.run(async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT helhed.enter($1)', [code]);
    await client.query(
      'INSERT INTO programme_copy (municipality, code, version, valid_from, definition) VALUES ($1, $2, $3, $4, $5)',
      [code, definition.code, definition.version, definition.validFrom, definition],
    );
    await client.query('COMMIT');
  });
  await app.close();
}
