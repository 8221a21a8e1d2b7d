import type { EventData, RelationEnded, RelationKind, RelationSet } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError, type FieldError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { endOn } from '../periods/period.js';
import type { SetRelation } from './relations.dto.js';

type Set = EventData<typeof RelationSet>;
type Ended = EventData<typeof RelationEnded>;

/** What ties somebody, in a function in a unit, to a family in a programme: it lets reach, and shows nothing by itself. */
@Entity('relation')
export class Relation {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly programme!: string;
  @Column('text') readonly kind!: RelationKind;
  /** Null for a partner: whoever holds the function in the unit. */
  @Column('text', { nullable: true }) readonly sub!: string | null;
  @Column('text') readonly unit!: string;
  @Column('text') readonly function!: string;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `relation-incomplete`, naming every field at fault */
  static set(municipality: string, id: string, wish: SetRelation, today: string): Relation {
    const { sub = null, from = today, to = null } = wish;
    const faults = faultsOf({ ...wish, from });
    if (faults.length > 0) throw incomplete(faults);
    return change(new Relation(), { municipality, id, ...wish, sub, from, to, version: 1 });
  }

  /** Whether it names this person, or, for a partner, the function in the unit. */
  names({ sub, unit, function: name }: Pick<Relation, 'unit' | 'function'> & { readonly sub: string }): boolean {
    return this.sub === null ? this.unit === unit && this.function === name : this.sub === sub;
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

function faultsOf({ kind, sub, function: name, from, to }: SetRelation & { from: string }): FieldError[] {
  const faults: FieldError[] = [];
  if (kind === 'partner' && sub !== undefined) faults.push({ field: 'sub', ...notOfPartner });
  if (kind !== 'partner' && sub === undefined) faults.push({ field: 'sub', ...required });
  if (kind === 'coordinator' && name !== 'family-coordinator') faults.push({ field: 'function', ...notCoordinator });
  if (to !== undefined && to <= from) faults.push({ field: 'to', ...notAfterStart });
  return faults;
}

const required = {
  rule: 'required',
  message: { da: 'Sig, hvem det er.', en: 'Say who it is.' },
};
const notOfPartner = {
  rule: 'not-of-partner',
  message: { da: 'En samarbejdspartner er en funktion i en enhed.', en: 'A partner is a function in a unit.' },
};
const notCoordinator = {
  rule: 'not-coordinator',
  message: {
    da: 'En familiekoordinator har funktionen family-coordinator.',
    en: 'A family coordinator holds the function family-coordinator.',
  },
};
const notAfterStart = {
  rule: 'not-after-start',
  message: { da: 'Slutdagen skal være efter startdagen.', en: 'The end must be after the start.' },
};

const incomplete = (fields: readonly FieldError[]): DomainError =>
  new DomainError(
    'rule',
    'relation-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    fields,
  );
