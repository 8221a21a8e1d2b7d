import type { familyPlan } from '@helhed/client';
import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import { recordConsent } from './basis.js';
import { dayCareAs } from './day-care.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** The first day on which the contact pedagogue follows the families no more, months after the first course has ended. */
const followedUntil = '2027-12-31';

/** What the parents let the contact pedagogue know. */
export const toContact = {
  as: 'gitte',
  layer: 'disclosure',
  purpose: 'contact-support',
  fromUnit: 'familiestuen',
  toUnit: 'db-solsikken',
} as const;

/** Before the course: who is in the family, and that it has a place. */
const beforeCourse = { ...toContact, categories: ['family-structure', 'enrolment'] };

/** Pia is its contact pedagogue from a day on. */
export async function tieContact({ api, municipality }: World, familyId: string, from: string): Promise<void> {
  const sub = municipality.subjects['pia'];
  const ofWhom = { kind: 'contact', unit: 'db-solsikken', function: 'pedagogue', sub };
  const body = { familyId, programme, from, to: followedUntil, ...ofWhom };
  await api.post('/family-plan/v1/relations', { as: municipality.as('vibeke'), body });
}

/** The parents let their contact pedagogue know. */
export type Agree = (world: World, referral: Referral, on: string) => Promise<unknown>;

/** Both at once. */
export const agreeTogether: Agree = (world, referral, on) => recordConsent(world, referral, on, beforeCourse);

/** One after the other. Both hold custody of the children: until the second has consented too, who is in the family is withheld. */
export const agreeOneByOne: Agree = async (world, referral, on) => {
  const { api, municipality } = world;
  const [first, second] = referral.members.filter(({ role }) => role === 'parent').map(({ personId }) => personId);
  const basis = await recordConsent(world, referral, on, { ...beforeCourse, givenBy: [first as string] });
  const half = await eventually(
    'the consent of one parent alone known, and not enough',
    () => familyForPedagogue(world, referral.familyId),
    (family) => whyNot(family) === 'consent-incomplete',
  );
  mustEqual([half.members, half.households], [undefined, undefined], 'nobody of the family is shown');
  const given = { givenBy: [second], how: 'spoken', givenOn: on, evidence: 'Samtale i børnehuset' };
  await api.post(`/consent/v1/bases/${basis}:add-consent`, {
    as: municipality.as('gitte'),
    body: given,
    ifMatch: 1,
  });
  const whole = await eventually(
    'the family shown once both have consented',
    () => familyForPedagogue(world, referral.familyId),
    (family) => whyNot(family) === undefined,
  );
  must(whole.members?.length === referral.members.length, 'all of the family', whole.members?.length);
};

async function familyForPedagogue(world: World, id: string): Promise<familyPlan.Family> {
  return (await dayCareAs(world, 'pia').get('/family-plan/v1/families/{id}', { path: { id } })).body;
}

const whyNot = ({ withheld }: familyPlan.Family): string | undefined =>
  withheld.find(({ category }) => category === 'family-structure')?.reason;
