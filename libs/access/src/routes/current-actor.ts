import type { MunicipalityCode } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { outsideMunicipalities, type Actor } from '../actor/actor.js';
import { notAllowed } from '../actor/reach.js';

const actors = new WeakMap<object, Actor>();

/** Notes who makes the request, for the handler and for the access log's rows. */
export function setActor(request: object, actor: Actor): void {
  actors.set(request, actor);
  follow(actor);
}

/** Who makes the request, as the guard found it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actors.get(context.switchToHttp().getRequest<object>());
  if (!actor) throw notAllowed();
  return actor;
});

const linkHolder = { kind: 'secret-link', issuer: 'secret-link', azp: 'secret-link', functions: [] } as const;

/** Whoever holds a link, before its secret was checked: in no municipality. */
export const unknownLinkHolder = (): Actor => outsideMunicipalities({ ...linkHolder, sub: 'unknown' });

/** The actor of a `@SecretLink` route once its handler knows the secret: `link` is the link's id, which the log keeps. */
export function asLinkHolder(municipality: MunicipalityCode, link: string): Actor {
  const actor: Actor = { ...linkHolder, municipality, sub: link };
  follow(actor);
  return actor;
}

function follow({ kind, issuer, sub, azp, unit, function: name }: Actor): void {
  const context = requestContext.getStore();
  if (context) context.actor = { kind, issuer, sub, azp, unit, function: name };
}
