import type { ProblemTypes } from '@helhed/web';

/** The problems that only this service answers with. */
export const problems = {
  'family-unknown': {
    title: { da: 'Familien er ikke kendt her', en: 'The family is not known here' },
    advice: {
      da: 'En hjemmel kan registreres, når familiens personer er fundet; det sker kort efter, at indstillingen er modtaget.',
      en: 'A basis can be recorded once the family’s persons were matched, which is shortly after its referral is received.',
    },
  },
  'basis-incomplete': {
    title: { da: 'Oplysningerne om hjemlen passer ikke sammen', en: 'What is said of the basis does not fit together' },
    advice: {
      da: '`errors` nævner hvert felt og den regel, det bryder. Registret noterer, hvem der har angivet hvilken hjemmel; det afgør ikke, om den holder.',
      en: '`errors` names each field and the rule it breaks. The register notes who asserted which basis; it does not judge it.',
    },
  },
  'period-too-long': {
    title: { da: 'Perioden er for lang', en: 'The period is too long' },
    advice: { da: 'Svaret siger, hvor lang den højst er.', en: 'The answer says how long it is at most.' },
  },
  'second-person-required': {
    title: { da: 'En anden skal bekræfte', en: 'Somebody else must confirm' },
    advice: {
      da: 'Den, der bad om det, kan ikke selv bekræfte det.',
      en: 'Whoever asked for it cannot confirm it too.',
    },
  },
  'already-reviewed': { title: { da: 'Stikprøven er gennemgået', en: 'The sample was reviewed already' } },
} satisfies ProblemTypes;
