import type { Actor } from '@helhed/access';

/** What a service that serves pages says of them. */
export interface PagesDefinition {
  /** Where somebody goes who signed in without having asked for a page. */
  readonly home: (actor: Actor) => string;
}

/** The same, with the service's own path: `/consent`. */
export interface SignInOptions extends PagesDefinition {
  readonly path: string;
}

export const signInOptions = Symbol('sign-in options');
