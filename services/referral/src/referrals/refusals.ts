import type { ProgrammeDefinition } from '@helhed/contracts';
import { DomainError, type FieldError, type Text } from '@helhed/kernel';

const onBehalf = {
  da: 'Du indstiller på vegne af den enhed, du handler i.',
  en: 'You refer on behalf of the unit that you act in.',
};

export const foreignUnit = (why: Text = onBehalf, field = 'referringUnit'): DomainError =>
  new DomainError('forbidden', 'foreign-unit', why, [
    { field, rule: 'foreign-unit', message: { da: 'En anden enhed end din.', en: 'Another unit than yours.' } },
  ]);

export const programmeUnknown = (): DomainError =>
  new DomainError(
    'rule',
    'programme-unknown',
    {
      da: 'Kommunen har ingen indsats med den kode i kraft i dag.',
      en: 'The municipality has no programme of that code in force today.',
    },
    [
      {
        field: 'programme',
        rule: 'unknown-programme',
        message: { da: 'Indsatsen findes ikke.', en: 'There is no such programme.' },
      },
    ],
  );

export const mayNotRefer = ({ mayRefer }: ProgrammeDefinition): DomainError =>
  new DomainError('forbidden', 'may-not-refer', {
    da: `Disse funktioner indstiller til indsatsen: ${mayRefer.functions.join(', ')}.`,
    en: `These functions refer to this programme: ${mayRefer.functions.join(', ')}.`,
  });

export const factsWrong = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'facts-wrong',
    {
      da: 'Oplysningerne under facts er ikke dem, som indsatsen beder om.',
      en: 'The facts are not those that the programme asks for.',
    },
    errors,
  );

export const reasonNotListed = (errors: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'reason-not-listed',
    {
      da: 'Koden er ingen af dem, som indsatsens definition har til det skridt.',
      en: 'The code is none of those that the programme’s definition has for that step.',
    },
    errors,
  );

export const referenceUsed = (referralId: string): DomainError =>
  new DomainError(
    'conflict',
    'sender-reference-used',
    {
      da: 'Enhedens nummer hører til en indstilling med et andet indhold. Ret den med :amend, eller brug et nyt nummer.',
      en: 'The number belongs to a referral with another content. Change it by :amend, or use a new number.',
    },
    [{ field: 'senderReference', rule: 'used', message: { da: 'Nummeret er brugt.', en: 'The number is used.' } }],
    { referralId },
  );

/** 409 for those who are not shown the referral's state. */
export const referralFixed = (): DomainError =>
  new DomainError('conflict', 'referral-fixed', {
    da: 'Indstillingen kan ikke længere ændres.',
    en: 'The referral can no longer be changed.',
  });
