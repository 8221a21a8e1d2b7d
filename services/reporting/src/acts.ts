import type { Act } from '@helhed/access';

/** docs/access.md 4.8: the one route that shows more than counts. */
export const acts = {
  rows: { act: 'figures.rows', mode: 'read', relations: ['lead'], sections: ['figure.row'] },
} as const satisfies Record<string, Act>;
