import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { readForms } from '../pages/read-form.js';
import { failureOfStatus } from '../problems/failure.js';
import type { ProblemCatalogue } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';
import { limitBodies } from '../routes/body-limit.js';
import { answerUnreadable } from './answer-unreadable.js';
import { always, setAnswerHeaders } from './answer-headers.js';
import { followRequests } from './begun-request.js';
import type { ETags } from './etags.js';
import { holdAnswers } from './hold-answers.js';
import { readJson } from './read-json.js';

const kibibyte = 1024;

/** Limits of what a client can make the service hold or wait for. A route that reads more says so: `@BodyLimit`. */
const limits = {
  bodyLimit: 64 * kibibyte,
  /** From a request's first byte to its last, milliseconds. */
  requestTimeout: 15_000,
  headersTimeout: 10_000,
  /** How often Node looks for requests past these times. */
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * kibibyte,
  maxParamLength: 200,
};

/** Fastify as every service runs it, in front of Nest. */
export function httpServer(problems: ProblemCatalogue, etags: ETags): FastifyAdapter {
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyLimit,
    requestTimeout: limits.requestTimeout,
    http: {
      maxHeaderSize: limits.maxHeaderSize,
      headersTimeout: limits.headersTimeout,
      connectionsCheckingInterval: limits.connectionsCheckingInterval,
    },
    routerOptions: { maxParamLength: limits.maxParamLength },
    forceCloseConnections: 'idle',
    // Nest's middleware is not used; its bridge would look at every request.
    skipMiddie: true,
    clientErrorHandler: answerUnreadable(problems),
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // The router refused before any hook ran.
      void sendProblem(problems, failureOfStatus(error.statusCode ?? 400), request, reply.headers(always));
    },
  });
  const server = adapter.getInstance();
  server.removeContentTypeParser('text/plain');
  readJson(server);
  readForms(server);
  limitBodies(server);
  followRequests(server);
  setAnswerHeaders(server, etags);
  holdAnswers(server, problems);
  return adapter;
}
