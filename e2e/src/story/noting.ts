import type { Asked } from './asked.js';

interface Notes {
  readonly base: string;
  readonly answers: Map<number, number>;
  readonly asked: Asked[];
}

/** For whoever asks by the client's typed methods: a `fetch` that notes each try, and what came of it, as one request. */
export function noting({ base, answers, asked }: Notes): typeof fetch {
  const { pathname } = new URL(base);
  const prefix = pathname.replace(/\/+$/, '').length;
  return async (input, init = {}) => {
    const { pathname: path, search } = new URL(input instanceof Request ? input.url : input);
    const noted: Asked = {
      method: init.method ?? 'GET',
      path: path.slice(prefix) + search,
      sent: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      token: new Headers(init.headers).get('authorization')?.replace('Bearer ', ''),
      status: 0,
      unsure: 1,
      body: undefined,
    };
    asked.push(noted);
    const response = await fetch(input, init);
    const { status, statusText, headers } = response;
    const text = await response.text();
    answers.set(status, (answers.get(status) ?? 0) + 1);
    const body: unknown = headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    Object.assign(noted, { status, body, unsure: status === 503 ? 1 : 0 });
    return new Response(text === '' ? null : text, { status, statusText, headers });
  };
}
