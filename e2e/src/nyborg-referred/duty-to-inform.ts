import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** Before the course begins everybody in the family is told what is held on them; of one it is noted why not. */
export async function inform({ api, municipality }: World, { familyId, members }: Referral, at: Date): Promise<void> {
  const as = municipality.as('gitte');
  const outstanding = async () => {
    const path = `/family-plan/v1/privacy-notices?familyId=${familyId}&state=outstanding`;
    return (await api.get<{ total: number }>(path, { as })).body.total;
  };
  await eventually('the family known to its group’s leader', outstanding, (total) => total === members.length);
  for (const { personId, role } of members) {
    const told =
      role === 'child'
        ? { outcome: 'not-given', reason: 'known-already', note: 'Forældrene har fortalt barnet det.' }
        : { outcome: 'given', on: localDate(at), how: 'in-person' };
    await api.post('/family-plan/v1/privacy-notices', { as, body: { familyId, personId, programme, ...told } });
  }
  mustEqual(await outstanding(), 0, 'whom somebody is still to inform');
}
