import type { AccessDeclaration } from '@helhed/access';

/** Who may look at families and their enrolments, with a person's own token. */
export const readers: AccessDeclaration['allow'] = [
  { kind: 'person', functions: ['triager', 'group-leader', 'family-coordinator'] },
];
