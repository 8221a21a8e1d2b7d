import type { Act } from '@helhed/access';

/** What the routes of the decision API do: docs/access.md, 4.9. They show nothing of a thing but what would be decided. */
const asking = (act: string): Act => ({ act, mode: 'read', relations: [], sections: [] });

export const acts = {
  evaluate: asking('access.evaluate'),
  searchSubject: asking('access.search-subject'),
  searchResource: asking('access.search-resource'),
  searchAction: asking('access.search-action'),
} as const;
