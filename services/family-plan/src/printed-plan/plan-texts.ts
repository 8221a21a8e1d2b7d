import type { Text } from '@helhed/kernel';

/** Plain words, to whoever it is for. The title says nothing of whom or what: the paper may lie on a table. */
export const planTexts = {
  title: { da: 'Plan', en: 'Plan' },
  to: { da: 'Til', en: 'To' },
  printed: { da: 'Udskrevet', en: 'Printed' },
  family: { da: 'Familien', en: 'The family' },
  goals: { da: 'Det vil vi', en: 'What we want' },
  noGoals: { da: 'Der er ikke aftalt mål endnu.', en: 'No goals have been agreed on yet.' },
  ofAll: { da: 'Hele familiens mål', en: 'A goal of the whole family' },
  goalOf: { da: 'Et mål for', en: 'A goal for' },
  goal: { da: 'Mål', en: 'Goal' },
  point: { da: 'Institutionens eget punkt', en: 'The institution’s own point' },
  options: { da: 'Det kan vi gøre', en: 'What we could do' },
  actions: { da: 'Det er aftalt', en: 'What is agreed' },
  by: { da: 'senest', en: 'by' },
  done: { da: 'gjort', en: 'done' },
  offered: {
    da: 'Forslag til mål, som I ikke har sagt ja eller nej til endnu',
    en: 'Proposed goals that you have not said yes or no to yet',
  },
  somebody: { da: 'et medlem af familien', en: 'a member of the family' },
  foot: {
    da: 'Her står familiens fælles mål, dine egne og dem for børnene, du har sagt ja til sammen med de andre voksne. En voksens egne mål står kun på den voksnes plan.',
    en: 'Here are the goals of the family together, your own, and those for the children that you and the other adults said yes to. An adult’s own goals are on that adult’s plan alone.',
  },
  delivered: {
    da: 'Planen, som den var den dag. Det, der er printet, kan ikke kaldes tilbage: pas på papiret.',
    en: 'The plan as it was on that day. What is printed cannot be called back: take care of the paper.',
  },
} as const satisfies Record<string, Text>;
