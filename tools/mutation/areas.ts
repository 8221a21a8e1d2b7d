/** What is mutated together, and the specs without servers that have to notice. Paths from the repository's root. */
export interface Area {
  readonly about: string;
  readonly project: string;
  /** Source files, by Stryker's patterns */
  readonly mutate: readonly string[];
  /** Folders of `dist` or names of specs, as parts of regular expressions */
  readonly specs: readonly string[];
}

export const areas: Readonly<Record<string, Area>> = {
  access: {
    about: 'the decision, the tokens and the leases',
    project: 'libs/access',
    mutate: [
      'libs/access/src/decision/*.ts',
      'libs/access/src/tokens/*.ts',
      'libs/access/src/lease/{answer,held-lease,in-flight,municipality-lease}.ts',
      '!libs/access/src/**/*.spec.ts',
      '!libs/access/src/tokens/test-realm.ts',
    ],
    specs: ['libs/access/dist/decision/', 'libs/access/dist/tokens/', 'libs/access/dist/lease/'],
  },
  consent: {
    about: 'whom a basis covers, who gives it, who records it, for how long a lease is counted, whether a chain holds',
    project: 'services/consent',
    mutate: [
      'services/consent/src/cover/{consent-rule,coverage,dates,needed,takes-away}.ts',
      'services/consent/src/bases/{basis,basis-giver,check-assertion,who-records}.ts',
      'services/consent/src/leases/lease-ledger.ts',
      'services/consent/src/look-ups/{chain,check-chain,signed-head}.ts',
    ],
    specs: ['cover', 'bases', 'leases', 'look-ups'].map((folder) => `services/consent/dist/src/${folder}/`),
  },
  messaging: {
    about: 'what leaves the outbox and what is read from the bus',
    project: 'libs/messaging',
    mutate: ['libs/messaging/src/{envelope,event-context,jetstream-strategy,read-message}.ts'],
    specs: ['libs/messaging/dist/'],
  },
  cpr: {
    about: 'personal identification numbers',
    project: 'libs/kernel',
    mutate: ['libs/kernel/src/{cpr,holds-cpr}.ts'],
    specs: ['libs/kernel/dist/'],
  },
};
