import type { GroupShape, ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, LessThanOrEqual, PrimaryColumn } from 'typeorm';

/** What the referral service published; a group keeps to the version it was made under. */
@Entity('programme_copy')
export class ProgrammeCopy {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly code!: string;
  @PrimaryColumn('integer') readonly version!: number;
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  @Column('jsonb') readonly definition!: ProgrammeDefinition;

  get group(): GroupShape {
    if (this.definition.group) return this.definition.group;
    throw new DomainError('rule', 'programme-without-groups', {
      da: 'Indsatsen har ingen grupper.',
      en: 'The programme has no groups.',
    });
  }
}

/** The version in force on a date. */
export async function getProgramme({ manager, municipality }: Tx, code: string, on: string): Promise<ProgrammeCopy> {
  const where = { municipality, code, validFrom: LessThanOrEqual(on) };
  const programme = await manager.findOne(ProgrammeCopy, { where, order: { version: 'DESC' } });
  if (programme) return programme;
  throw new DomainError(
    'rule',
    'programme-unknown',
    {
      da: 'Indsatsen er ikke offentliggjort, eller den gælder ikke på den dag.',
      en: 'The programme is not published, or is not in force on that day.',
    },
    [{ field: 'programme', rule: 'unknown' }],
  );
}

/** The version that a group was opened under. */
export async function getProgrammeOf(
  { manager, municipality }: Tx,
  group: { programme: string; programmeVersion: number },
): Promise<ProgrammeCopy> {
  return manager.findOneByOrFail(ProgrammeCopy, {
    municipality,
    code: group.programme,
    version: group.programmeVersion,
  });
}
