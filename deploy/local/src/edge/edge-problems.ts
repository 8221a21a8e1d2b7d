import type { Text } from '@helhed/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the edge itself refuses; everything else is a service's own answer. */
export interface EdgeProblem {
  readonly slug: string;
  readonly status: number;
  readonly titles: Text;
  readonly details: Text;
}

export const notFound: EdgeProblem = {
  slug: 'not-found',
  status: 404,
  titles: { da: 'Her er ingenting', en: 'There is nothing here' },
  details: {
    da: 'Adresser begynder med tjenestens navn. Forsiden / nævner tjenesterne.',
    en: 'Addresses begin with the service’s name. The front page / lists the services.',
  },
};

export const unavailable: EdgeProblem = {
  slug: 'unavailable',
  status: 503,
  titles: { da: 'Tjenesten svarer ikke lige nu', en: 'The service does not answer just now' },
  details: {
    da: 'Prøv igen efter så mange sekunder, som Retry-After siger.',
    en: 'Try again after the seconds that Retry-After says.',
  },
};

/** RFC 9457, as the services write it: in the language that was asked for, with both beside it. */
export function answerProblem(problem: EdgeProblem, request: FastifyRequest, reply: FastifyReply): void {
  const { slug, status, titles, details } = problem;
  const language = languageOf(request.headers['accept-language'] ?? '');
  const written = { type: `/problems/${slug}`, title: titles[language], titles, status };
  void reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...written, detail: details[language], details });
}

/** The first of the two languages in `Accept-Language`, English when it names neither. */
function languageOf(header: string): keyof Text {
  const [da, en] = [header.search(/\bda\b/i), header.search(/\ben\b/i)];
  return da !== -1 && (en === -1 || da < en) ? 'da' : 'en';
}
