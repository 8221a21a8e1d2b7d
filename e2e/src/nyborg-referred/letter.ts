import { mustRefuse } from '../story/api.js';
import { must } from '../story/must.js';
import { dayCareAs } from './day-care.js';
import type { World } from './world.js';

/** What the letter is headed, and a word of what it says, by how the referral stands. */
const says: Readonly<Record<string, readonly [heading: string, said: string]>> = {
  accepted: ['Svarbrev: Familiestue', 'Familien fik en plads'],
  waiting: ['Svarbrev: Familiestue', 'på venteliste'],
  declined: ['Svarbrev: Familiestue', 'uden for målgruppen'],
  withdrawn: ['Om jeres indstilling: Familiestue', 'ønsker ikke at deltage'],
};

/** The answer on paper (*svarbrev*), for the sender's unit and no other: as a page in plain Danish, and as PDF. */
export async function readLetter(world: World, id: string, state: string): Promise<void> {
  const [heading, said] = says[state] ?? ['', ''];
  const [pia, rie] = [dayCareAs(world, 'pia'), dayCareAs(world, 'rie')];
  const { body: page } = await pia.get('/referral/v1/referrals/{id}/letter', { path: { id } });
  must(heading !== '' && page.includes(`<h1>${heading}</h1>`) && page.includes(said), 'the answer as a letter', page);
  const { body: pdf } = await pia.get('/referral/v1/referrals/{id}/letter.pdf', { path: { id } });
  must(pdf.startsWith('%PDF-'), 'the same as PDF', pdf.slice(0, 20));
  await mustRefuse(rie.get('/referral/v1/referrals/{id}/letter', { path: { id } }), 404);
}
