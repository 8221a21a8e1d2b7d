import type { Database, Tx } from '@helhed/database';
import type { Actor } from '../actor/actor.js';
import type { Act } from './act.js';
import { Look } from './look.js';
import { noStandingBases, type StandingBases } from './standing-bases-in-force.js';

/** The way to what is held on families: every look, and what a command shows of what it changed, is decided here. */
export class Looks {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingBases = noStandingBases,
  ) {}

  /**
   * A look: its statements, the decision and the row in the access log, in one transaction. The row is there also where
   * nothing was found: the look was made.
   */
  async at<T>(actor: Actor, act: Act, work: (look: Look) => Promise<T>): Promise<T> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const look = await this.within(tx, actor, act);
      look.log([]);
      return work(look);
    });
  }

  /** Within the transaction of a command, which decides on what it changes and answers. */
  async within(tx: Tx, actor: Actor, act: Act): Promise<Look> {
    return new Look(tx, actor, act, await this.standing(tx));
  }
}
