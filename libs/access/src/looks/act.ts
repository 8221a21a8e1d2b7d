import type { Asked } from '../decision/question.js';

/** What a route does, by which relations it reaches, and what it shows: its `@Access` spreads it, its handler acts by it. */
export interface Act extends Asked {
  /** Its name in docs/access.md, section 4, such as `referral.read` */
  readonly act: string;
  readonly mode: 'read' | 'write';
}
