import { asksOfItself } from '@helhed/access';
import { acts } from '../acts.js';
import type { OwnKind } from '../own/find-own.js';
import { viewsOf } from './child-view-thing.js';
import type { OwnChildView } from './child-views.dto.js';
import { columnsOfView, toOwnChildView, type ChildViewRow } from './show-child-view.js';

/** All of one's own; of a child in one's custody those that are open, as if there were no others (A-FAM-17). */
export const ownChildViews: OwnKind<ChildViewRow, OwnChildView> = {
  act: acts.listOwnChildViews,
  table: 'child_view',
  alias: 'v',
  known: viewsOf('p.id', asksOfItself),
  columns: columnsOfView,
  view: toOwnChildView,
};
