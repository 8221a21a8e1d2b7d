import { DomainError, type FieldError } from '@helhed/kernel';
import type { Kind } from './who-records.js';

export const familyUnknown = (): DomainError =>
  new DomainError(
    'rule',
    'family-unknown',
    { da: 'Familien er ikke kendt her, eller ikke endnu.', en: 'The family is not known here, or not yet.' },
    [{ field: 'familyId', rule: 'family-unknown' }],
  );

export const incomplete = (faults: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'basis-incomplete',
    { da: 'Oplysningerne om hjemlen passer ikke sammen.', en: 'What is said of the basis does not fit together.' },
    faults,
  );

export const programmeRequired = (): DomainError =>
  new DomainError(
    'rule',
    'programme-required',
    { da: 'Angiv, hvilken indsats hjemlen hører til.', en: 'Name the programme that the basis belongs to.' },
    [{ field: 'programme', rule: 'required' }],
  );

export const outsidePurpose = (fields: readonly string[]): DomainError =>
  new DomainError(
    'rule',
    'category-outside-purpose',
    { da: 'Formålet kan ikke dække kategorien.', en: 'The purpose cannot cover the category.' },
    fields.map((field) => ({ field, rule: 'category-outside-purpose' })),
  );

export const periodTooLong = (kind: Kind): DomainError =>
  new DomainError(
    'rule',
    'period-too-long',
    kind === 'single-exchange'
      ? {
          da: 'Så længe kan en enkeltstående udveksling ikke gælde.',
          en: 'A single exchange cannot last that long.',
        }
      : {
          da: 'Så længe kan et samtykke til formålet ikke gælde.',
          en: 'A consent to this purpose cannot last that long.',
        },
    [{ field: 'validTo', rule: 'period-too-long' }],
  );

export const notAGiver = (fields: readonly string[]): DomainError =>
  new DomainError(
    'rule',
    'not-a-giver',
    { da: 'Personen giver ikke dette samtykke.', en: 'The person is not one who gives this consent.' },
    fields.map((field) => ({ field, rule: 'not-a-giver' })),
  );

export const notAMember = (fields: readonly string[]): DomainError =>
  new DomainError(
    'rule',
    'not-a-member',
    { da: 'Personen er ikke i familien.', en: 'The person is not in the family.' },
    fields.map((field) => ({ field, rule: 'not-a-member' })),
  );

/** One and the same of whoever is not in the family, and of whoever gives no consent for those in it: it names nobody. */
export const unfit = (): DomainError =>
  new DomainError('rule', 'not-a-member', {
    da: 'En hjemmel er om nogen i familien, og et samtykke gives af dem, hvis samtykke der skal til for dem. Det passer ikke på alle, der er nævnt.',
    en: 'A basis is about members of the family, and a consent is given by those whose consent it takes for them. Not all who are named are such.',
  });

export const notAConsent = (): DomainError =>
  new DomainError('rule', 'not-a-consent', { da: 'Hjemlen er ikke et samtykke.', en: 'The basis is not a consent.' });

export const isAConsent = (): DomainError =>
  new DomainError('rule', 'is-a-consent', {
    da: 'Et samtykke ophæves ikke; det trækkes tilbage af dem, der gav det.',
    en: 'A consent is not ended; those who gave it take it back.',
  });

export const basisOver = (): DomainError =>
  new DomainError('conflict', 'basis-over', {
    da: 'Hjemlen gælder ikke længere. Registrér en ny.',
    en: 'The basis holds no longer. Record a new one.',
  });

export const takenBack = (): DomainError =>
  new DomainError('conflict', 'consent-withdrawn', {
    da: 'Samtykket er trukket tilbage og kan ikke tages op igen. Registrér en ny hjemmel.',
    en: 'The consent was taken back and cannot be taken up again. Record a new basis.',
  });
