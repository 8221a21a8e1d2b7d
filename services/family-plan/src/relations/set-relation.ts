import { keepRelation, notAllowed, type Actor } from '@helhed/access';
import { RelationSet } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { ownRelation } from '../own-relation.js';
import { maySet } from './may-set.js';
import { keepDue } from './relation-due.js';
import { Relation } from './relation.js';
import { toRelationView, type RelationView, type SetRelation as Wish } from './relations.dto.js';

@Injectable()
export class SetRelation {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  async run(actor: Actor, wish: Wish): Promise<RelationView> {
    const { municipality } = actor;
    let made: Relation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.setRelation, wish.familyId);
      if (!maySet(actor, wish.kind)) throw notAllowed();
      if (isOwn(actor, wish)) throw ownRelation();
      await chooseProgramme(look, wish.familyId, wish.programme);
      const relation = Relation.set(municipality, newId(), wish, tx.today);
      const { familyId, personId } = relation;
      if (personId !== null) await requireNamed(look, familyId, { children: [personId] });
      const known = await findKnown(tx, relation);
      if (known && personId === null) throw relationKnown();
      if (!known) await keep(tx, relation);
      tx.log({ kind: 'command', act: 'relation.set', subjects: [familyId, ...(personId === null ? [] : [personId])] });
      // which child attends is told to nobody: not by a refusal either
      made = known ?? relation;
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return toRelationView(made);
    const find = ({ manager }: Tx) => manager.findOneBy(Relation, { municipality, id });
    return toRelationView(await this.families.again(actor, acts.setRelation, find));
  }
}

async function keep(tx: Tx, relation: Relation): Promise<void> {
  await tx.manager.insert(Relation, relation);
  await keepDue(tx, relation);
  tx.emit(RelationSet, relation.wasSet());
  await keepRelation(tx, relation.wasSet());
}

/** The same in the same days. The database refuses whoever says it at the same time. */
async function findKnown(tx: Tx, relation: Relation): Promise<Relation | null> {
  const { municipality, familyId, programme, kind, sub, unit, function: name, personId, from, to } = relation;
  const [same] = await tx.query<{ id: string }>(
    `SELECT id FROM relation WHERE municipality = helhed.tenant() AND family_id = $1 AND programme = $2 AND kind = $3
     AND sub IS NOT DISTINCT FROM $4 AND unit = $5 AND function IS NOT DISTINCT FROM $6
     AND person_id IS NOT DISTINCT FROM $7 AND daterange(from_date, to_date) && daterange($8::date, $9::date)
     ORDER BY from_date LIMIT 1`,
    [familyId, programme, kind, sub, unit, name, personId, from, to],
  );
  return same ? tx.manager.findOneByOrFail(Relation, { municipality, id: same.id }) : null;
}

const relationKnown = (): DomainError =>
  new DomainError('conflict', 'relation-known', {
    da: 'Tilknytningen findes allerede i den periode.',
    en: 'The relation is there already in that period.',
  });

/** Nobody lets themselves, or the unit they act in, reach a family. */
const isOwn = (actor: Actor, { kind, sub, unit }: Wish): boolean =>
  sub === actor.sub || ((kind === 'partner' || kind === 'institution') && unit === actor.unit);
