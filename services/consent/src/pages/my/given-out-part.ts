import { html, type Html, type Language } from '@helhed/web';
import type { NameOf } from '../../units/unit-names.js';
import type { Delivery } from './ask-deliveries.js';
import { deliveriesPart } from './deliveries-part.js';
import { papersPart, type Papers } from './papers-part.js';

const title = { da: 'Det er allerede givet ud', en: 'What was given out already' };

export interface GivenOut {
  /** Out of the calendar; undefined where it cannot be said now. */
  readonly deliveries: readonly Delivery[] | undefined;
  readonly papers: Papers | undefined;
}

/** What cannot be called back, whether a consent is taken back or was. */
export const givenOutPart = ({ deliveries, papers }: GivenOut, nameOf: NameOf, language: Language): Html =>
  html`<h2>${title[language]}</h2>
    ${deliveriesPart(deliveries, nameOf, language)} ${papersPart(papers, nameOf, language)}`;
