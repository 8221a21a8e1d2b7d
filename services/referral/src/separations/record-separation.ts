import { Looks, type Act, type Actor, type Look } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { lockQueue } from '../places/queue.js';
import { lookAtReferral } from '../referrals/reach-referral.js';
import { Referral } from '../referrals/referral.js';
import { sitTogether } from './is-apart.js';
import { pairFacts, pairThing } from './pair-thing.js';
import { familyUnknown, Separation, separationKnown } from './separation.js';
import { toSeparationView, type RecordedSeparation, type RecordSeparation as Wish } from './separations.dto.js';

type Pair = readonly [string, string];

@Injectable()
export class RecordSeparation {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  /** From its answer on, nobody of the two is given a place in a group in which the other sits. Who sits there already stays. */
  async run(actor: Actor, wish: Wish): Promise<RecordedSeparation> {
    const { municipality } = actor;
    let made: RecordedSeparation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      await lockQueueBehind(tx, wish.referralId);
      const look = await this.#reach(tx, actor, acts.recordSeparation, [wish.referralId, wish.otherReferralId]);
      const separation = await record(look, wish);
      tx.log({ kind: 'command', act: 'separation.record', subjects: [separation.familyId, separation.otherFamilyId] });
      made = await answer(look, separation);
      return { id: separation.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    return made?.id === id ? made : this.#again(actor, id);
  }

  /** A relation holds to both, and nothing bars from either. @throws DomainError `family-unknown`; 403 of step 7 */
  async #reach(tx: Tx, actor: Actor, act: Act, pair: Pair): Promise<Look> {
    const look = await this.looks.within(tx, actor, act);
    const query = look.query(pairThing, []);
    if (!look.ifReached(query, await pairFacts(look, query, pair))) throw familyUnknown();
    return look;
  }

  /** For a repeat under the same Idempotency-Key: what let it be recorded must still be there. */
  #again(actor: Actor, id: string): Promise<RecordedSeparation> {
    const read: Act = { ...acts.recordSeparation, mode: 'read' };
    return this.looks.at(actor, read, async ({ tx }) => {
      const made = await tx.manager.findOneBy(Separation, { municipality: tx.municipality, id });
      // it went with a family that was erased
      if (!made) throw familyUnknown();
      const look = await this.#reach(tx, actor, read, [made.referralId, made.otherReferralId]);
      look.log([made.familyId, made.otherFamilyId]);
      return answer(look, made);
    });
  }
}

/**
 * Whoever gives a place holds the queue, and whoever erases a family: a place was given before this, or is not given where the
 * other sits.
 */
async function lockQueueBehind(tx: Tx, id: string): Promise<void> {
  const referral = await tx.manager.findOneBy(Referral, { municipality: tx.municipality, id });
  if (!referral) throw familyUnknown();
  await lockQueue(tx, referral.programme);
}

async function record(look: Look, { referralId, otherReferralId, to }: Wish): Promise<Separation> {
  const { tx, actor } = look;
  const { manager, municipality, today } = tx;
  const [one, other] = await Promise.all(
    [referralId, otherReferralId].map((id) => manager.findOneByOrFail(Referral, { municipality, id })),
  );
  const sides = [one as Referral, other as Referral] as const;
  const recorded = { municipality, id: newId(), recordedIn: actor.unit ?? '', today, to: to ?? null };
  const separation = Separation.record({ ...recorded, sides });
  if (await isKnown(tx, separation)) {
    // it tells what the list does
    look.log([separation.familyId, separation.otherFamilyId]);
    tx.keepLooks();
    throw separationKnown();
  }
  await manager.insert(Separation, separation);
  return separation;
}

async function isKnown(tx: Tx, { programme, familyId, otherFamilyId }: Separation): Promise<boolean> {
  const known = await tx.query(
    `SELECT FROM separation WHERE municipality = helhed.tenant() AND programme = $1 AND family_id = $2
       AND other_family_id = $3 AND (to_date IS NULL OR to_date > $4)`,
    [programme, familyId, otherFamilyId, tx.today],
  );
  return known.length > 0;
}

/** Whether they sit together is where each has a place: told where the outcome of both is shown. */
async function answer(look: Look, separation: Separation): Promise<RecordedSeparation> {
  const one = await lookAtReferral<object>(look, separation.referralId);
  const other = await lookAtReferral<object>(look, separation.otherReferralId);
  const decisions = [one.decision, other.decision];
  const isShown = decisions.every((decision) => decision.shows('referral.outcome'));
  return {
    ...toSeparationView(separation),
    ...(isShown && { together: await areTogether(look.tx, separation) }),
    withheld: decisions.flatMap((decision) => decision.withheld).slice(0, 1),
  };
}

async function areTogether(tx: Tx, { referralId, otherReferralId }: Separation): Promise<boolean> {
  const [found] = await tx.query<{ together: boolean }>(
    `SELECT ${sitTogether('r', 'o')} AS together FROM referral r JOIN referral o ON o.municipality = r.municipality
     WHERE r.municipality = helhed.tenant() AND r.id = $1 AND o.id = $2`,
    [referralId, otherReferralId],
  );
  return found?.together ?? false;
}
