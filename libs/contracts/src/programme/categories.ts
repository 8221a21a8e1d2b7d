import type { Text } from '@helhed/kernel';
import type { PurposeCode } from './purpose-codes.js';

interface CategoryOfData {
  readonly text: Text;
  /** The ceiling: which purposes can ever cover the category. A definition or a basis names fewer, never more. */
  readonly purposes: readonly PurposeCode[];
}

/** Which kinds of data rest on a legal basis, and for what: docs/access.md, 2.1. */
export const categories = {
  'referral-content': {
    text: { da: 'indstillingens indhold', en: 'the referral’s content' },
    purposes: ['triage', 'outcome-to-sender'],
  },
  'referral-triage': {
    text: { da: 'visitationens vurdering', en: 'triage’s assessment' },
    purposes: ['triage'],
  },
  'referral-outcome': {
    text: { da: 'svar og udfald', en: 'answer and outcome' },
    purposes: ['triage', 'outcome-to-sender', 'coordination', 'cooperation', 'programme-management'],
  },
  'family-structure': {
    text: { da: 'familiens sammensætning', en: 'who is in the family' },
    purposes: ['triage', 'course', 'coordination', 'contact-support', 'follow-up', 'cooperation'],
  },
  identity: {
    text: { da: 'navn og fødselsdato', en: 'name and date of birth' },
    purposes: ['triage', 'course', 'coordination', 'contact-support', 'follow-up', 'cooperation'],
  },
  custody: { text: { da: 'forældremyndighed', en: 'custody' }, purposes: ['triage', 'coordination'] },
  address: { text: { da: 'adresse', en: 'address' }, purposes: ['triage', 'course', 'coordination'] },
  enrolment: {
    text: { da: 'indskrivning', en: 'enrolment' },
    purposes: [
      'triage',
      'course',
      'coordination',
      'contact-support',
      'follow-up',
      'cooperation',
      'programme-management',
    ],
  },
  appointments: {
    text: { da: 'aftaler', en: 'appointments' },
    purposes: ['course', 'coordination', 'contact-support', 'cooperation', 'programme-management', 'calendar-feed'],
  },
  attendance: { text: { da: 'fremmøde', en: 'attendance' }, purposes: ['course', 'coordination'] },
  'child-view': {
    text: { da: 'barnets syn', en: 'the child’s view' },
    purposes: ['triage', 'course', 'coordination', 'contact-support'],
  },
  'registration-form': {
    text: { da: 'registreringsskema', en: 'registration form' },
    purposes: ['course', 'coordination', 'contact-support', 'cooperation'],
  },
  plan: {
    text: { da: 'familiens plan', en: 'the family’s plan' },
    purposes: ['course', 'coordination', 'contact-support', 'follow-up', 'cooperation'],
  },
  observation: {
    text: { da: 'observation af samspillet', en: 'observation of the interaction' },
    purposes: ['observation'],
  },
  video: { text: { da: 'video', en: 'video' }, purposes: ['video'] },
  'figure-rows': {
    text: { da: 'tallenes rækker', en: 'the rows of figures' },
    purposes: ['programme-management'],
  },
} as const satisfies Record<string, CategoryOfData>;

export type Category = keyof typeof categories;
export const categoryCodes = Object.keys(categories) as [Category, ...Category[]];

/** Whether the purpose can cover the category at all; false for what is no purpose or no category. */
export const isWithinCeiling = (purpose: string, category: string): boolean =>
  Object.hasOwn(categories, category) &&
  (categories[category as Category].purposes as readonly string[]).includes(purpose);

/** All that a purpose can cover. */
export const ceilingOf = (purpose: PurposeCode): readonly Category[] =>
  categoryCodes.filter((category) => isWithinCeiling(purpose, category));
