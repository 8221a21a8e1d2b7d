import type { BarredReason, WithheldReason } from './reasons.js';
import type { Relation } from './relations.js';
import { outerOf, type SectionCategory, type SectionName } from './sections.js';
import type { Shown } from './weigh-section.js';

export type DecidedSection = {
  readonly name: SectionName;
  readonly category: SectionCategory;
  readonly of: string | null;
  readonly person: string | null;
} & (Shown | { readonly shown: false; readonly reason: WithheldReason });

/** As an answer says it of a thing or of a list's item. */
export interface Withheld {
  readonly category: SectionCategory;
  readonly reason: WithheldReason;
  readonly person?: string;
}

interface Decided {
  readonly relations: readonly Relation[];
  readonly barred?: BarredReason | undefined;
  readonly sections: readonly DecidedSection[];
  readonly epoch: number;
}

/** What one actor, in one function, may see of one thing today. Never kept: every request decides anew. */
export class Decision implements Decided {
  /** The relations that hold; none: the thing is not there for the actor (404) */
  readonly relations: readonly Relation[];
  readonly barred: BarredReason | undefined;
  readonly sections: readonly DecidedSection[];
  /** The service's count of access taken away, read in the same statement */
  readonly epoch: number;

  constructor({ relations, barred, sections, epoch }: Decided) {
    this.relations = relations;
    this.barred = barred;
    this.sections = sections;
    this.epoch = epoch;
  }

  get isReached(): boolean {
    return this.relations.length > 0 && this.barred === undefined;
  }

  /** Whether the section is shown; `of` the member, child or household where there are several. */
  shows(name: SectionName, of: string | null = null): boolean {
    return this.sections.some((section) => section.name === name && section.of === of && section.shown);
  }

  /** Whether the answer needs a lease: something in it is shown on a revocable ground only (A-LEA-01). */
  get isRevocable(): boolean {
    return this.#shown.some(({ revocable }) => revocable);
  }

  get categories(): SectionCategory[] {
    return [...new Set(this.#shown.map(({ category }) => category))];
  }

  get bases(): string[] {
    return [...new Set(this.#shown.flatMap(({ bases }) => bases))];
  }

  get withheld(): Withheld[] {
    const all = this.sections.flatMap((section) =>
      section.shown
        ? []
        : [{ category: section.category, reason: section.reason, ...(section.person && { person: section.person }) }],
    );
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }

  /** A command's answer without a lease: it took effect, and what rests on a revocable ground is withheld (A-LEA-01). */
  withoutRevocable(): Decision {
    const sections = this.sections.map((section): DecidedSection => {
      if (!section.shown || !section.revocable) return section;
      const { name, category } = section;
      // not of whom: what lies around it may be withheld too, and that alone tells who there is (A-SEC-06)
      const whole = outerOf(name) === undefined ? section : { of: null, person: null };
      return { name, category, of: whole.of, person: whole.person, shown: false, reason: 'consent-unavailable' };
    });
    const { relations, barred, epoch } = this;
    return new Decision({ relations, barred, sections, epoch });
  }

  get #shown() {
    return this.sections.filter((section) => section.shown);
  }
}
