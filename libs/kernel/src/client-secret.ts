import { createHmac } from 'node:crypto';

/**
 * The secret of a service's client in one realm, from the service's own secret. Each realm has another, since its
 * administrators can read the secrets in it: with the same everywhere, one municipality's could be another's service.
 */
export const clientSecretIn = (realm: string, serviceSecret: string): string =>
  createHmac('sha256', serviceSecret).update(`client in realm ${realm}`).digest('base64url');

/** The client that pages sign people in with. It is consent's, as the pages are. */
export const pagesClient = 'helhed-pages';

/** The secret of the client `helhed-pages` in one realm, from the secret of the service that serves the pages. */
export const pagesSecretIn = (realm: string, serviceSecret: string): string =>
  clientSecretIn(`${realm}, ${pagesClient}`, serviceSecret);
