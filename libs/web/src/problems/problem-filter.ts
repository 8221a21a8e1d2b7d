import { TokenRefused } from '@helhed/access';
import { log } from '@helhed/telemetry';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routeOf } from '../server/begun-request.js';
import type { Failure } from './failure.js';
import type { ProblemCatalogue } from './problem.js';
import { sendProblem } from './send-problem.js';
import { bodyTooLarge, wrongMethod } from './status-details.js';
import { toFailure } from './to-failure.js';

/** Turns whatever a request failed with into a problem (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemCatalogue,
    /** The methods that an address answers to, when it is known at all. */
    private readonly allowedMethods: (path: string) => readonly string[],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    let failure = toFailure(error);
    if (failure.status >= 500)
      log[failure.status === 503 ? 'warn' : 'error']('request failed', { ...about(request, failure), error });
    // which rule a token broke is for those who run the platform, not for who sent it
    if (error instanceof TokenRefused) log.info('token refused', { ...about(request, failure), reason: error.reason });
    if (reply.raw.headersSent) return;
    if (failure.status === 413) failure = { ...failure, detail: bodyTooLarge(request.routeOptions.bodyLimit) };
    if (request.is404) failure = this.#methodOr404(request, reply, failure);
    void sendProblem(this.problems, failure, request, reply);
  }

  #methodOr404(request: FastifyRequest, reply: FastifyReply, failure: Failure): Failure {
    const allowed = this.allowedMethods(request.url.split('?', 1)[0] ?? '');
    if (allowed.length === 0) return failure;
    void reply.header('allow', allowed.join(', '));
    return { status: 405, problem: 'method-not-allowed', detail: wrongMethod(allowed) };
  }
}

const about = (request: FastifyRequest, { status, problem }: Failure) => ({
  requestId: request.id,
  method: request.method,
  route: routeOf(request),
  status,
  problem,
});
