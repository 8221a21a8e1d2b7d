import { addressOf, type Query } from './address.js';
import { HelhedProblem } from './errors.js';
import { keyed } from './generated/keyed.js';
import type {
  Answer,
  AnswerOf,
  AskArgs,
  GivenAsk,
  ItemOf,
  MainType,
  Method,
  PagedPath,
  PageOf,
  PathOf,
  Type,
} from './routes.js';
import { patience, send, type Patience, type Tried } from './send.js';
import type { Token } from './tokens.js';
import { retryAfterOf } from './waits.js';

export interface HelhedOptions extends Partial<Patience> {
  /** The platform's address, one for all five services. */
  readonly url: string;
  /** Who asks; without it only what is open to everybody is answered. */
  readonly token?: Token | undefined;
  /** The language of a problem's title and detail. */
  readonly language?: 'da' | 'en';
  /** Hears of each try, such as to count them. */
  readonly onTry?: ((tried: Tried) => void) | undefined;
  readonly fetch?: typeof fetch;
}

interface AnyAsk extends GivenAsk {
  path?: Readonly<Record<string, string>>;
  query?: Query;
}

interface Page<I> {
  readonly items: readonly I[];
  readonly next: string | null;
}

/** The five services of Helhed, as somebody asks them. */
export class Helhed {
  readonly #options: HelhedOptions;
  readonly #base: string;

  constructor(options: HelhedOptions) {
    this.#options = options;
    this.#base = new URL(options.url).href.replace(/\/+$/, '');
  }

  /** The same platform, asked by somebody else or otherwise. */
  with(changes: Partial<HelhedOptions>): Helhed {
    return new Helhed({ ...this.#options, ...changes });
  }

  get<P extends PathOf<'GET'>, T extends Type<'GET', P> = MainType<'GET', P>>(
    path: P,
    ...[ask]: AskArgs<'GET', P, T>
  ): Promise<Answer<AnswerOf<'GET', P, T>>> {
    return this.#ask('GET', path, ask);
  }

  put<P extends PathOf<'PUT'>, T extends Type<'PUT', P> = MainType<'PUT', P>>(
    path: P,
    ...[ask]: AskArgs<'PUT', P, T>
  ): Promise<Answer<AnswerOf<'PUT', P, T>>> {
    return this.#ask('PUT', path, ask);
  }

  /** A command. One that takes an Idempotency-Key has one, the same in all its tries. */
  post<P extends PathOf<'POST'>, T extends Type<'POST', P> = MainType<'POST', P>>(
    path: P,
    ...[ask]: AskArgs<'POST', P, T>
  ): Promise<Answer<AnswerOf<'POST', P, T>>> {
    return this.#ask('POST', path, ask);
  }

  /** The pages of a list, each asked for when it is wanted. */
  pages<P extends PagedPath>(path: P, ...[ask]: AskArgs<'GET', P, MainType<'GET', P>>): AsyncIterable<PageOf<P>> {
    return this.#pages(path, ask) as AsyncIterable<PageOf<P>>;
  }

  /** What a list has on all its pages, one after the other. */
  async *items<P extends PagedPath>(
    path: P,
    ...[ask]: AskArgs<'GET', P, MainType<'GET', P>>
  ): AsyncIterable<ItemOf<P>> {
    for await (const { items } of this.#pages<ItemOf<P>>(path, ask)) yield* items;
  }

  /** A request at an address that Helhed itself gave: the `Location` of what was made, or a calendar's. */
  given<T>(method: Method, address: string, ask: GivenAsk = {}): Promise<Answer<T>> {
    const service = /^\/[\w-]*/.exec(address)?.[0];
    if (service === undefined) throw new TypeError('an address of the platform begins with /');
    return this.#call(`${method} ${service}/…`, method, address, ask);
  }

  async *#pages<I>(path: string, ask: AnyAsk = {}): AsyncGenerator<Page<I>> {
    let { cursor } = ask.query ?? {};
    do {
      const query = { ...ask.query, cursor };
      const { body } = await this.#ask<Page<I>>('GET', path, { ...ask, query });
      yield body;
      cursor = body.next ?? undefined;
    } while (cursor !== undefined);
  }

  #ask<T>(method: Method, pattern: string, ask: object = {}): Promise<Answer<T>> {
    const given: AnyAsk = ask;
    const operation = `${method} ${pattern}`;
    const idempotencyKey = keyed.has(operation) ? (given.idempotencyKey ?? crypto.randomUUID()) : undefined;
    return this.#call(operation, method, addressOf(pattern, given.path, given.query), { ...given, idempotencyKey });
  }

  async #call<T>(operation: string, method: Method, address: string, ask: GivenAsk): Promise<Answer<T>> {
    const { fetch: through = fetch, language } = this.#options;
    const { status, headers, text, repeated } = await send(
      {
        operation,
        method,
        url: this.#base + address,
        headers: headersOf(ask, language),
        body: ask.body === undefined ? undefined : JSON.stringify(ask.body),
        repeatable: method !== 'POST' || ask.idempotencyKey !== undefined || ask.ifMatch !== undefined,
      },
      { ...patience, ...this.#options, fetch: through },
    );
    const body = headers.get('content-type')?.includes('json') ? (parsed(text) as T) : (text as T);
    if (status < 200 || status >= 300)
      throw new HelhedProblem({ operation, status, body, retryAfterMs: retryAfterOf(headers), repeated });
    const etag = headers.get('etag') ?? undefined;
    return { status, body, etag, location: headers.get('location') ?? undefined, repeated };
  }
}

function headersOf(ask: GivenAsk, language: string | undefined): Record<string, string> {
  const { accept, body, ifMatch, idempotencyKey, function: acting } = ask;
  return {
    accept: accept ?? 'application/json, */*;q=0.5',
    ...(language !== undefined && { 'accept-language': language }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(ifMatch !== undefined && { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    ...(acting !== undefined && { 'helhed-function': acting }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
