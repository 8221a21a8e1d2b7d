import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerTo, type Answer, followAnswer } from '@helhed/access';
import { log } from '@helhed/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Failure, internal } from '../problems/failure.js';
import { languageOf, type ProblemCatalogue } from '../problems/problem.js';
import { toFailure } from '../problems/to-failure.js';
import { routeOf } from './begun-request.js';

const ofTheAnswer = ['etag', 'location', 'content-length', 'content-disposition', 'last-modified'];

/**
 * Follows each answer from its request to its last byte. What it rests on is asked once more right before the first byte,
 * with nothing in between, and at each chunk of a stream; where that is over, nothing of it is sent.
 */
export function holdAnswers(server: FastifyInstance, problems: ProblemCatalogue): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.begun) {
      const answer = followAnswer(request.begun.context);
      // `close` comes also where the client went away
      reply.raw.once('close', () => answer.sent());
    }
    done();
  });
  server.addHook('preSerialization', (request, _reply, payload, done) => {
    const answer = answerTo(request.begun?.context);
    if (answer && typeof answer.mustBe === 'object') answer.framed = answer.mustBe.safeParse(payload).success;
    done(null, payload);
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    const answer = answerTo(request.begun?.context);
    const failure = answer && faultOf(answer, request, reply);
    if (failure) return done(null, refuse(failure, problems, request, reply, payload));
    done(null, answer && payload instanceof Readable ? inChunks(payload, answer) : payload);
  });
}

function faultOf(answer: Answer, request: FastifyRequest, reply: FastifyReply): Failure | undefined {
  if (answer.isUndecided && reply.statusCode < 400) {
    log.error('an answer about families is neither decided nor the frame that its route says', {
      requestId: request.id,
      route: routeOf(request),
    });
    return internal;
  }
  // a refusal may tell what it rests on too, such as a state
  if (reply.statusCode >= 500) return undefined;
  try {
    answer.requireHeld();
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}

function refuse(
  failure: Failure,
  problems: ProblemCatalogue,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): string {
  if (payload instanceof Readable) payload.destroy();
  for (const header of ofTheAnswer) void reply.removeHeader(header);
  if (failure.retryAfter !== undefined) void reply.header('retry-after', failure.retryAfter);
  void reply.code(failure.status).type('application/problem+json');
  return JSON.stringify(problems.write(failure, request.id, languageOf(request.headers['accept-language'])));
}

/** Breaks off where what it rests on is over: half a file is better than one chunk too many. */
function inChunks(payload: Readable, answer: Answer): Readable {
  const out = new PassThrough();
  const held = async function* (chunks: AsyncIterable<unknown>) {
    for await (const chunk of chunks) {
      answer.requireHeld();
      yield chunk;
    }
  };
  pipeline(payload, held, out).catch((error: unknown) => out.destroy(error as Error));
  return out;
}
