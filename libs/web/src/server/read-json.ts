import { DomainError } from '@helhed/kernel';
import type { FastifyInstance } from 'fastify';
import { jsonFault } from './json-fault.js';

/** Nothing that the services read is half as deep; what walks a body (JSON.stringify for one) may then recurse. */
const deepest = 32;

/**
 * Reads JSON as Fastify does, but for what is nested deeper than anything asked for: 400, before it is parsed. What is
 * no JSON is told where it stops being it, never what stands there.
 */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isTooDeep(text)) return done(tooDeep(), undefined);
    void parse(request, text, (error, body) => done(error && unreadable(text), body));
  });
}

export function isTooDeep(json: string, most = deepest): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = endOfString(json, at);
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > most) return true;
  }
  return false;
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

const tooDeep = () =>
  new DomainError('invalid', 'too-deep', {
    da: `Lister og objekter kan ligge i højst ${deepest} lag.`,
    en: `Lists and objects can be nested ${deepest} deep at most.`,
  });

function unreadable(text: string): DomainError {
  const refused = (da: string, en: string) => new DomainError('invalid', 'malformed-request', { da, en });
  if (text.length === 0) {
    return refused(
      'Indholdet er tomt. Send JSON, eller udelad Content-Type, hvor ruten intet indhold læser.',
      'The body is empty. Send JSON, or leave Content-Type out where the route reads no body.',
    );
  }
  const fault = jsonFault(text);
  if (fault) {
    const { line, column } = fault;
    return refused(
      `Det er ikke JSON fra linje ${line}, tegn ${column}.`,
      `It is not JSON from line ${line}, character ${column} on.`,
    );
  }
  return refused(
    'Et objekt har et navn, som ikke læses: __proto__ eller constructor.',
    'An object has a name that is not read: __proto__ or constructor.',
  );
}
