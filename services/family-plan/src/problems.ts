import type { ProblemTypes } from '@helhed/web';

export const problems = {
  'family-erased': {
    title: { da: 'Familiens oplysninger er slettet', en: 'What was held on the family has been erased' },
    advice: {
      da: 'En indstilling, der ikke blev til noget, gemmes så længe, som indsatsens definition siger.',
      en: 'A referral that came to nothing is kept as long as the programme’s definition says.',
    },
  },
} satisfies ProblemTypes;
