/** Source files and the specs without servers that have to notice what is changed in them. Paths from the root. */
export interface Part {
  /** Stryker's patterns */
  readonly mutate: readonly string[];
  /** Folders of `dist`, or how the names of specs begin: a mutant loads each spec of its part, so a part is small. */
  readonly specs: readonly string[];
}

/** What is judged together: the share of mutants noticed is that of all parts. */
export interface Area {
  readonly about: string;
  readonly project: string;
  readonly parts: readonly Part[];
}

/** A part: files of a folder of `src`, and specs of the same folder in `dist`. */
function folder(src: string, files: string, specs = ['']): Part {
  const dist = src.replace(/^libs\/([^/]+)\/src/, 'libs/$1/dist').replace('/src/', '/dist/src/');
  return {
    mutate: [`${src}/${files}.ts`, `!${src}/**/*.spec.ts`],
    specs: specs.map((spec) => `${dist}/${spec}`),
  };
}

const access = 'libs/access/src';
const consent = 'services/consent/src';

// What of a folder has quick specs of its own; the last part of the folder is all the rest, so that no file is left out.
const decisionWords = 'access-facts|reason-texts|reasons|refuse|sections|standing-*|weigh-basis|withheld';
const routeRules = 'check-routes|frame|looks|permit';
const routeNotes = 'current-actor|decided-looks|declarations|pages|routes';
const tokenRules = 'allowed-issuers|latest|realm-url|token-refused|token-rules|token-text|verified-tokens';
const tokensFetched = 'realm-keys|service-tokens';

export const areas: Readonly<Record<string, Area>> = {
  access: {
    about: 'the decision, the tokens, who asks, what a route declares, and the leases',
    project: 'libs/access',
    parts: [
      folder(`${access}/actor`, '*'),
      folder(`${access}/claims`, '*'),
      folder(`${access}/decision`, `@(${decisionWords})`, [
        'reasons',
        'refuse',
        'sections',
        'standing-bases',
        'weigh-basis',
        'withheld',
      ]),
      folder(`${access}/decision`, `!(${decisionWords})`, [
        'decide',
        'decision',
        'held-relations',
        'own-children',
        'weigh-',
        'worked-examples',
      ]),
      folder(`${access}/lease`, '{answer,held-lease,in-flight,municipality-lease}'),
      folder(`${access}/routes`, `@(${routeRules})`, ['check-routes', 'frame', 'looks', 'permit']),
      folder(`${access}/routes`, `@(${routeNotes})`, [
        'current-actor',
        'decided-looks',
        'declarations',
        'page-session',
      ]),
      folder(`${access}/routes`, `!(${routeRules}|${routeNotes})`, ['access-guard', 'guard-headers', 'pages']),
      folder(`${access}/tokens`, `@(${tokenRules})`, [
        'allowed-issuers',
        'latest',
        'realm-url',
        'token-rules',
        'token-text',
        'verified-tokens',
      ]),
      folder(`${access}/tokens`, `@(${tokensFetched})`, ['realm-keys', 'service-tokens']),
      folder(`${access}/tokens`, `!(${tokenRules}|${tokensFetched}|test-realm)`, ['token-refusals', 'token-verifier']),
    ],
  },
  consent: {
    about: 'whom a basis covers, who gives it, who records it, for how long a lease is counted, whether a chain holds',
    project: 'services/consent',
    parts: [
      folder(`${consent}/bases`, '{basis,basis-giver}', ['basis']),
      folder(`${consent}/bases`, '{check-assertion,who-records}', ['check-assertion', 'who-records']),
      folder(`${consent}/cover`, '{consent-rule,dates,needed,takes-away}', ['coverage-']),
      folder(`${consent}/cover`, 'coverage', ['coverage']),
      folder(`${consent}/cover`, 'told-coverage', ['told-coverage']),
      folder(`${consent}/families`, 'turns'),
      folder(`${consent}/leases`, 'lease-ledger'),
      folder(`${consent}/look-ups`, '{chain,check-chain,signed-head}'),
    ],
  },
  messaging: {
    about: 'what leaves the outbox and what is read from the bus',
    project: 'libs/messaging',
    parts: [
      {
        mutate: ['libs/messaging/src/{envelope,event-context,jetstream-strategy,read-message}.ts'],
        specs: ['libs/messaging/dist/'],
      },
    ],
  },
  cpr: {
    about: 'personal identification numbers',
    project: 'libs/kernel',
    parts: [{ mutate: ['libs/kernel/src/{cpr,holds-cpr}.ts'], specs: ['libs/kernel/dist/'] }],
  },
};
