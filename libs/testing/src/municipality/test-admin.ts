import { testServers } from '../servers/test-servers.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The id of what was made, from Location */
  readonly id: string;
}

/** A realm of the run's Keycloak as its console sees it: plain calls of the admin API, and of the token endpoint. */
export class TestAdmin {
  #token = '';
  #renewAt = 0;

  private constructor(
    readonly url: string,
    readonly realm: string,
    private readonly administrator: { username: string; password: string },
  ) {}

  static async of(realm: string): Promise<TestAdmin> {
    const { url, admin } = await testServers().keycloak();
    return new TestAdmin(url, realm, admin);
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/admin/realms/${this.realm}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.#signIn()}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return read(response);
  }

  async create(path: string, body: object): Promise<string> {
    const { status, id, body: answer } = await this.call('POST', path, body);
    if (status === 201) return id || (answer as { id: string }).id;
    throw new Error(`Keycloak answered ${status} to POST ${path}: ${JSON.stringify(answer)}`);
  }

  // The administrator's tokens live a minute, a slow spec longer.
  async #signIn(): Promise<string> {
    if (Date.now() < this.#renewAt) return this.#token;
    this.#renewAt = Date.now() + 20_000;
    const form = { grant_type: 'password', client_id: 'admin-cli', ...this.administrator };
    const { body } = await post(`${this.url}/realms/master/protocol/openid-connect/token`, form);
    this.#token = (body as { access_token: string }).access_token;
    return this.#token;
  }

  /** The token endpoint's answer to a form. */
  ask(form: Record<string, string>, endpoint = 'token'): Promise<Answer> {
    return post(`${this.url}/realms/${this.realm}/protocol/openid-connect/${endpoint}`, form);
  }

  async tokens(
    form: Record<string, string>,
  ): Promise<{ access_token: string; id_token: string; refresh_token: string }> {
    const { status, body } = await this.ask(form);
    if (status === 200) return body as { access_token: string; id_token: string; refresh_token: string };
    throw new Error(`Keycloak answered ${status} for a token: ${JSON.stringify(body)}`);
  }
}

async function post(url: string, form: Record<string, string>): Promise<Answer> {
  return read(await fetch(url, { method: 'POST', body: new URLSearchParams(form) }));
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const id = response.headers.get('location')?.split('/').at(-1) ?? '';
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined, id };
}
