// The parts of keycloak-connect 26.1 that we use; the package has types for its Express middleware only.
declare module 'keycloak-connect/middleware/auth-utils/config.js' {
  export default class Config {
    constructor(config: Record<string, unknown>);
  }
}
declare module 'keycloak-connect/middleware/auth-utils/token.js' {
  export default class Token {
    constructor(token: string, clientId: string);
  }
}
declare module 'keycloak-connect/middleware/auth-utils/grant-manager.js' {
  import type { KeyObject } from 'node:crypto';
  import type Config from 'keycloak-connect/middleware/auth-utils/config.js';
  import type Token from 'keycloak-connect/middleware/auth-utils/token.js';
  export default class GrantManager {
    constructor(config: Config);
    rotation: { getJWK(kid: string): Promise<KeyObject> };
    validateToken(token: Token, expectedType: 'Bearer'): Promise<Token>;
  }
}
