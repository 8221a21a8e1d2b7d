import type { Act } from '@helhed/access';

/** What was given out on paper, by which relations, and that it shows no section: docs/access.md, 4.6. */
export const acts = {
  list: { act: 'paper.list', mode: 'read', relations: ['register', 'triage', 'coordinator'], sections: [] },
  ownList: { act: 'paper.own-list', mode: 'read', relations: ['own', 'custody'], sections: [] },
} as const satisfies Record<string, Act>;
