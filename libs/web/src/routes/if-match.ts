import { DomainError } from '@helhed/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { etagOfVersion } from '../server/etags.js';
import { ruleTexts } from '../validation/rule-texts.js';
import { onMethod } from './swagger.js';

const version = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new DomainError(
      'precondition-required',
      'if-match-required',
      {
        da: 'Send If-Match med det ETag, som du sidst læste.',
        en: 'Send If-Match with the ETag that you last read.',
      },
      [{ field: 'If-Match', rule: 'required', message: ruleTexts.headerRequired }],
    );
  }
  if (!/^"[^"]*"$/.test(header)) throw malformed();
  const match = etagOfVersion.exec(header);
  if (match?.[1]) return Number(match[1]);
  // Well formed, and the ETag of nothing here.
  throw stale();
});

const description = 'The ETag last read, with its quotes; or `version` in quotes. What is compared is the version.';

/** The version that the client read (header `If-Match`: the ETag, or `"3"` of a list's item), required on a change: 428 without it, 400 where it is no ETag. */
export const IfMatch = (): ParameterDecorator => (target, key, index) => {
  version()(target, key, index);
  const schema = { type: 'string' as const, pattern: etagOfVersion.source, example: '"3"' };
  onMethod(target, key, ApiHeader({ name: 'If-Match', required: true, schema, description }));
};

/** @throws DomainError `stale` (412) unless the thing still has the version that the client read */
export function requireVersion(thing: { readonly version: number }, expected: number): void {
  if (thing.version !== expected) throw stale();
}

const malformed = () =>
  new DomainError(
    'invalid',
    'if-match-malformed',
    {
      da: 'Send det ETag, som du fik, med anførselstegnene: "3"',
      en: 'Send the ETag as it came, with its quotes: "3"',
    },
    [{ field: 'If-Match', rule: 'format', message: ruleTexts.etag }],
  );

const stale = () =>
  new DomainError('stale', 'stale', {
    da: 'Nogen har ændret det, siden du læste det. Læs det igen.',
    en: 'It has been changed since you read it. Read it again.',
  });
