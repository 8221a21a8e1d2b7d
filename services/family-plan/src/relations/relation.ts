import type { EventData, RelationEnded, RelationKind, RelationSet } from '@helhed/contracts';
import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { endOn } from '../periods/period.js';
import { requireComplete } from './complete-relation.js';
import type { SetRelation } from './relations.dto.js';

type Set = EventData<typeof RelationSet>;
type Ended = EventData<typeof RelationEnded>;

/** Who acts, in a function in a unit, and whether that is a case function. */
interface Somebody {
  readonly sub: string;
  readonly unit: string;
  readonly function: string;
  readonly carriesCases: boolean;
}

/**
 * What ties somebody, in a function in a unit, to a family in a programme, or the unit that a child attends: it lets reach, and
 * shows nothing by itself.
 */
@Entity('relation')
export class Relation {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  @Column('text') readonly kind!: RelationKind;
  /** Null for a partner, whoever holds the function in the unit, and for an institution. */
  @Column('text', { nullable: true }) readonly sub!: string | null;
  @Column('text') readonly unit!: string;
  /** Null for an institution: every case function. */
  @Column('text', { nullable: true }) readonly function!: string | null;
  /** The child who attends the institution: told to nobody. */
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `relation-incomplete`, naming every field at fault */
  static set(municipality: string, id: string, wish: SetRelation, today: string): Relation {
    const { sub = null, function: name = null, personId = null, from = today, to = null } = wish;
    requireComplete({ ...wish, from });
    return change(new Relation(), { municipality, id, ...wish, sub, function: name, personId, from, to, version: 1 });
  }

  /** Whether it names this person, or, for a partner, the function in the unit, for an institution every case function in it. */
  names({ sub, unit, function: name, carriesCases }: Somebody): boolean {
    if (this.sub !== null) return this.sub === sub;
    return this.unit === unit && (this.function === null ? carriesCases : this.function === name);
  }

  end(on: string): Ended {
    change<Relation>(this, { to: endOn(this, on), version: this.version + 1 });
    return this.ended() as Ended;
  }

  wasSet(): Set {
    const { id: relationId, familyId, programme, kind, sub, unit, function: name, from, to } = this;
    return { relationId, familyId, programme, kind, sub, unit, function: name, from, to };
  }

  /** Undefined while nobody ended it: an end that it was set with is told by that. */
  ended(): Ended | undefined {
    const { id: relationId, familyId, to, version } = this;
    return to !== null && version > 1 ? { relationId, familyId, to } : undefined;
  }
}
