import { Looks, type AccessFacts, type Act, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import type { DeferLookUp as Wanted, Deferral } from './look-ups.dto.js';
import { lookThing } from './things.js';

interface Kept {
  readonly until: string;
  readonly deferred_by: string;
  readonly confirmed_by: string | null;
}

/** Keeps a look from the family until a day: one asks for it with a reason, a second confirms. Before that it is shown. */
@Injectable()
export class DeferLookUp {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async run(actor: Actor, id: string, { reason, until }: Wanted): Promise<Deferral> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      await this.#reach(tx, actor, acts.defer, id);
      checkPeriod(tx, until);
      const hidden = tx.personalData.encrypt(tx.municipality, `look_up_deferral.reason:${id}`, reason);
      await tx.query(
        `INSERT INTO look_up_deferral (municipality, look_up_id, reason, until, deferred_by, deferred_at)
         VALUES (helhed.tenant(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [id, hidden, until, actor.sub, tx.now],
      );
      return toDeferral(id, await getDeferral(tx, id));
    });
  }

  async confirm(actor: Actor, id: string): Promise<Deferral> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      await this.#reach(tx, actor, acts.confirmDeferral, id);
      const kept = await getDeferral(tx, id);
      if (kept.deferred_by === actor.sub) throw secondPersonRequired();
      await tx.query(
        `UPDATE look_up_deferral SET confirmed_by = $2, confirmed_at = $3
         WHERE municipality = helhed.tenant() AND look_up_id = $1 AND confirmed_by IS NULL`,
        [id, actor.sub, tx.now],
      );
      return toDeferral(id, await getDeferral(tx, id));
    });
  }

  /** Any look but the own unit's is out of reach; one's own, a relative's or a colleague's record is refused. */
  async #reach(tx: Tx, actor: Actor, act: Act, id: string): Promise<void> {
    const look = await this.looks.within(tx, actor, act);
    const query = look.query(lookThing);
    const [row] = await query.rows<{ facts: AccessFacts; subjects: string[] }>(
      tx,
      `SELECT ${query.facts} AS facts, l.subjects FROM look_up l
       WHERE l.municipality = helhed.tenant() AND l.salt IS NOT NULL AND l.id = ${query.value(id, 'uuid')}`,
    );
    look.one(query, row?.facts, aLook);
    look.log(row?.subjects ?? []);
  }
}

async function getDeferral(tx: Tx, id: string): Promise<Kept> {
  const [kept] = await tx.query<Kept>(
    `SELECT until::text, deferred_by, confirmed_by FROM look_up_deferral
     WHERE municipality = helhed.tenant() AND look_up_id = $1 FOR UPDATE`,
    [id],
  );
  if (!kept) throw notFound(aLook);
  return kept;
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

const toDeferral = (id: string, { until, confirmed_by: by }: Kept): Deferral => ({ id, until, confirmed: by !== null });

const aLook = { da: 'Opslaget', en: 'The look' };

const secondPersonRequired = () =>
  new DomainError('forbidden', 'second-person-required', {
    da: 'En anden end den, der udsatte opslaget, skal bekræfte det.',
    en: 'Somebody other than the one who deferred the look must confirm it.',
  });
