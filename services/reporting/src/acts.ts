import type { Act } from '@helhed/access';

/** docs/access.md 4.8: what is counted, and row by row. */
export const acts = {
  figures: { act: 'figures.read', mode: 'read', relations: ['lead'], sections: ['figure.row'] },
  rows: { act: 'figures.rows', mode: 'read', relations: ['lead'], sections: ['figure.row'] },
} as const satisfies Record<string, Act>;
