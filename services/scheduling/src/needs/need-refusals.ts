import { DomainError, type FieldError, type Text } from '@helhed/kernel';
import type { NeedState } from './need-states.js';

const states: Readonly<Record<NeedState, Text>> = {
  named: { da: 'Behovet er ikke ordnet.', en: 'The need is not arranged.' },
  arranged: {
    da: 'Behovet er ordnet. Træk det tilbage, og nævn det nye.',
    en: 'The need is arranged. Withdraw it, and name the new one.',
  },
  'to-rearrange': {
    da: 'Aftalen er flyttet, og det, der var ordnet, er ikke ordnet om eller afbestilt.',
    en: 'The appointment was moved, and what was arranged is neither rearranged nor called off.',
  },
  'to-call-off': { da: 'Behovet er trukket tilbage.', en: 'The need was withdrawn.' },
  'not-needed': { da: 'Behovet er der ikke længere.', en: 'The need is there no longer.' },
};

/** 409: nothing of the kind is done to a need in that state. */
export const needIs = (state: NeedState): DomainError => new DomainError('conflict', `need-${state}`, states[state]);

export const namedAlready = (): DomainError =>
  new DomainError('conflict', 'need-named-already', {
    da: 'Behovet er nævnt allerede.',
    en: 'The need was named already.',
  });

/** 409, to whom a family's needs are withheld: the same of every need, whether or not it is there (A-CMD-04). */
export const needWithheld = (): DomainError =>
  new DomainError('conflict', 'need-withheld', {
    da: 'Familiens behov kan ikke nævnes eller ændres herfra nu.',
    en: 'The family’s needs cannot be named or changed from here now.',
  });

/** 422: it was to be met while the appointment lasted. */
export const begunAlready = (): DomainError =>
  new DomainError('rule', 'booking-begun', {
    da: 'Aftalen er begyndt, så dens behov kan ikke ændres.',
    en: 'The appointment has begun, so its needs cannot be changed.',
  });

const rules = {
  'of-a-group': {
    da: 'Ved en enkelt aftale siges det, hvis familie det er.',
    en: 'At a single appointment it is said whose family it is.',
  },
  'with-family': {
    da: 'Familien og antallet af børn hører sammen; for hele gruppen tælles børnene.',
    en: 'The family and the number of children go together; for the whole group the children are counted.',
  },
  'of-a-booking': {
    da: 'Ved en booking siges indsatsen; ved en gang er den gruppens.',
    en: 'At a booking the programme is said; at a session it is the group’s.',
  },
  'of-its-kind': { da: 'Det siges ikke om et behov af den slags.', en: 'It is not said of a need of that kind.' },
  'not-a-member': { da: 'En af familien.', en: 'Somebody of the family.' },
} as const satisfies Record<string, Text>;

/** 422, with the field and its rule. */
export const invalidNeed = (field: string, rule: keyof typeof rules): DomainError =>
  new DomainError(
    'rule',
    'need-invalid',
    { da: 'Behovet hænger ikke sammen.', en: 'The need does not hang together.' },
    [{ field, rule, message: rules[rule] } satisfies FieldError],
  );
