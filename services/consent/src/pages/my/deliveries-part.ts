import { html, type Html, type Language } from '@helhed/web';
import type { NameOf } from '../../units/unit-names.js';
import { day, functionName, said } from '../words/words.js';
import type { Delivery } from './ask-deliveries.js';

const texts = {
  title: { da: 'Kalenderen', en: 'The calendar' },
  lead: {
    da: 'Det står i kalendere og breve uden for Helhed og kan ikke kaldes tilbage. Der står kun »Aftale / Appointment«, tid og sted.',
    en: 'It is in calendars and letters outside Helhed and cannot be called back. It says “Aftale / Appointment”, time and place alone.',
  },
  none: { da: 'Der er ikke givet noget ud fra jeres kalender.', en: 'Nothing was given out of your calendar.' },
  silent: {
    da: 'Listen kan ikke vises lige nu. Prøv igen om lidt. Et samtykke kan trækkes tilbage alligevel.',
    en: 'The list cannot be shown just now. Try again shortly. A consent can be taken back all the same.',
  },
  invitation: { da: 'Invitation til en aftale, hentet af', en: 'Invitation to an appointment, taken by' },
  feed: { da: 'Kalender, som nogen abonnerer på', en: 'Calendar that somebody subscribes to' },
  at: { da: 'i', en: 'at' },
  to: { da: 'til', en: 'to' },
  once: { da: 'én gang', en: 'once' },
  times: { da: 'gange', en: 'times' },
  due: { da: 'Aflysningen er ikke hentet endnu.', en: 'Its cancellation has not been fetched yet.' },
  given: { da: 'Aflysningen er hentet.', en: 'Its cancellation has been fetched.' },
  empties: {
    da: 'Den tømmer sig selv for det, der ikke mere må vises.',
    en: 'It empties itself of what may no longer be shown.',
  },
} as const;

/** What was given out of the calendar; undefined where it cannot be said now. */
export function deliveriesPart(deliveries: readonly Delivery[] | undefined, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  return html`<h3>${say.title}</h3>
    ${deliveries === undefined && html`<div class="alert alert-warning"><p class="alert-text">${say.silent}</p></div>`}
    ${deliveries?.length === 0 && html`<p>${say.none}</p>`}
    ${
      deliveries !== undefined &&
      deliveries.length > 0 &&
      html`<p>${say.lead}</p>
        <ul>
          ${deliveries.map((each) => oneOf(each, nameOf, language))}
        </ul>`
    }`;
}

function oneOf(delivery: Delivery, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  const { kind, unit, function: name, firstOn, lastOn, times, cancel } = delivery;
  const what =
    kind === 'feed' || unit === null || name === null
      ? say.feed
      : `${say.invitation} ${functionName(name, language)} ${say.at} ${nameOf(unit)}`;
  const first = day(firstOn, language);
  const when = firstOn === lastOn ? first : `${first} ${say.to} ${day(lastOn, language)}`;
  const often = times === 1 ? say.once : `${times} ${say.times}`;
  const called = cancel === 'none' ? '' : say[cancel];
  return html`<li>${what}: ${when}, ${often}. ${kind === 'feed' ? say.empties : called}</li>`;
}
