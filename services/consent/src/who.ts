import type { Allowed } from '@helhed/access';

export const cases: Allowed = { kind: 'person', functions: 'case' };
export const officer: Allowed = { kind: 'person', functions: ['data-protection-officer'] };

/** Functions with authority (docs/access.md, 3), each in its own unit. */
export const withAuthority: Allowed = { kind: 'person', functions: ['caseworker', 'social-worker'], unit: 'own' };
