import type { Act } from '@helhed/access';
import { toFamily } from '../bases/acts.js';

/** The routes of orientations, by which relations each reaches, and what it shows: docs/access.md, 4.6. */
export const acts = {
  record: { act: 'orientation.record', mode: 'write', relations: toFamily, sections: [] },
  list: {
    act: 'orientation.list',
    mode: 'read',
    relations: ['register', 'triage', 'coordinator'],
    sections: ['orientation.entry'],
  },
  ownList: {
    act: 'orientation.own-list',
    mode: 'read',
    relations: ['own', 'custody'],
    sections: ['orientation.entry'],
  },
} as const satisfies Record<string, Act>;
