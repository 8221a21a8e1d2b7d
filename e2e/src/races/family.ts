import type { Consent } from './kind.js';

/** A consent as it was recorded, so that the same request can be sent again. */
export interface Given {
  readonly id: string;
  readonly key: string;
  readonly body: object;
}

/** A family of the races' world, and what its reads are told from. */
export interface Family {
  readonly referralId: string;
  readonly familyId: string;
  /** Its members, and those of them who give consent; the first is linked to an account. */
  readonly persons: readonly string[];
  readonly parents: readonly string[];
  /** Who was heard, and whose custody ends before long. */
  readonly child: string;
  /** Whose account that is. */
  readonly account: string;
  /** That was offered to it. */
  goal: string;
  /** That was held with it. */
  conversation: string;
  /** That was offered to the first parent. */
  observation: string;
  /** That was registered of the child and the first parent. */
  video: string;
  /** The path of its calendar, with the secret. */
  feed: string;
  /** The cursor of the page that begins at its referral. */
  cursor: string;
  /** Who is who in Keycloak. */
  readonly subjects: Readonly<Record<string, string>>;
  /** For HEAD: how many bytes the answer has once everything was withdrawn. */
  readonly withheld: Record<string, number>;
  /** The consents as they were given last, and such as were withdrawn long ago. */
  readonly given: Partial<Record<Consent, Given>>;
  readonly earlier: Partial<Record<Consent, string>>;
}
