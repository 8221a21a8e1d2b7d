import type { Acting } from './asker.js';
import type { ToldCustody } from './recorded.js';
import type { Hold } from './relations.js';
import { ofCase, structureSection, type Section } from './sections.js';
import { viewOf, type Decided } from './view.js';
import type { Family, World } from './world.js';

/** What is told of custody in words, as a list has it. */
export const toldInWords = (child: string, holder: string): string => `${child} by ${holder}`;

const toldOf = (world: World, { id }: Family): ToldCustody[] =>
  (world.told ?? []).filter(({ family }) => family === id).filter((told) => !isRecorded(world, told));

/** A-FAM-58: once something was recorded of the two, it is told no more. */
const isRecorded = (world: World, told: ToldCustody): boolean =>
  world.custody.some(({ child, holder }) => child === told.child && holder === told.holder);

/** 4.1: about the child and whom the referral named, and nobody else. */
export const toldSections = (world: World, family: Family): Section[] =>
  toldOf(world, family).map(({ child, holder }) => ({
    name: `family.told-custody:${toldInWords(child, holder)}`,
    category: 'custody',
    persons: [child, holder],
    ...ofCase(world, family.id),
    partOf: 'family.structure',
  }));

/** A-FAM-04: what of it is in the list; what is withheld is not there, nor named. */
export const toldView = (world: World, who: Acting, holds: readonly Hold[], family: Family): Decided =>
  viewOf(world, who, holds, [structureSection(world, family), ...toldSections(world, family)]);
