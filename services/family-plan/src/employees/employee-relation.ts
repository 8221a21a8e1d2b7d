import type { EmployeeRelationEnded, EmployeeRelationKind, EmployeeRelationSet, EventData } from '@helhed/contracts';
import { change, type PersonalData } from '@helhed/database';
import { DomainError, newId, type MunicipalityCode } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { endOn } from '../periods/period.js';
import { sealCpr } from '../persons/person.js';
import type { SetEmployeeRelation } from './employee-relations.dto.js';

type Set = EventData<typeof EmployeeRelationSet>;
type Ended = EventData<typeof EmployeeRelationEnded>;

/** Whom an employee is, or is a relative of, by CPR number: it bars from the day that a family has such a person. */
@Entity('employee_relation')
export class EmployeeRelation {
  @PrimaryColumn('text') readonly municipality!: MunicipalityCode;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly sub!: string;
  @Column('text') readonly kind!: EmployeeRelationKind;
  @Column('bytea') readonly cpr!: Buffer;
  @Column('bytea', { name: 'cpr_index' }) readonly cprIndex!: Buffer;
  /** Null while no person here has the number. */
  @Column('uuid', { name: 'person_id', nullable: true }) readonly personId!: string | null;
  /** What others know it by: another one for each person that it is matched with. */
  @Column('uuid', { name: 'told_as', nullable: true }) readonly toldAs!: string | null;
  @Column('date', { name: 'from_date' }) readonly from!: string;
  @Column('date', { name: 'to_date', nullable: true }) readonly to!: string | null;
  @Column('integer') readonly version!: number;

  /** @throws DomainError `employee-relation-incomplete` */
  static set(
    data: PersonalData,
    municipality: MunicipalityCode,
    id: string,
    wish: SetEmployeeRelation & { from: string },
  ): EmployeeRelation {
    const { from, cpr, sub, kind } = wish;
    const to = wish.to ?? null;
    if (to !== null && to <= from) throw endsBeforeStart();
    const sealed = sealCpr(data, municipality, `employee_relation.cpr:${id}`, cpr);
    const row = { municipality, id, sub, kind, personId: null, toldAs: null, from, to, version: 1 };
    return change<EmployeeRelation>(new EmployeeRelation(), { ...row, ...sealed });
  }

  match(personId: string): void {
    change<EmployeeRelation>(this, { personId, toldAs: newId() });
  }

  /** The person is erased: the number waits anew. */
  unmatch(): void {
    change<EmployeeRelation>(this, { personId: null, toldAs: null });
  }

  end(on: string): void {
    change<EmployeeRelation>(this, { to: endOn(this, on), version: this.version + 1 });
  }

  /** Whom the access log names. */
  persons(): string[] {
    return this.personId === null ? [] : [this.personId];
  }

  /** Undefined while the person is not known: then nobody is told. */
  wasSet(): Set | undefined {
    const { toldAs: relationId, personId, sub, kind, from, to } = this;
    return relationId === null || personId === null ? undefined : { relationId, personId, sub, kind, from, to };
  }

  ended(): Ended | undefined {
    const { toldAs: relationId, personId, to, version } = this;
    return relationId !== null && personId !== null && to !== null && version > 1
      ? { relationId, personId, to }
      : undefined;
  }
}

const endsBeforeStart = (): DomainError =>
  new DomainError(
    'rule',
    'employee-relation-incomplete',
    { da: 'Oplysningerne hænger ikke sammen.', en: 'What is told does not hang together.' },
    [
      {
        field: 'to',
        rule: 'not-after-start',
        message: { da: 'Slutdagen skal være efter startdagen.', en: 'The end must be after the start.' },
      },
    ],
  );
