import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOfPage } from '../pages/language.js';
import { isPage } from '../pages/web-page.js';
import type { Failure } from './failure.js';
import { languageOf, type ProblemCatalogue } from './problem.js';
import { problemAnswer } from './problem-page.js';

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
  if (isForBrowser(request)) return sendPage(problems, failure, request, reply);
  const problem = problems.write(failure, request.id, languageOf(request.headers['accept-language']));
  return reply.code(failure.status).type('application/problem+json').send(JSON.stringify(problem));
}

const isForBrowser = (request: FastifyRequest): boolean =>
  isPage(request) || (request.headers.accept ?? '').includes('text/html');

/** A browser reads a page; one that is not signed in goes to do so, and comes back to the page it asked for. */
function sendPage(
  problems: ProblemCatalogue,
  failure: Failure,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (isPage(request) && failure.status === 401 && request.headers.authorization === undefined)
    return reply.redirect(`/${problems.service}/sign-in?${String(new URLSearchParams({ to: request.url }))}`, 303);
  const language = languageOfPage(request);
  const problem = problems.write(failure, request.id, language);
  const page = problemAnswer(language, problem, problems.find(failure.problem) ?? {}, request.url);
  return reply.code(failure.status).type('text/html; charset=utf-8').send(page);
}
