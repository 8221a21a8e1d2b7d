import type { Database, Tx } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';
import type { Actor } from '../actor/actor.js';
import { Answer, answerTo } from '../lease/answer.js';
import type { Ground, Grounds } from '../lease/ground.js';
import { statementTimeoutMs } from '../lease/lease-length.js';
import type { Act } from './act.js';
import { Look } from './look.js';
import { noStandingBases, type StandingBases } from './standing-bases-in-force.js';

/** The way to what is held on families: every look, and what a command shows of what it changed, is decided here. */
export class Looks {
  /** @param grounds by whose lease something revocable is answered; `theRegister` in consent alone */
  constructor(
    private readonly database: Database,
    private readonly grounds: Grounds,
    private readonly standing: StandingBases = noStandingBases,
  ) {}

  /**
   * A look: its statements, the decision and the row in the access log, in one transaction. The row is there also where
   * nothing was found: the look was made. The work is run a second time where a lease had to be taken first.
   * @throws DomainError `consent-unavailable` where something revocable was looked at without a lease, and nothing is logged
   */
  async at<T>(actor: Actor, act: Act, work: (look: Look) => Promise<T>): Promise<T> {
    const answer = answerTo(requestContext.getStore()) ?? new Answer(false);
    try {
      const result = await this.database.inTransaction(actor.municipality, async (tx) => {
        const timed = tx.query(`SET LOCAL statement_timeout = ${statementTimeoutMs}`);
        const [look] = await Promise.all([this.#look(tx, actor, act, answer), timed]);
        look.log([]);
        return work(look);
      });
      if (!answer.followed) answer.requireHeld();
      return result;
    } finally {
      if (!answer.followed) answer.sent();
    }
  }

  /** Within the transaction of a command, which decides on what it changes and answers. */
  async within(tx: Tx, actor: Actor, act: Act): Promise<Look> {
    return this.#look(tx, actor, act, answerTo(requestContext.getStore()));
  }

  async #look(tx: Tx, actor: Actor, act: Act, answer: Answer | undefined): Promise<Look> {
    const decided = () => void (answer && (answer.decided = true));
    return new Look(tx, actor, act, await this.standing(tx), this.#ground(actor, answer), decided);
  }

  #ground({ municipality }: Actor, answer: Answer | undefined): Ground {
    return this.grounds.under(municipality, answer ?? nobodyIsAnswered());
  }
}

/** A reaction's or a job's: nothing is under way, and no lease is taken for it. */
function nobodyIsAnswered(): Answer {
  const answer = new Answer(false);
  answer.asked = true;
  answer.sent();
  return answer;
}
