import type { ProgrammeDefinition } from '@helhed/contracts';

/** A small definition for the API's description: no groups, one fact, two rules. */
export const definitionExample: ProgrammeDefinition = {
  code: 'family-talks',
  version: 1,
  validFrom: '2026-01-01',
  municipality: '0450',
  name: { da: 'Familiesamtaler', en: 'Family talks' },
  description: { da: 'Samtaler for familier med små børn.', en: 'Talks for families with small children.' },
  mayRefer: { functions: ['health-visitor', 'pedagogue', 'referrer'], parentsPart: 'every-parent' },
  kle: { number: '27.24.00', facet: 'G01' },
  selfReferral: false,
  facts: [
    {
      code: 'wantsTalks',
      type: 'boolean',
      required: true,
      text: { da: 'Familien ønsker samtaler', en: 'The family wants talks' },
    },
  ],
  targetGroup: [
    {
      code: 'wants-talks',
      kind: 'required',
      text: { da: 'Familien ønsker samtaler', en: 'The family wants talks' },
      when: { fact: 'wantsTalks', op: 'isTrue' },
    },
    {
      code: 'small-child',
      kind: 'indicating',
      text: { da: 'Det yngste barn er højst seks år', en: 'The youngest child is six at most' },
      when: { fact: 'youngestChildAge', op: 'atMost', value: 6 },
    },
  ],
  retention: { prospectiveFamily: [{ validFrom: '2026-01-01', days: 180 }] },
  reasons: [
    {
      code: 'outside-target-group',
      steps: ['decline'],
      text: { da: 'Familien er uden for målgruppen.', en: 'The family is outside the target group.' },
    },
    {
      code: 'family-withdrew',
      steps: ['withdraw', 'close'],
      countsAs: 'dropped',
      text: {
        da: 'Familien ønsker ikke at deltage alligevel.',
        en: 'The family does not want to take part after all.',
      },
      inFigures: { da: 'familien trak sig', en: 'the family withdrew' },
    },
    {
      code: 'completed',
      steps: ['close'],
      countsAs: 'completed',
      text: { da: 'Familien har gennemført forløbet.', en: 'The family has completed the course.' },
    },
  ],
  deadlines: { answer: [{ validFrom: '2026-01-01', workingDays: 10 }] },
  figures: ['referred', 'accepted', 'declined'],
};
