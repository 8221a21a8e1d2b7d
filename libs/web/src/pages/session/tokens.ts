/** What Keycloak gave when somebody signed in, and gives anew at each refresh. */
export interface SessionTokens {
  readonly issuer: string;
  readonly access: string;
  readonly refresh: string;
  /** Proves to Keycloak which session ends when somebody signs out. */
  readonly id: string;
  /** What the account is called. */
  readonly name?: string | undefined;
  /** Seconds that the access token lasts from when it was given. */
  readonly lifetime: number;
}
