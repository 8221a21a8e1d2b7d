import type { RequestContext } from '@helhed/telemetry';
import { consentUnavailable } from './consent-unavailable.js';
import type { Frame } from '../routes/frame.js';
import type { HeldLease } from './held-lease.js';

type Lease = Pick<HeldLease, 'allows'>;

/** What the answer to one request rests on: asked once more before its first byte, and at each chunk of a long one. */
export class Answer {
  /** Whether something was decided for it by `Looks` */
  decided = false;
  /** Whether its body was found to be the frame that its route says */
  framed = false;
  /** What its route says that it is, where it is about families in a service where every look is decided */
  mustBe: 'decided' | Frame | undefined;
  /** Whether a lease was asked for on its behalf */
  asked = false;
  /** The municipalities whose leases know of it */
  readonly underWay = new Set<string>();
  #sent = false;
  readonly #rests: { readonly lease: Lease; readonly epoch: number }[] = [];
  readonly #whenSent: (() => void)[] = [];

  /** @param followed whether somebody says when it was sent */
  constructor(readonly followed: boolean) {}

  /** Whether it is other than its route says: then nothing of it is sent. */
  get isUndecided(): boolean {
    return this.mustBe !== undefined && !(this.mustBe === 'decided' ? this.decided : this.framed);
  }

  restOn(lease: Lease, epoch: number): void {
    this.#rests.push({ lease, epoch });
  }

  /** @throws DomainError `consent-unavailable` where what it rests on is over: the lease, or its epoch */
  requireHeld(): void {
    if (!this.#rests.every(({ lease, epoch }) => lease.allows(epoch))) throw consentUnavailable();
  }

  /** The epoch that it rests on; 0 where it rests on nothing revocable. */
  get epoch(): number {
    return Math.max(0, ...this.#rests.map(({ epoch }) => epoch));
  }

  whenSent(ended: () => void): void {
    if (this.#sent) ended();
    else this.#whenSent.push(ended);
  }

  /** Its last byte was handed over, or its client is gone. */
  sent(): void {
    this.#sent = true;
    for (const ended of this.#whenSent.splice(0)) ended();
  }
}

const answers = new WeakMap<RequestContext, Answer>();

/** For the server, which says when it was sent. */
export function followAnswer(context: RequestContext): Answer {
  const answer = new Answer(true);
  answers.set(context, answer);
  return answer;
}

/** The answer to the request, where the server follows one. */
export const answerTo = (context: RequestContext | undefined): Answer | undefined => context && answers.get(context);
