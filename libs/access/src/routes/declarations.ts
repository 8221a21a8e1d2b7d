import type { Context } from '@helhed/contracts';
import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Asked } from '../decision/question.js';
import type { Frame } from './frame.js';

/** One way to be allowed. `unit: 'own'` says that the handler keeps the actor to what belongs to its own unit. */
export type Allowed =
  | { readonly kind: 'person'; readonly functions?: readonly string[] | 'any' | 'case'; readonly unit?: 'own' }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'system'; readonly functions: readonly string[] | 'any'; readonly unit?: 'own' }
  | { readonly kind: 'service'; readonly services: readonly Context[] }
  | { readonly kind: 'operator' };

export interface AccessDeclaration extends Partial<Asked> {
  /** What is done, as the access log writes it, such as `referral.accept` */
  readonly act: string;
  /** One of these must fit. A person's `functions`: the codes that may, `any` function, any `case` function, or absent where none is needed. */
  readonly allow: readonly Allowed[];
  /** Whom the answer or the act is about; `none` where no person can be found from it */
  readonly subjects: 'family' | 'person' | 'staff' | 'none';
  /** Categories of personal data that the answer holds */
  readonly categories?: readonly string[];
  /** Whether it looks or changes: by the HTTP method unless said, as a search sent by POST must */
  readonly mode?: 'read' | 'write';
  /** What a command about families answers: a frame, of this type alone, or what `Looks` decided */
  readonly answers?: Frame | 'decided';
  /** A system's own change feed (A-SYS-02): ids and types of what is decided, the one look that its own token is good for */
  readonly feed?: true;
}

/** A link's relation is the link itself; of what, its sections say. */
export type LinkDeclaration = Pick<AccessDeclaration, 'act' | 'subjects' | 'relations' | 'sections'>;

/** What a route says of its access: one of three, and never two. */
export type RouteAccess =
  | ({ readonly as: 'access' } & AccessDeclaration)
  | ({ readonly as: 'secret-link' } & LinkDeclaration)
  | { readonly as: 'public'; readonly reason: string };

const key = 'helhed:access';

export function declarationsOf(handler: object): readonly RouteAccess[] {
  return (Reflect.getMetadata(key, handler) as RouteAccess[] | undefined) ?? [];
}

const declare =
  (access: RouteAccess): MethodDecorator =>
  (_target, _name, descriptor) => {
    const handler = descriptor.value as object;
    Reflect.defineMetadata(key, [...declarationsOf(handler), access], handler);
  };

/** Who may use the route. Every route says this, or `@SecretLink`, or `@Public`; else the service does not start. */
export const Access = (declaration: AccessDeclaration): MethodDecorator => {
  const { answers: _, ...described } = declaration;
  return applyDecorators(
    declare({ as: 'access', ...declaration }),
    ApiBearerAuth('keycloak'),
    ApiExtension('x-helhed-access', described),
  );
};

/** A route that the secret in its address opens. The guard makes the actor; the handler checks the secret. */
export const SecretLink = (link: LinkDeclaration): MethodDecorator => declare({ as: 'secret-link', ...link });

/** A route that anybody may call, and why: health, the API's description, problem pages. */
export const Public = (reason: string): MethodDecorator => declare({ as: 'public', reason });
