import type { FigureCode } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import { daysReleased } from './days.js';
import { rangeOf, type Range } from './range.js';

/** The families that were referred in a year, and what had become of them at the end of the next. */
export interface Cohort {
  readonly referred: number;
  readonly accepted: number;
  readonly placed: number;
  readonly started: number;
  readonly completed: number;
  readonly spoken: number;
  readonly moved: number;
  /** From receipt to a place, of each family that was given one. */
  readonly days: readonly number[];
}

/** A figure as it is released: of the families of a year, where the exact figure is of what happened in a period. */
export interface CohortFigure {
  readonly version: number;
  /** Where it is not the exact figure's. */
  readonly name?: Text;
  readonly definition: Text;
  readonly unit: 'families' | 'days';
  readonly released: (cohort: Cohort) => Range | null;
}

/** The last day of what is counted of a year's families, so that all years are counted alike. */
export const untilOf = (year: number): string => `${year + 1}-12-31`;

const families = (count: (cohort: Cohort) => number): Pick<CohortFigure, 'version' | 'unit' | 'released'> => ({
  version: 1,
  unit: 'families',
  released: (cohort) => rangeOf(count(cohort)),
});

const days = (percent: number): Pick<CohortFigure, 'version' | 'unit' | 'released'> => ({
  version: 1,
  unit: 'days',
  released: ({ days: each }) => daysReleased(each, percent),
});

/**
 * What is released, and nothing else of a year's families: each is some of the families of another, and no two together
 * with what remains of a third. So what is left over stays unknown, and four families more can always have gone any way.
 */
export const cohortFigures: Readonly<Partial<Record<FigureCode, CohortFigure>>> = {
  referred: {
    ...families(({ referred }) => referred),
    definition: {
      da: 'Familier indstillet i året, hver talt én gang.',
      en: 'Families referred in the year, each counted once.',
    },
  },
  accepted: {
    ...families(({ accepted }) => accepted),
    definition: {
      da: 'De af årets familier, som visitationen havde taget imod ved udgangen af det næste år.',
      en: "Those of the year's families that triage had accepted by the end of the next year.",
    },
  },
  'places-assigned': {
    ...families(({ placed }) => placed),
    definition: {
      da: 'De af familierne, der var taget imod, som havde fået en plads ved udgangen af det næste år.',
      en: 'Those of the families accepted that had been given a place by the end of the next year.',
    },
  },
  started: {
    ...families(({ started }) => started),
    definition: {
      da: 'De af familierne med en plads, der havde været med første gang i en gruppe ved udgangen af det næste år.',
      en: 'Those of the families with a place whose first session in a group was held by the end of the next year.',
    },
  },
  completed: {
    ...families(({ completed }) => completed),
    version: 2,
    definition: {
      da: 'De af familierne, der var taget imod, hvis forløb ved udgangen af det næste år var afsluttet med et udfald, der tæller som gennemført i den version af indsatsens definition, som de kom ind under.',
      en: 'Those of the families accepted whose course by the end of the next year had been closed with an outcome that counts as completed by the version of the programme’s definition that they came in under.',
    },
  },
  'conversations-held': {
    ...families(({ spoken }) => spoken),
    name: { da: 'Havde samtaler', en: 'Had conversations' },
    definition: {
      da: 'De af familierne med en plads, som der var holdt mindst én samtale med ved udgangen af det næste år.',
      en: 'Those of the families with a place with whom a conversation had been held by the end of the next year.',
    },
  },
  'goals-moved': {
    ...families(({ moved }) => moved),
    name: { da: 'Havde et mål, der flyttede sig', en: 'Had a goal that moved' },
    definition: {
      da: 'De af familierne, der var holdt samtale med, som havde et mål, der mellem to samtaler var blevet aftalt, eller som flere handlinger var gjort for, ved udgangen af det næste år.',
      en: 'Those of the families with whom a conversation had been held that had a goal which between two conversations had been agreed to, or had more of its actions done, by the end of the next year.',
    },
  },
  'waiting-days-median': {
    ...days(50),
    definition: {
      da: 'Kalenderdage fra indstillingen til pladsen: den uge, medianen ligger i. Vises fra ti familier med en plads.',
      en: 'Calendar days from the referral to the place: the week that the median is in. Shown from ten families with a place.',
    },
  },
  'waiting-days-p90': {
    ...days(90),
    definition: {
      da: 'Som medianen, men det antal dage, som 90 % højst ventede. Vises fra 50 familier med en plads.',
      en: 'As the median, but the days that 90 % waited at most. Shown from 50 families with a place.',
    },
  },
};
