import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a published definition a basis depends on. */
@Entity('programme_copy')
export class ProgrammeCopy {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly code!: string;
  @PrimaryColumn('integer') readonly version!: number;
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  @Column('jsonb') readonly name!: ProgrammeDefinition['name'];
  @Column('text', { name: 'may_refer', array: true }) readonly mayRefer!: string[];
  @Column('jsonb', { nullable: true }) readonly purposes!: ProgrammeDefinition['purposes'] | null;
}

export type ProgrammeVersion = Pick<ProgrammeCopy, 'code' | 'version' | 'validFrom' | 'name'> &
  Pick<ProgrammeDefinition, 'purposes'>;

/** All versions of a programme; none of one that is not known here. */
export async function findVersions({ manager, municipality }: Tx, code: string): Promise<ProgrammeVersion[]> {
  const copies = await manager.find(ProgrammeCopy, { where: { municipality, code }, order: { version: 'ASC' } });
  return copies.map(({ purposes, ...copy }) => ({ ...copy, purposes: purposes ?? undefined }));
}

/** @throws DomainError `programme-unknown` */
export async function getVersions(tx: Tx, code: string): Promise<ProgrammeVersion[]> {
  const versions = await findVersions(tx, code);
  if (versions.length > 0) return versions;
  throw new DomainError(
    'rule',
    'programme-unknown',
    { da: 'Indsatsen er ikke offentliggjort, eller ikke endnu.', en: 'The programme is not published, or not yet.' },
    [{ field: 'programme', rule: 'unknown' }],
  );
}
