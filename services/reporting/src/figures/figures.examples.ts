import type { z } from 'zod';
import { Counts } from './counts.js';
import { definitionViews, toFigureView, type FiguresView, type RowPage } from './figures.dto.js';

const counts = new Counts([
  { selection: 'referred', part: null, count: 20 },
  { selection: 'accepted', part: null, count: 16 },
  { selection: 'declined', part: 'outside-target-group', count: 3 },
  { selection: 'places-assigned', part: '12', count: 4 },
  { selection: 'places-assigned', part: '31', count: 8 },
]);

const definition = {
  reasons: [{ code: 'outside-target-group', text: { da: 'uden for målgruppen', en: 'outside the target group' } }],
};

export const figures: FiguresView = {
  programme: 'nyborg-familiestue',
  from: '2026-01-01',
  to: '2026-12-31',
  programmeVersion: 1,
  figures: (['referred', 'accepted', 'declined', 'waiting-days-median'] as const).map((code) =>
    toFigureView(code, counts, definition),
  ),
};

export const definitions = { items: definitionViews().items.slice(0, 2) };

export const rows: z.infer<typeof RowPage> = {
  items: [
    {
      id: '0198a1b2-0000-7000-8000-000000000021',
      familyId: '0198a1b2-0000-7000-8000-000000000013',
      on: '2026-09-14',
      part: '12',
      count: 1,
    },
  ],
  next: null,
  total: 1,
};
