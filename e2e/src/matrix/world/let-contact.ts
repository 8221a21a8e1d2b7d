import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { recordConsent, takeBack } from './record-consent.js';

const unit = 'db-solsikken';

/** The parents let the child's contact pedagogue know who is in the family, that it has a place and what its plan is, and use that: of each its own consent. */
export async function letContact(maker: Maker, made: Made, groupUnit: string | undefined): Promise<void> {
  if (made.scenario.followedUp && groupUnit) await letFollowUp(maker, made, groupUnit);
  for (const each of made.scenario.contact ?? []) {
    const back = each === 'processing, taken back';
    const basis = await recordConsent(
      maker,
      made,
      each === 'disclosure'
        ? {
            layer: 'disclosure',
            purpose: 'contact-support',
            categories: ['family-structure', 'enrolment', 'plan'],
            fromUnit: 'visitation',
            toUnit: unit,
          }
        : { layer: 'processing', purpose: 'contact-support', categories: ['enrolment'], fromUnit: unit, toUnit: unit },
      back,
    );
    if (back) await takeBack(maker, made, basis);
  }
}

/** Of its place for as long as the course lasts, and of who is in it and of its plan once that is over. */
async function letFollowUp(maker: Maker, made: Made, fromUnit: string): Promise<void> {
  const told = { layer: 'disclosure', fromUnit, toUnit: unit } as const;
  await recordConsent(maker, made, { ...told, purpose: 'contact-support', categories: ['enrolment'] });
  await recordConsent(maker, made, { ...told, purpose: 'follow-up', categories: ['family-structure', 'plan'] });
}
