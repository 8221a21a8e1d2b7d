import { Looks, type AccessFacts, type Act, type Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Injectable } from '@nestjs/common';
import { acts } from './acts.js';
import type { DeferLookUp as Wanted, Deferral } from './look-ups.dto.js';
import { lookThing } from './things.js';

interface Kept extends Omit<Deferral, 'id'> {
  /** Who asked for what is to be confirmed, or was last. */
  readonly by: string;
}

/**
 * Keeps a look from the family until a day: one asks for it with a reason, a second confirms. Before that it is shown.
 * From then on a later day can be asked for, which holds once a second person has confirmed it too.
 */
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
      const place = `look_up_deferral.reason:${id}`;
      const values = [id, tx.personalData.encrypt(tx.municipality, place, reason), until, actor.sub, tx.now];
      await tx.query(insertInto('look_up_deferral'), values);
      const kept = await getDeferral(tx, id);
      if (!kept.confirmed || kept.anew !== null || until <= kept.until) return toDeferral(id, kept);
      await tx.query(insertInto('look_up_deferral_anew'), values);
      return toDeferral(id, { ...kept, anew: until });
    });
  }

  async confirm(actor: Actor, id: string): Promise<Deferral> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      await this.#reach(tx, actor, acts.confirmDeferral, id);
      const kept = await getDeferral(tx, id);
      if (kept.by === actor.sub) throw secondPersonRequired();
      if (!kept.confirmed) await tx.query(confirmIn('look_up_deferral'), [id, actor.sub, tx.now]);
      if (kept.anew !== null) {
        await tx.query(confirmIn('look_up_deferral_anew'), [id, actor.sub, tx.now]);
        await tx.query(
          'UPDATE look_up_deferral SET until = $2 WHERE municipality = helhed.tenant() AND look_up_id = $1',
          [id, kept.anew],
        );
      }
      return toDeferral(id, { until: kept.anew ?? kept.until, confirmed: true, anew: null });
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

const insertInto = (table: string): string => `
  INSERT INTO ${table} (municipality, look_up_id, reason, until, deferred_by, deferred_at)
  VALUES (helhed.tenant(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;

const confirmIn = (table: string): string => `
  UPDATE ${table} SET confirmed_by = $2, confirmed_at = $3
  WHERE municipality = helhed.tenant() AND look_up_id = $1 AND confirmed_by IS NULL`;

/** Locks it first: what was asked for anew is read as it then is. */
async function getDeferral(tx: Tx, id: string): Promise<Kept> {
  const [first] = await tx.query<Omit<Kept, 'anew'>>(
    `SELECT until::text, confirmed_by IS NOT NULL AS confirmed, deferred_by AS by FROM look_up_deferral
     WHERE municipality = helhed.tenant() AND look_up_id = $1 FOR UPDATE`,
    [id],
  );
  if (!first) throw notFound(aLook);
  const [last] = await tx.query<Pick<Kept, 'anew' | 'by'>>(
    `SELECT CASE WHEN confirmed_by IS NULL THEN until END::text AS anew, deferred_by AS by FROM look_up_deferral_anew
     WHERE municipality = helhed.tenant() AND look_up_id = $1 ORDER BY until DESC LIMIT 1`,
    [id],
  );
  return { ...first, anew: null, ...last };
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

const toDeferral = (id: string, { until, confirmed, anew }: Omit<Deferral, 'id'>): Deferral => ({
  id,
  until,
  confirmed,
  anew,
});

const aLook = { da: 'Opslaget', en: 'The look' };

const secondPersonRequired = () =>
  new DomainError('forbidden', 'second-person-required', {
    da: 'En anden end den, der udsatte opslaget, skal bekræfte det.',
    en: 'Somebody other than the one who deferred the look must confirm it.',
  });
