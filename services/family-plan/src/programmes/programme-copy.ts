import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a definition that the referral service published. */
@Entity('programme_copy')
export class ProgrammeCopy {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly code!: string;
  @PrimaryColumn('integer') readonly version!: number;
  @Column('jsonb') readonly definition!: ProgrammeDefinition;
}

/**
 * A version, or the newest: it holds the periods of what changes with time.
 * @throws DomainError `unavailable` while it is under way: a programme and a family have no common order on the bus
 */
export async function getProgramme(
  { manager, municipality }: Tx,
  code: string,
  version?: number,
): Promise<ProgrammeDefinition> {
  const where = { municipality, code, ...(version === undefined ? {} : { version }) };
  const copy = await manager.findOne(ProgrammeCopy, { where, order: { version: 'DESC' } });
  if (copy) return copy.definition;
  throw new DomainError('unavailable', 'programme-not-here-yet', {
    da: 'Indsatsens definition er ikke nået frem endnu.',
    en: 'The programme’s definition has not arrived yet.',
  });
}

/** SQL: the version of a programme's definition that is in force on a day, or NULL. @param on SQL `date` */
export const versionOn = (programme: string, on: string): string =>
  `SELECT max(copy.version) FROM programme_copy copy WHERE copy.municipality = helhed.tenant() AND copy.code = ${programme}
     AND (copy.definition->>'validFrom')::date <= ${on}`;

/** The same of one programme. */
export async function findVersionOn(tx: Tx, code: string, on: string): Promise<number | undefined> {
  const [found] = await tx.query<{ max: number | null }>(versionOn('$1', '$2::date'), [code, on]);
  return found?.max ?? undefined;
}
