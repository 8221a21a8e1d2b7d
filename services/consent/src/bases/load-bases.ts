import { change, type Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { In, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { BasisCover } from '../cover/basis-cover.js';
import { BasisGiver } from './basis-giver.js';
import { Basis } from './basis.js';

interface Wanted {
  readonly where: FindOptionsWhere<Basis>;
  readonly order?: FindOptionsOrder<Basis>;
  readonly take?: number;
  /** For a change: whoever changes the same waits, and then reads what became of it. */
  readonly lock?: true;
}

/** Bases with their givers and whom they cover, in the order of their ids unless another is wanted. */
export async function loadBases({ manager, municipality }: Tx, wanted: Wanted): Promise<Basis[]> {
  const { where, order = { id: 'ASC' }, take, lock } = wanted;
  const bases = await manager.find(Basis, {
    where: { ...where, municipality },
    order,
    ...(take === undefined ? {} : { take }),
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (bases.length === 0) return [];
  const ofThese = { municipality, basisId: In(bases.map(({ id }) => id)) };
  const givers = await manager.find(BasisGiver, { where: ofThese, order: { recordedAt: 'ASC', personId: 'ASC' } });
  const covers = await manager.find(BasisCover, { where: ofThese, order: { personId: 'ASC', from: 'ASC' } });
  return bases.map((basis) =>
    change(basis, {
      givers: givers.filter(({ basisId }) => basisId === basis.id),
      coverage: covers
        .filter(({ basisId }) => basisId === basis.id)
        .map(({ personId, state, from, to }) => ({ personId, state, from, to })),
    }),
  );
}

/** @throws DomainError `not-found` */
export async function getBasis(tx: Tx, id: string, lock?: true): Promise<Basis> {
  const [basis] = await loadBases(tx, { where: { id }, ...(lock ? { lock } : {}) });
  if (!basis) throw notFound({ da: 'Hjemlen', en: 'The basis' });
  return basis;
}
