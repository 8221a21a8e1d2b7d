import type { Allowed } from '@helhed/access';

/** Who sees what figures count, row by row. */
export const leads: readonly Allowed[] = [{ kind: 'person', functions: ['programme-lead'] }];
