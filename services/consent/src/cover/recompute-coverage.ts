import type { Tx } from '@helhed/database';
import { In, IsNull } from 'typeorm';
import { loadBases } from '../bases/load-bases.js';
import { changeAndTell } from '../bases/save-basis.js';
import { findVersions } from '../programmes/programme-copy.js';
import { BasisCover } from './basis-cover.js';
import { loadPeople } from './load-facts.js';

/** After what coverage depends on has changed, under `lockFacts`: each consent that now covers others is told of. */
export async function recomputeCoverage(
  tx: Tx,
  of: { readonly persons: readonly string[] } | { readonly programme: string },
): Promise<void> {
  const which = 'programme' in of ? { programme: of.programme } : { id: In(await basesOf(tx, of.persons)) };
  const bases = await loadBases(tx, { where: { ...which, kind: 'consent', ended: IsNull() }, lock: true });
  const people = await loadPeople(
    tx,
    bases.flatMap(({ persons }) => persons),
  );
  const programmes = [...new Set(bases.map(({ programme }) => programme))];
  const versions = new Map(
    await Promise.all(programmes.map(async (code) => [code, await findVersions(tx, code)] as const)),
  );
  for (const basis of bases)
    await changeAndTell(tx, basis, { ...people, versions: versions.get(basis.programme) ?? [] }, () => false);
}

async function basesOf({ manager, municipality }: Tx, persons: readonly string[]): Promise<string[]> {
  const covers = await manager.findBy(BasisCover, { municipality, personId: In([...persons]) });
  return [...new Set(covers.map(({ basisId }) => basisId))];
}
