import { Looks, type Act, type Actor, type Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import type { Custody } from '../custody/custody.js';
import { familyAtAllTimes, familyThing } from './family-thing.js';
import { findFamilyToChange } from './get-family.js';
import { findFamilyRow } from './look-at-family.js';

/** Finds a row by its id, and locks it. */
export const toChange = ({ municipality }: Tx, id: string) => ({
  where: { municipality, id },
  lock: { mode: 'pessimistic_write' as const },
});

type Find<T> = (tx: Tx) => Promise<T | null>;

/** How a command reaches the family that it changes, whose row it locks. What it says in the access log begins here. */
@Injectable()
export class ReachFamily {
  constructor(private readonly looks: Looks) {}

  /**
   * A thing of a family, by its address.
   * @param by a second way to reach this one thing of a family that is there; section 7 bars from it all the same
   * @param within what else must hold of whoever reaches it by a relation to the family
   * @throws DomainError `not-found` where it is not there or its family is erased or out of reach: one and the same answer;
   * 403 for one's own, a relative's or a colleague's record
   */
  async inFamily<T extends { readonly familyId: string }>(
    tx: Tx,
    actor: Actor,
    act: Act,
    found: T | null,
    by?: (found: T) => boolean,
    within?: (look: Look, found: T) => Promise<boolean>,
  ): Promise<T> {
    if (found) {
      const family = await this.#find(tx, actor, act, found.familyId);
      const isWithin = family && (!within || (await within(family.look, found)));
      if (isWithin && family.look.ifReached(family.query, family.facts)) return found;
      if (family?.facts && by?.(found)) {
        family.look.requireUnbarred(family.query, family.facts);
        return found;
      }
    }
    throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
  }

  /**
   * @returns what the command decides by
   * @throws DomainError `family-unknown` (422) of a family that the body names: unknown, erased or out of reach; 403 as above
   */
  async named(tx: Tx, actor: Actor, act: Act, id: string): Promise<Look> {
    const family = await this.#find(tx, actor, act, id);
    if (family?.look.ifReached(family.query, family.facts)) return family.look;
    throw familyUnknown();
  }

  /**
   * What a command made, for a repeat under the same Idempotency-Key, perhaps days later: what let it be made must still be
   * there, and it is a look of its own. What went since, as all does with its family, is answered as a family out of reach.
   * @throws DomainError as `named` does
   */
  again<T extends { readonly familyId: string }>(actor: Actor, act: Act, find: Find<T>): Promise<T> {
    const read: Act = { ...act, mode: 'read' };
    return this.looks.at(actor, read, async ({ tx }) => {
      const made = await find(tx);
      if (!made) throw familyUnknown();
      await this.named(tx, actor, read, made.familyId);
      return made;
    });
  }

  /** As `again`, of a command whose address names the thing. @throws DomainError as `inFamily` does */
  againInFamily<T extends { readonly familyId: string }>(actor: Actor, act: Act, find: Find<T>): Promise<T> {
    const read: Act = { ...act, mode: 'read' };
    return this.looks.at(actor, read, async ({ tx }) => this.inFamily(tx, actor, read, await find(tx)));
  }

  /** @returns what it is decided by, where the family is there for the actor. @throws DomainError where the actor is barred from it */
  async reached(tx: Tx, actor: Actor, act: Act, id: string): Promise<Look | undefined> {
    const family = await this.#find(tx, actor, act, id);
    return family?.look.ifReached(family.query, family.facts) && family.look;
  }

  /** Whether who holds custody of the child would be shown to the actor of a command: only then does it tell how that stands. */
  async showsCustody(tx: Tx, actor: Actor, act: Act, { familyId, childId }: Custody): Promise<boolean> {
    const look = await this.looks.within(tx, actor, act);
    const query = look.query(familyAtAllTimes, ['family.custody']);
    const row = await findFamilyRow(look, query, familyId);
    return row !== undefined && look.wouldShow(query, row.facts, 'family.custody', childId);
  }

  async #find(tx: Tx, actor: Actor, act: Act, id: string) {
    const family = await findFamilyToChange(tx, id);
    if (!family || family.state === 'erased' || family.mergedInto !== null) return undefined;
    const look = await this.looks.within(tx, actor, act);
    const query = look.query(familyThing);
    return { look, query, facts: (await findFamilyRow(look, query, id))?.facts };
  }
}

const familyUnknown = (): DomainError =>
  new DomainError('rule', 'family-unknown', {
    da: 'Familien kendes ikke her.',
    en: 'The family is not known here.',
  });
