import { HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Nothing that the services read is half as deep; what walks a body (JSON.stringify for one) may then recurse. */
const deepest = 32;

/** Reads JSON as Fastify does, but for what is nested deeper than anything asked for: 400, before it is parsed. */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isTooDeep(text)) done(new HttpException('nested too deeply', 400), undefined);
    else void parse(request, text, done);
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
