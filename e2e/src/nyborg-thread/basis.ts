import { newId } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import type { Referral } from './referrals.js';
import type { World } from './world.js';

/** The parents agree that the day care hears the outcome: recorded as a basis for disclosure, with who gave it and how. */
export async function recordBasis({ api, municipality }: World, referral: Referral, on: string): Promise<string> {
  const persons = referral.members.map((member) => member.personId as string);
  const givenBy = referral.members
    .filter((member) => member.role === 'parent')
    .map((member) => member.personId as string);
  const body = {
    programme: 'nyborg-familiestue',
    kind: 'consent',
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    paragraph: 'Forvaltningsloven § 28, stk. 2, nr. 1',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    familyId: referral.familyId,
    persons,
    givenBy,
    how: 'spoken',
    givenOn: on,
    validFrom: on,
    evidence: 'Samtale i børnehuset',
  };
  // consent hears of the family from the bus, in its own time
  const ask = { as: municipality.as('pia'), body, key: newId(), notYet: /family-unknown|programme-unknown/ };
  const record = () => api.post<{ id: string; familyId: string }>('/consent/v1/bases', ask);
  const { body: basis } = await eventually('the family known to consent', record, ({ status }) => status === 201);
  mustEqual(basis.familyId, referral.familyId, 'the basis is the family’s');
  return basis.id;
}
