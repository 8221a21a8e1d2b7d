import type { Look } from '@helhed/access';
import { In, IsNull, Not } from 'typeorm';
import { versionOn } from '../cover/consent-rule.js';
import { findVersions } from '../programmes/programme-copy.js';
import { BasisCover } from '../cover/basis-cover.js';
import { isRestored } from '../restored/restored.js';
import type { Basis } from './basis.js';
import type { Remaining } from './changes.dto.js';
import { loadBases } from './load-bases.js';
import { relationToBasis } from './own.js';
import { askingBases } from './reach.js';
import { relationsOfUnit } from './relations-of-unit.js';

/**
 * After a withdrawal: what still covers one of its persons today, towards the same unit, for one of its categories. Of
 * standing bases those of its own purpose, since whoever had the relation has it still, and those of other purposes by
 * the relations that the unit has to the family.
 * @param look at bases, as the actor could look at each by itself
 */
export async function findRemaining(look: Look, withdrawn: Basis): Promise<Remaining[]> {
  return [...(await recorded(look, withdrawn)), ...(await standing(look, withdrawn))];
}

async function recorded(look: Look, { id, persons, toUnit, categories }: Basis): Promise<Remaining[]> {
  const { tx } = look;
  const { manager, municipality, today } = tx;
  const covers = await manager.findBy(BasisCover, { municipality, personId: In(persons), basisId: Not(id) });
  const ids = [...new Set(covers.map(({ basisId }) => basisId))];
  const others = await loadBases(tx, { where: { id: In(ids), toUnit, ended: IsNull() } });
  const bases = await reachedOf(look, others);
  return bases.flatMap((basis) => {
    const shared = basis.categories.filter((category) => categories.includes(category));
    const covered = basis.coverage.filter(
      ({ personId, state, from, to }) =>
        persons.includes(personId) && state === 'covered' && from <= today && (to === null || today < to),
    );
    if (basis.validFrom > today || basis.isOver(today) || shared.length === 0 || covered.length === 0) return [];
    const { kind, layer, purpose, paragraph } = basis;
    const named = covered.map(({ personId }) => personId);
    return [{ basis: basis.id, kind, layer, purpose, paragraph, categories: shared, persons: named }];
  });
}

/** Of the bases, those that the actor could read by themselves; consents are taken back also while the register is closed. */
async function reachedOf(look: Look, bases: readonly Basis[]): Promise<Basis[]> {
  const { tx, actor } = look;
  if (actor.kind === 'citizen') {
    const relations = await Promise.all(bases.map((basis) => relationToBasis(tx, actor, basis)));
    const closed = await isRestored(tx);
    return bases.filter((_, index) => relations[index] === 'own' || (relations[index] === 'custody' && !closed));
  }
  const query = askingBases(look);
  const ids = query.value(
    bases.map((basis) => basis.id),
    'uuid[]',
  );
  const rows = await query.rows<{ id: string }>(
    tx,
    `SELECT b.id FROM basis b WHERE b.municipality = helhed.tenant() AND b.id = ANY (${ids}) AND ${query.reached}`,
  );
  return bases.filter((basis) => rows.some((row) => row.id === basis.id));
}

/** Of its own purpose, and of each other one for which the to unit works with the family. */
async function standing(look: Look, withdrawn: Basis): Promise<Remaining[]> {
  const { programme, purpose: own, categories, persons } = withdrawn;
  const { today } = look.tx;
  const purposes = versionOn(await findVersions(look.tx, programme), today)?.purposes ?? {};
  const bases = Object.entries(purposes)
    .flatMap(([purpose, of]) => (of?.standing ?? []).map((basis) => ({ ...basis, purpose })))
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === undefined || today < validTo))
    .map((basis) => ({ ...basis, shared: basis.categories.filter((category) => categories.includes(category)) }))
    .filter(({ shared }) => shared.length > 0);
  const others = bases.filter(({ purpose }) => purpose !== own).map(({ relation }) => relation);
  const held = await relationsOfUnit(look, withdrawn, others);
  const named = bases
    .filter(({ purpose, relation }) => purpose === own || held.has(relation))
    .toSorted((a, b) => Number(b.purpose === own) - Number(a.purpose === own))
    .map(({ layer, purpose, paragraph, shared }): Remaining => {
      const basis = `standing:${programme}:${purpose}:${layer}`;
      return { basis, kind: 'statute', layer, purpose, paragraph, categories: shared, persons };
    });
  return [...Map.groupBy(named, ({ basis }) => basis).values()].map(asOne);
}

/** A standing basis is written once for each relation that it rests on, and is one all the same. */
function asOne(of: readonly Remaining[]): Remaining {
  const paragraphs = new Set(of.map(({ paragraph }) => paragraph));
  const categories = [...new Set(of.flatMap((each) => each.categories))];
  return { ...of[0]!, paragraph: [...paragraphs].join('; '), categories };
}
