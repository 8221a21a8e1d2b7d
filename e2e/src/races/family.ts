/** A family of the races' world, and what its reads are told from. */
export interface Family {
  readonly referralId: string;
  readonly familyId: string;
  /** Its members, and those of them who give consent. */
  readonly persons: readonly string[];
  readonly parents: readonly string[];
  /** The path of its calendar, with the secret. */
  feed: string;
  /** The cursor of the page that begins at its referral. */
  cursor: string;
  /** Who is who in Keycloak. */
  readonly subjects: Readonly<Record<string, string>>;
  /** For HEAD: how many bytes the answer has once everything was withdrawn. */
  readonly withheld: Record<string, number>;
}
