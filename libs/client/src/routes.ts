import type * as consent from './generated/consent.js';
import type * as familyPlan from './generated/family-plan.js';
import type * as referral from './generated/referral.js';
import type * as reporting from './generated/reporting.js';
import type * as scheduling from './generated/scheduling.js';

/** Method and path → what is asked and what is answered, of all five services. */
export interface Routes
  extends consent.Routes, familyPlan.Routes, referral.Routes, reporting.Routes, scheduling.Routes {}

export type Method = 'GET' | 'PUT' | 'POST';

/** Of each route that the method has, the path as its document writes it: `/referral/v1/referrals/{id}`. */
export type PathOf<M extends Method> = keyof Routes extends infer R ? (R extends `${M} ${infer P}` ? P : never) : never;

type RouteOf<M extends Method, P extends string> = Routes[`${M} ${P}` & keyof Routes];

/** What may be said with any request. */
export interface OwnAsk {
  /** The unit and function to act in, such as `db-solsikken:pedagogue`; needed only by who holds several. */
  function?: string;
  /** The command's own; made for each call unless given. Give one that you keep where your process may end between two tries. */
  idempotencyKey?: string;
}

export type Type<M extends Method, P extends string> = keyof RouteOf<M, P>['answers'] & string;
/** The content type that is answered unless another is asked for. */
export type MainType<M extends Method, P extends string> =
  'application/json' extends Type<M, P> ? 'application/json' : Type<M, P>;

/** What is asked of a route: its own parameters and body, and what may be said with any request. */
export type AskOf<M extends Method, P extends string, T extends string = Type<M, P>> = Omit<RouteOf<M, P>, 'answers'> &
  OwnAsk & { accept?: T };

/** Undefined where all that the route takes may be left out. */
type Needed<M extends Method, P extends string> =
  Partial<RouteOf<M, P>> extends Omit<RouteOf<M, P>, 'answers'> ? undefined : true;

/** May be left out where the route needs nothing said. */
export type AskArgs<M extends Method, P extends string, T extends string> =
  undefined extends Needed<M, P> ? [ask?: AskOf<M, P, T>] : [ask: AskOf<M, P, T>];

export type AnswerOf<M extends Method, P extends string, T extends string = MainType<M, P>> = RouteOf<
  M,
  P
>['answers'][T & Type<M, P>];

/** A list of which a page is answered at a time. */
export type PagedPath =
  PathOf<'GET'> extends infer P
    ? P extends PathOf<'GET'>
      ? AnswerOf<'GET', P> extends { items: readonly unknown[]; next: string | null }
        ? P
        : never
      : never
    : never;
export type PageOf<P extends PagedPath> = AnswerOf<'GET', P>;
export type ItemOf<P extends PagedPath> = PageOf<P> extends { items: readonly (infer I)[] } ? I : never;

/** A request at an address that Helhed itself gave, such as a calendar's. */
export interface GivenAsk extends OwnAsk {
  body?: unknown;
  accept?: string;
  ifMatch?: number | string;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** For `ifMatch`; its number is the version. */
  readonly etag: string | undefined;
  /** Where what was made is. */
  readonly location: string | undefined;
  /** An earlier try of the same call got no answer that says whether it was done. */
  readonly repeated: boolean;
}
