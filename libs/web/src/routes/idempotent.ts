import { createHmac, type KeyObject } from 'node:crypto';
import { DomainError } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ruleTexts } from '../validation/rule-texts.js';

const longestKey = 200;

/** What makes a request the same as an earlier one: keyed hashes of its sender, route and key, and of its address and body. */
export class IdempotencyKeys {
  constructor(private readonly key: KeyObject) {}

  claim(request: FastifyRequest): void {
    const given = request.headers['idempotency-key'];
    if (typeof given !== 'string' || given.length === 0 || given.length > longestKey) throw keyRequired(given);
    const current = requestContext.getStore();
    const actor = current?.actor;
    if (!current || !actor) throw new Error('a route with @Idempotent() needs an actor');
    const route = `${request.method} ${request.routeOptions.url}`;
    current.idempotency = {
      keyHash: this.#hash([actor.issuer, actor.azp, actor.sub, route, given]),
      bodyHmac: this.#hash(...contentOf(request)),
    };
  }

  /** Parted by a line break, which JSON has none of: no two lists of values are hashed alike. */
  #hash(...values: readonly unknown[]): Buffer {
    const text = values.map((value) => JSON.stringify(value)).join('\n');
    return createHmac('sha256', this.key).update(text).digest();
  }
}

/** What is asked, and of what: a route that names nothing in its address asks by its body alone. */
function contentOf({ body, params, query }: FastifyRequest): readonly unknown[] {
  const named = [params, query].map((part) => ({ ...(part as Readonly<Record<string, unknown>> | undefined) }));
  const namesNothing = named.every((part) => Object.keys(part).length === 0);
  return namesNothing ? [body ?? null] : [body ?? null, named];
}

/** A guard of the method, so it runs after the access check, when the actor is known. */
@Injectable()
class ClaimIdempotencyKey implements CanActivate {
  constructor(private readonly keys: IdempotencyKeys) {}

  canActivate(context: ExecutionContext): boolean {
    this.keys.claim(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}

/**
 * A create that may be sent again: `Idempotency-Key` is required, and the command stores its ids with
 * `database.createOnce()`. The handler then reads the answer by those ids, so that a repeat is answered under today's
 * decision and nothing that was answered is kept.
 */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseGuards(ClaimIdempotencyKey),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Chosen by the client; a request repeated with the same key within 7 days happens once.',
      schema: { type: 'string', minLength: 1, maxLength: longestKey },
    }),
  );

const keyRequired = (given: string | readonly string[] | undefined) =>
  new DomainError(
    'invalid',
    'idempotency-key-required',
    {
      da: `Send Idempotency-Key, 1 til ${longestKey} tegn.`,
      en: `Send Idempotency-Key, 1 to ${longestKey} characters.`,
    },
    [
      given && given.length > longestKey
        ? { field: 'Idempotency-Key', rule: 'too-big', message: ruleTexts.tooBig('string', longestKey) }
        : { field: 'Idempotency-Key', rule: 'required', message: ruleTexts.headerRequired },
    ],
  );
