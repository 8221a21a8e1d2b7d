import { programmeDefinition, ProgrammePublished, type CloudEvent } from '@helhed/contracts';
import { On, type EventContext } from '@helhed/messaging';
import { Controller } from '@nestjs/common';
import type { z } from 'zod';
import { lockFacts } from '../cover/lock-facts.js';
import { recomputeCoverage } from '../cover/recompute-coverage.js';
import { ProgrammeCopy } from './programme-copy.js';

type Published = CloudEvent<z.infer<typeof ProgrammePublished.schema>>;

@Controller()
export class WhenProgrammePublished {
  /** Whom the programme's bases cover may be otherwise, today or from the version's first day on. */
  @On(ProgrammePublished)
  async keep({ data }: Published, { tx }: EventContext): Promise<void> {
    await lockFacts(tx);
    const { programme: code, version } = data;
    const { validFrom, name, mayRefer, purposes = null } = programmeDefinition.parse(data.definition);
    const copy = {
      municipality: tx.municipality,
      code,
      version,
      validFrom,
      name,
      mayRefer: mayRefer.functions,
      purposes,
    };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ProgrammeCopy)
      .values(copy)
      .orUpdate(['valid_from', 'name', 'may_refer', 'purposes'], ['municipality', 'code', 'version'])
      .execute();
    await recomputeCoverage(tx, { programme: code });
  }
}
