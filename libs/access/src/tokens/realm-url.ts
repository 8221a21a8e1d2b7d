/** A realm's name is the last part of its issuer. */
export const realmOf = (issuer: string): string => issuer.slice(issuer.lastIndexOf('/') + 1);

/** A realm at the address where services reach Keycloak; issuers carry the public one. */
export const realmUrl = (keycloakUrl: string, issuer: string): string =>
  `${keycloakUrl.replace(/\/+$/, '')}/realms/${realmOf(issuer)}`;
