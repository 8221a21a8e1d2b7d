import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the referral service published; its `figures` say what is counted for the programme. */
@Entity('programme_copy')
export class ProgrammeCopy {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly code!: string;
  @PrimaryColumn('integer') readonly version!: number;
  @Column('jsonb') readonly definition!: ProgrammeDefinition;
}

/** The newest version: one list of figures for the whole period, whichever versions the families came in under. */
export async function getProgramme({ manager, municipality }: Tx, code: string): Promise<ProgrammeCopy> {
  const programme = await manager.findOne(ProgrammeCopy, { where: { municipality, code }, order: { version: 'DESC' } });
  if (programme) return programme;
  throw notFound({ da: 'Indsatsen', en: 'The programme' });
}
