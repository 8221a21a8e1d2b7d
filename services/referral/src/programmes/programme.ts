import type { ProgrammeDefinition, ProgrammePublished } from '@helhed/contracts';
import { change } from '@helhed/database';
import { DomainError } from '@helhed/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DataOf } from '../data-of.js';

/** A published version of a programme's definition. It never changes; a later version takes over from its `validFrom`. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('text') readonly code!: string;
  @PrimaryColumn('integer') readonly version!: number;
  @Column('uuid') readonly id!: string;
  @Column('date', { name: 'valid_from' }) readonly validFrom!: string;
  @Column('jsonb') readonly definition!: ProgrammeDefinition;
  /** The unit that the programme belongs to from this version on; null in versions from before units owned them. */
  @Column('text', { nullable: true }) readonly unit!: string | null;
  @Column('timestamptz', { name: 'published_at' }) readonly publishedAt!: Date;

  /**
   * @param latest the version published last, 0 for none
   * @throws DomainError `programme-version-old` unless this one is later
   */
  static publish(
    definition: ProgrammeDefinition,
    by: { id: string; at: Date; unit: string; latest: number },
  ): Programme {
    const { municipality, code, version, validFrom } = definition;
    if (version <= by.latest) throw versionOld(by.latest);
    return change(new Programme(), {
      municipality,
      code,
      version,
      validFrom,
      definition,
      id: by.id,
      unit: by.unit,
      publishedAt: by.at,
    });
  }

  published(): DataOf<typeof ProgrammePublished> {
    return { programme: this.code, version: this.version, definition: this.definition };
  }
}

const versionOld = (latest: number): DomainError =>
  new DomainError(
    'conflict',
    'programme-version-old',
    {
      da: `Version ${latest} er offentliggjort. En ændret definition får et højere versionsnummer.`,
      en: `Version ${latest} is published. A changed definition gets a higher version number.`,
    },
    [
      {
        field: 'definition.version',
        rule: 'too-small',
        message: { da: `Mindst ${latest + 1}.`, en: `At least ${latest + 1}.` },
      },
    ],
  );
