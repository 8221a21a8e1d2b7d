import type { OpenAPIObject } from '@nestjs/swagger';

type Scheme = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>[string];

/** How a client gets the token that every route but the open ones asks for; English, then Danish. */
export const tokenScheme = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: [
    'An access token of the municipality’s realm in Keycloak, from `POST /auth/realms/kommune-<code>/protocol/openid-connect/token`, such as `kommune-0450`. ' +
      'A department’s system uses the client credentials grant with its own client and secret; a person signs in by the authorization code flow with PKCE. ' +
      'A token lasts five minutes: fetch a new one, or refresh it, before it runs out. In a demonstration the client `demo-cli` also takes the invented users’ passwords.',
    'Et adgangstoken fra kommunens realm i Keycloak, hentet på samme adresse. ' +
      'Et fagsystem bruger client credentials med sin egen klient og hemmelighed; en medarbejder logger ind med authorization code og PKCE. ' +
      'Et token gælder i fem minutter: hent et nyt, før det udløber.',
  ].join('\n\n'),
} as const satisfies Scheme;
