import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { systems } from '../readers.js';
import * as dto from './changes.dto.js';
import { FindChanges } from './find-changes.js';

const example = {
  items: [{ id: '0198a1b2-0000-7000-8000-000000000001', type: 'referral.accepted' }],
  next: null,
  total: 1,
  resume: 'c2VhbGVkLWN1cnNvcg',
} as const;

@Controller('v1/changes')
export class ChangesController {
  constructor(private readonly changes: FindChanges) {}

  @Get()
  @Access({ ...acts.changes, allow: systems, subjects: 'family', feed: true })
  @Returns(dto.ChangePage, {
    summary: { en: 'Take what has changed of the referrals sent', da: 'Hent, hvad der er ændret i egne indstillinger' },
    description:
      "For a department's system: which of the referrals that its unit has sent have changed in the last 30 days, in order; id and type only. Each is told while the sender may hear the outcome; what it may not hear is not there.",
    example: { ...example, items: [...example.items] },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.ChangeQuery) query: dto.ChangeQuery): Promise<dto.ChangePage> {
    return this.changes.page(actor, query);
  }
}
