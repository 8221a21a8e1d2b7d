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
  'release-too-early': {
    title: { da: 'Det næste år er ikke gået', en: 'The next year is not over' },
    advice: {
      da: 'Et års familier gøres op fra den 1. januar to år efter, så forløbene er nået til ende.',
      en: "A year's families are counted from the 1st of January two years later, so that their courses have come to an end.",
    },
  },
};
