import { Looks, type AccessFacts, type Act, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import { aLook, confirmKept, getDeferral, insertAnew, insertDeferral } from './deferrals.js';
import type { DeferLookUp as Wanted, DeferredOf, Deferral } from './look-ups.dto.js';
import { familiesLookedAt, lookThing } from './things.js';

/** A look, and which of the families that it was at is to be kept from it; null: it was at one at most. */
interface Reached {
  readonly id: string;
  readonly familyId: string | null;
}

interface Found {
  readonly facts: AccessFacts;
  readonly subjects: string[];
  readonly families: string[];
}

/**
 * Keeps a look from the family until a day: one asks for it with a reason, a second confirms. Before that it is shown.
 * From then on a later day can be asked for, which holds once a second person has confirmed it too. A look at several
 * families is kept from one of them, and the others are shown it.
 */
@Injectable()
export class DeferLookUp {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, id: string, { familyId, reason, until }: Wanted): Promise<Deferral> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const reached = await this.#reach(tx, actor, acts.defer, { id, familyId });
      checkPeriod(tx, until);
      const sealed = tx.personalData.encrypt(tx.municipality, `look_up_deferral.reason:${id}`, reason);
      const ask = (of: string | null) => [id, of, sealed, until, actor.sub, tx.now];
      await insertDeferral(tx, ask(reached.familyId));
      const kept = await getDeferral(tx, reached);
      if (!kept.confirmed || kept.anew !== null || until <= kept.until) return toDeferral(kept);
      await insertAnew(tx, ask(kept.familyId));
      return toDeferral({ ...kept, anew: until });
    });
  }

  async confirm(actor: Actor, id: string, { familyId }: DeferredOf = {}): Promise<Deferral> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const kept = await getDeferral(tx, await this.#reach(tx, actor, acts.confirmDeferral, { id, familyId }));
      if (kept.by === actor.sub) throw secondPersonRequired();
      return toDeferral(await confirmKept(tx, kept, actor.sub));
    });
  }

  /** Any look but the own unit's is out of reach; one's own, a relative's or a colleague's record is refused. */
  async #reach(tx: Tx, actor: Actor, act: Act, { id, familyId }: DeferredOf & { id: string }): Promise<Reached> {
    const look = await this.looks.within(tx, actor, act);
    const query = look.query(lookThing);
    const [row] = await query.rows<Found>(
      tx,
      `SELECT ${query.facts} AS facts, l.subjects, ARRAY(${familiesLookedAt}) AS families FROM look_up l
       WHERE l.municipality = helhed.tenant() AND l.salt IS NOT NULL AND l.id = ${query.value(id, 'uuid')}`,
    );
    look.one(query, row?.facts, aLook);
    const { subjects, families } = row as Found;
    look.log(subjects);
    return { id, familyId: whichOf(families, familyId) };
  }
}

/** @throws DomainError `not-found` of a family that the look was not at, `family-required` where it could be any of several */
function whichOf(families: readonly string[], wanted: string | undefined): string | null {
  if (wanted !== undefined && !families.includes(wanted)) throw notFound(aLook);
  if (families.length < 2) return null;
  if (wanted === undefined) throw familyRequired();
  return wanted;
}

function checkPeriod(tx: Tx, until: string): void {
  const days = valueOn(getGroundRules().deferral.days, tx.today);
  const last = new Date(Date.parse(tx.today) + days * 86_400_000).toISOString().slice(0, 10);
  if (until > tx.today && until <= last) return;
  throw new DomainError('rule', 'period-too-long', {
    da: `Et opslag kan udsættes til en dag efter i dag og højst ${days} dage frem.`,
    en: `A look can be deferred to a day after today, at most ${days} days ahead.`,
  });
}

const toDeferral = ({ id, familyId, until, confirmed, anew }: Deferral): Deferral => ({
  id,
  familyId,
  until,
  confirmed,
  anew,
});

const secondPersonRequired = () =>
  new DomainError('forbidden', 'second-person-required', {
    da: 'En anden end den, der udsatte opslaget, skal bekræfte det.',
    en: 'Somebody other than the one who deferred the look must confirm it.',
  });

const familyRequired = () =>
  new DomainError('rule', 'family-required', {
    da: 'Opslaget var på flere familier. Angiv den, der ikke må se det.',
    en: 'The look was at several families. Say which of them it is kept from.',
  });
