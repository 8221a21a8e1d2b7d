import type { ProblemTypes } from '@helhed/web';

/** What only this service answers with. */
export const problems: ProblemTypes = {
  'release-known': {
    title: { da: 'Årets tal er givet ud', en: "The year's figures have been released" },
    advice: {
      da: 'Et år gives ud én gang. Det, der kom til siden, er i de nøjagtige tal for dem, der må se dem.',
      en: 'A year is released once. What came later is in the exact figures, for those who may see them.',
    },
  },
  'year-not-over': {
    title: { da: 'Året er ikke gået', en: 'The year is not over' },
    advice: {
      da: 'Tal gives ud for hele kalenderår, fra den 1. januar derefter.',
      en: 'Figures are released for whole calendar years, from the 1st of January that follows.',
    },
  },
};
