import type { Consent } from './kind.js';

/** A consent as it was recorded, so that the same request can be sent again. */
export interface Given {
  readonly id: string;
  readonly key: string;
  readonly body: object;
}

/** @throws Error where it has none, as no world of races makes one */
export function followedOf({ followed }: Family): Family {
  if (!followed) throw new Error('no family is followed up beside it');
  return followed;
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
  /** By which it is the first parent's. */
  link: string;
  /** That was offered to it. */
  goal: string;
  /** That was held with it. */
  conversation: string;
  /** That was offered to the first parent. */
  observation: string;
  /** That was registered of the child and the first parent. */
  video: string;
  /** An interpreter’s, at a session. */
  need: string;
  /** To which its coordinator invites it; and one to which it did, and never said that it is off. */
  session: string;
  invited: string;
  /** The path of its calendar, with the secret. */
  feed: string;
  /** The cursor of the page that begins at its referral. */
  cursor: string;
  /** One whose course is over, which takes its consent to the follow-up back; that one has none. */
  readonly followed?: Family;
  /** Who is who in Keycloak. */
  readonly subjects: Readonly<Record<string, string>>;
  /** For HEAD: how many bytes the answer has once everything was withdrawn. */
  readonly withheld: Record<string, number>;
  /** The consents as they were given last, and such as were withdrawn long ago. */
  readonly given: Partial<Record<Consent, Given>>;
  readonly earlier: Partial<Record<Consent, string>>;
}
