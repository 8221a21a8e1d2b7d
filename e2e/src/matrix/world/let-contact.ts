import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { recordConsent, takeBack } from './record-consent.js';

const unit = 'db-solsikken';

/** The parents let the child's contact pedagogue know who is in the family, that it has a place and what its plan is, and use that: of each its own consent. */
export async function letContact(maker: Maker, made: Made): Promise<void> {
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
