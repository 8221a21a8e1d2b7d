import { programmeDefinition, ProgrammePublished, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { ProgrammeCopy } from './programme-copy.js';

type Published = CloudEvent<z.infer<typeof ProgrammePublished.schema>>;

@Controller()
export class WhenProgrammePublished {
  @On(ProgrammePublished)
  async keep({ data: { programme: code, version, definition } }: Published, { tx }: EventContext): Promise<void> {
    const parsed = programmeDefinition.parse(definition);
    const copy = { municipality: tx.municipality, code, version, validFrom: parsed.validFrom, definition: parsed };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ProgrammeCopy)
      .values(copy)
      .orUpdate(['definition', 'valid_from'], ['municipality', 'code', 'version'])
      .execute();
  }
}
