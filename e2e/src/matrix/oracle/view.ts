import type { Acting } from './asker.js';
import type { Hold } from './relations.js';
import type { View, Withheld } from './request.js';
import type { Section } from './sections.js';
import { showSection, type Shown } from './show.js';
import type { World } from './world.js';

export interface Decided extends View {
  readonly revocable: boolean;
  /** The rule of the first section withheld, or of what is shown. */
  readonly rule: string;
}

export const nameOf = ({ name, person, household }: Section): string =>
  [name, person ?? household].filter(Boolean).join(':');

/** Step 9 for a thing's sections: A-SEC-06 withholds the parts with the whole. */
export function viewOf(world: World, who: Acting, holds: readonly Hold[], sections: readonly Section[]): Decided {
  const decided = new Map<Section, Shown>();
  for (const section of sections) {
    const whole = [...decided].find(([each]) => each.name === section.partOf)?.[1];
    decided.set(
      section,
      whole?.reason === undefined || world.partsByThemselves
        ? showSection(world, who, holds, section)
        : { reason: whole.reason, revocable: false, rule: 'A-SEC-06' },
    );
  }
  const withheld: Withheld[] = [];
  const shown: string[] = [];
  for (const [section, { reason, rule }] of decided)
    if (reason === undefined) shown.push(nameOf(section));
    else if (rule !== 'A-SEC-06') {
      withheld.push({ category: section.category, reason, ...(section.person && { person: section.person }) });
      for (const category of section.parts ?? []) withheld.push({ category, reason });
    }
  const all = [...decided.values()];
  return {
    shown,
    withheld,
    revocable: all.some(({ revocable }) => revocable),
    rule: all.find(({ reason }) => reason !== undefined)?.rule ?? all[0]?.rule ?? 'A-REL-02',
  };
}
