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
} satisfies ProblemTypes;
