import { categoryOf, type SectionName } from '@helhed/access';
import type { DecidableAct } from './decidable-acts.js';

/** The act's sections, of one category where one is asked about. */
export const sectionsIn = ({ sections }: DecidableAct, category: string | undefined): readonly SectionName[] =>
  sections.filter((name) => category === undefined || categoryOf(name) === category);
