import { municipalityCode } from '@helhed/kernel';

export const operatorRealm = 'helhed-operators';
export const operatorClient = 'operator';

/** One realm for each municipality: `kommune-0450`. */
export const realmOf = (code: string): string => `kommune-${municipalityCode(code)}`;

/** The issuer that tokens of a realm name. `publicUrl` is Keycloak's public base, such as `https://helhed.example/auth`. */
export const issuerOf = (publicUrl: string, realm: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/realms/${realm}`;
