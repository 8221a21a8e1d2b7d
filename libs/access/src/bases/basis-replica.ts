import type { BasisRecorded, EventContract } from '@helhed/contracts';
import { change } from '@helhed/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Recorded = typeof BasisRecorded extends EventContract<infer T> ? T : never;

/** A service's copy of a legal basis that the consent service registered: what it may rest an answer on. */
@Entity({ name: 'basis_replica', schema: 'helhed' })
export class BasisReplica {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'family_id' }) readonly familyId!: string;
  @Column('text') readonly kind!: Recorded['kind'];
  @Column('text') readonly layer!: Recorded['layer'];
  @Column('text') readonly purpose!: string;
  @Column('text', { array: true }) readonly categories!: string[];
  @Column('text', { name: 'from_unit' }) readonly fromUnit!: string;
  @Column('text', { name: 'to_unit' }) readonly toUnit!: string;
  @Column('uuid', { array: true }) readonly persons!: string[];
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  /** The first day on which it no longer holds */
  @Column('date', { name: 'valid_to', nullable: true }) readonly validTo!: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) readonly withdrawnAt!: Date | null;
  /** The consent service's count of what took access away, as the last event about this basis carried it */
  @Column('integer') readonly epoch!: number;

  static of(municipality: string, { basisId: id, ...recorded }: Recorded): BasisReplica {
    return change(new BasisReplica(), { municipality, id, withdrawnAt: null, ...recorded });
  }

  /** Final: a basis once withdrawn never holds again, whatever is heard of it later. */
  withdraw(at: Date, epoch: number): void {
    if (this.withdrawnAt === null) change<BasisReplica>(this, { withdrawnAt: at, epoch });
  }

  /** @param today ISO date in the municipality's time */
  isInForce(today: string): boolean {
    return this.withdrawnAt === null && this.validFrom <= today && (this.validTo === null || today < this.validTo);
  }
}
