import { askedOn } from './scenarios.js';

interface Standing {
  readonly layer: string;
  readonly relation: string;
  readonly categories: readonly string[];
}

interface Definition {
  readonly version: number;
  readonly validFrom: string;
  readonly purposes?: Readonly<Record<string, { readonly standing?: readonly Standing[] | undefined } | undefined>>;
}

/**
 * The version in force on the day that the world is asked, which no referral of it came in under: whoever supports a child
 * after the course knows of its place by no standing basis any more.
 */
export function nextDefinition<T extends Definition>(definition: T): T {
  const { version, purposes = {} } = definition;
  const standing = purposes['contact-support']?.standing?.map((each) =>
    each.relation === 'contact' && each.layer === 'processing'
      ? { ...each, categories: each.categories.filter((category) => category !== 'enrolment') }
      : each,
  );
  const support = { ...purposes['contact-support'], standing };
  return {
    ...definition,
    version: version + 1,
    validFrom: askedOn,
    purposes: { ...purposes, 'contact-support': support },
  };
}
