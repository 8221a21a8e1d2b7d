import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from './failure.js';
import { languageOf, type ProblemCatalogue } from './problem.js';

export function sendProblem(
  problems: ProblemCatalogue,
  failure: Failure,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (failure.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (failure.retryAfter !== undefined) void reply.header('retry-after', failure.retryAfter);
  const { id, movedTo } = failure.extension ?? {};
  if (failure.status === 308) void reply.header('location', request.url.replace(String(id), String(movedTo)));
  const problem = problems.write(failure, request.id, languageOf(request.headers['accept-language']));
  return reply.code(failure.status).type('application/problem+json').send(JSON.stringify(problem));
}
