import { eventually, type Api } from './api.js';
import type { Asked } from './asked.js';
import { StoryFailed } from './must.js';
import type { StoryMunicipality } from './municipality.js';
import { sessionCookie, signIn } from './page-session.js';

export interface Visited {
  /** 0: no answer. */
  readonly status: number;
  readonly page: string;
  readonly location: string;
}

interface Visit {
  readonly path: string;
  /** What the page asks of its owners with the token of whoever looks, as `GET /scheduling/v1/sessions`: each a look of theirs. */
  readonly asks: readonly string[];
  readonly form?: URLSearchParams;
}

/** Where a service does not say it now; the page is shown all the same. */
const notNow = /lige nu/;

/**
 * Somebody at the pages: a browser without a screen, signed in by Keycloak's own form, with the session's cookie and no token.
 * What it asks stands among all that is asked, so that the register of looks is held against it.
 */
export class Visitor {
  #session = '';

  constructor(
    private readonly place: { readonly api: Api; readonly municipality: StoryMunicipality },
    private readonly name: string,
  ) {}

  /** Loads a page until it is as wanted. */
  async open(path: string, asks: readonly string[] = [], good = (_: Visited): boolean => true): Promise<string> {
    const isGood = (found: Visited) => found.status === 200 && !notNow.test(found.page) && good(found);
    const found = await eventually(`the page ${path.split('?')[0]}`, () => this.visit({ path, asks }, isGood), isGood);
    return found.page;
  }

  /** One try. @param good whether the page has all that was asked for: else nobody knows what was looked at */
  async visit({ path, asks, form }: Visit, good: (found: Visited) => boolean): Promise<Visited> {
    const { api, municipality } = this.place;
    const token = await municipality.as(this.name)();
    const noted = asks.map((ask): Asked => {
      const [method = '', of = ''] = ask.split(' ');
      return { method, path: of, token, status: 0, unsure: 0, body: undefined };
    });
    api.asked.push(...noted);
    const found = await this.#fetch(path, form).catch((error: unknown): Visited => ({
      status: 0,
      page: String(error),
      location: '',
    }));
    if (found.status > 0) api.answers.set(found.status, (api.answers.get(found.status) ?? 0) + 1);
    if (found.status >= 500 && found.status !== 503)
      throw new StoryFailed(`${path} answered ${found.status}`, found.page);
    // signed out, or the session's own database was away
    if (found.location.includes('/sign-in')) this.#session = '';
    for (const each of noted) Object.assign(each, good(found) ? { status: 200 } : { unsure: 1 });
    return found;
  }

  async #fetch(path: string, form: URLSearchParams | undefined): Promise<Visited> {
    const { api, municipality } = this.place;
    const { made, password } = municipality;
    this.#session ||= await signIn({ url: api.base }, made, { name: this.name, password });
    const response = await fetch(`${api.base}${path}`, {
      redirect: 'manual',
      headers: { cookie: `${sessionCookie}=${this.#session}`, 'accept-language': 'da' },
      ...(form && { method: 'POST', body: form }),
    });
    return {
      status: response.status,
      page: await response.text(),
      location: response.headers.get('location') ?? '',
    };
  }
}
