import { Database } from '@helhed/database';
import type { Provider, Type } from '@nestjs/common';
import { Oidc } from './session/oidc.js';
import { Sessions } from './session/sessions.js';
import { SignInController } from './session/sign-in.controller.js';
import { SignIn } from './session/sign-in.js';
import { signInOptions, type PagesDefinition } from './session/sign-in-options.js';

export interface Pages {
  readonly sessions: Sessions;
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** Signing in and sessions, for a service that serves pages. */
export function pagesOf(
  definition: PagesDefinition,
  { database, ...options }: ConstructorParameters<typeof Oidc>[0] & { readonly database: Database },
): Pages {
  const oidc = new Oidc(options);
  const sessions = new Sessions(database, oidc);
  return {
    sessions,
    controllers: [SignInController],
    providers: [
      SignIn,
      { provide: Oidc, useFactory: () => oidc },
      { provide: Sessions, useFactory: () => sessions },
      { provide: signInOptions, useValue: { ...definition, path: options.path } },
    ],
  };
}
