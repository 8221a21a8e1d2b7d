import type { Text } from '@helhed/kernel';
import type { ResourceType } from '../../decisions/decidable-acts.js';

/** What somebody can ask to see, by its act in docs/access.md, section 4, as people call it. */
export const questions = {
  'referral.read': { of: 'referral', text: { da: 'Indstillingen', en: 'The referral' } },
  'referral.outcome': { of: 'referral', text: { da: 'Svaret på indstillingen', en: 'What came of the referral' } },
  'family.read': {
    of: 'family',
    text: { da: 'Familien: hvem, hvor og navne', en: 'The family: who, where and names' },
  },
  'enrolment.list': { of: 'family', text: { da: 'Familiens indskrivninger', en: 'The family’s enrolments' } },
  'custody.list': { of: 'family', text: { da: 'Hvem der har forældremyndighed', en: 'Who holds custody' } },
  'relation.list': { of: 'family', text: { da: 'Hvem der arbejder med familien', en: 'Who works with the family' } },
  'basis.list': { of: 'family', text: { da: 'Familiens samtykker og hjemler', en: 'The family’s consents and bases' } },
} as const satisfies Record<string, { readonly of: ResourceType; readonly text: Text }>;

export type QuestionName = keyof typeof questions;

/** What a page's address asks: an act and the id of what it is about. */
export interface Question {
  readonly act: QuestionName;
  readonly id: string;
}

export function questionOf({ act, id }: Readonly<Record<string, unknown>>): Question | undefined {
  if (typeof act !== 'string' || typeof id !== 'string' || !Object.hasOwn(questions, act)) return undefined;
  return id.trim() === '' ? undefined : { act: act as QuestionName, id: id.trim() };
}
