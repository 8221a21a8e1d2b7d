import { programme } from '../oracle/example-world.js';
import type { Observation } from '../oracle/recorded.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

/** The psychologist of a family's team offers to observe its child with its mother, or an old one with its father, who accepts. */
export async function offerObservations(maker: Maker, { scenario, family, persons }: Made): Promise<Observation[]> {
  // her unit is told who is in the family where it has its case
  if ((scenario.triager ?? 'vibeke') !== 'vibeke') return [];
  if (scenario.rows === 'none' || scenario.until === 'declined') return [];
  const path = '/family-plan/v1/observations';
  const [child, parent] = [persons['barn'] ?? '', persons[scenario.childBorn ? 'far' : 'mor'] ?? ''];
  const body = { familyId: family.id, personId: child, parentId: parent, programme };
  const { id } = await maker.post<{ id: string }>('petra', path, body);
  await maker.post('petra', `${path}/${id}:accept`, {});
  const { sub, asker } = maker.cast.as('petra');
  const [unit = ''] = asker.pairs?.[0]?.split(':') ?? [];
  return [{ id, family: family.id, programme, child, parent, unit, sub }];
}
