import type { Text } from '@helhed/kernel';
import type { WithheldReason } from './reasons.js';

/** Each reason as people read it: docs/access.md, section 10. */
export const reasonTexts: Readonly<Record<WithheldReason | 'childs-own-view' | 'allowed', Text>> = {
  'consent-withdrawn': {
    da: 'Et samtykke, der kræves, er trukket tilbage.',
    en: 'A consent that is needed was withdrawn.',
  },
  'basis-ended': { da: 'Hjemlen er ophævet.', en: 'The basis was ended.' },
  'exchange-used-up': { da: 'Den enkeltstående udveksling er brugt.', en: 'The single exchange is used up.' },
  'basis-expired': { da: 'Hjemlen er udløbet.', en: 'The basis has expired.' },
  'basis-not-yet-valid': { da: 'Hjemlen gælder ikke endnu.', en: 'The basis does not hold yet.' },
  'consent-incomplete': {
    da: 'Et samtykke, der kræves, er ikke givet.',
    en: 'A consent that is needed has not been given.',
  },
  'no-basis': {
    da: 'Der er ikke registreret en hjemmel til dette formål.',
    en: 'No basis is recorded for this purpose.',
  },
  'childs-own-view': { da: 'Barnets syn er barnets eget.', en: 'The child’s view is the child’s own.' },
  'consent-unavailable': { da: 'Det kan ikke afgøres lige nu.', en: 'It cannot be decided right now.' },
  'not-for-you': {
    da: 'Det ses kun af dem, det er om, eller som gav eller registrerede det.',
    en: 'It is for those whom it is about, or who gave or recorded it.',
  },
  'own-record': { da: 'Egen sag.', en: 'Own record.' },
  'relative-record': { da: 'En pårørendes sag.', en: 'A relative’s record.' },
  'colleague-record': { da: 'En kollegas sag.', en: 'A colleague’s record.' },
  allowed: { da: 'Adgang med de nævnte hjemler.', en: 'Allowed on the bases named.' },
};
