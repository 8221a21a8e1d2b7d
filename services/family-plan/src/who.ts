import type { AccessDeclaration } from '@helhed/access';

type Allow = AccessDeclaration['allow'];
const persons = (...functions: string[]): Allow => [{ kind: 'person', functions }];

export const custodyKeepers = persons('triager', 'caseworker', 'social-worker', 'family-coordinator');

export const administrators = persons('administrator');

/** Who ties others to a family; a family coordinator all but coordinators. */
export const relationKeepers = persons('triager', 'programme-lead', 'family-coordinator');

export const leads = persons('programme-lead');

/** Who offers to observe how a parent and a child are together, and notes what was seen. */
export const psychologists = persons('psychologist');

export const caseWorkers: Allow = [{ kind: 'person', functions: 'case' }];
export const caseOrLead: Allow = [...caseWorkers, ...leads];

export const signedIn: Allow = [{ kind: 'person' }, { kind: 'citizen' }];

export const citizens: Allow = [{ kind: 'citizen' }];

/** Functions with authority: they alone do what an act marked *decide* does (docs/access.md, 3). */
export const hasAuthority = (name: string | undefined): boolean => name === 'social-worker' || name === 'caseworker';
