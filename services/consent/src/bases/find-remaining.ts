import type { Look } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { In, IsNull, Not } from 'typeorm';
import { purposeOn } from '../cover/consent-rule.js';
import { findVersions } from '../programmes/programme-copy.js';
import { BasisCover } from '../cover/basis-cover.js';
import { isRestored } from '../restored/restored.js';
import type { Basis } from './basis.js';
import type { Remaining } from './changes.dto.js';
import { loadBases } from './load-bases.js';
import { relationToBasis } from './own.js';
import { askingBases } from './reach.js';

/**
 * After a withdrawal: what still covers one of its persons today, towards the same unit, for one of its categories. Of
 * standing bases those of its own purpose, since whoever had the relation has it still.
 * @param look at bases, as the actor could look at each by itself
 */
export async function findRemaining(look: Look, withdrawn: Basis): Promise<Remaining[]> {
  return [...(await recorded(look, withdrawn)), ...(await standing(look.tx, withdrawn))];
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

async function standing(tx: Tx, { programme, purpose, categories, persons }: Basis): Promise<Remaining[]> {
  const { today } = tx;
  const bases = purposeOn(await findVersions(tx, programme), purpose, today)?.standing ?? [];
  const inForce = bases.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === undefined || today < validTo),
  );
  return inForce.flatMap(({ layer, categories: covered, paragraph }) => {
    const shared = covered.filter((category) => categories.includes(category));
    if (shared.length === 0) return [];
    const basis = `standing:${programme}:${purpose}:${layer}`;
    return [{ basis, kind: 'statute' as const, layer, purpose, paragraph, categories: shared, persons }];
  });
}
