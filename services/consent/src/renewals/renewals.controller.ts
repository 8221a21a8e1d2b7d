import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../bases/acts.js';
import { FindRenewalTasks } from './find-renewal-tasks.js';
import { RenewalPage, renewalPageExample, RenewalQuery, type RenewalTask } from './renewals.dto.js';

@Controller('v1/renewal-tasks')
export class RenewalsController {
  constructor(private readonly tasks: FindRenewalTasks) {}

  @Get()
  @Access({
    ...acts.renewals,
    allow: [{ kind: 'person', functions: 'case' }],
    subjects: 'family',
    sections: ['basis.entry'],
  })
  @Returns(RenewalPage, {
    summary: { en: 'List the bases that will soon not hold', da: 'Vis de hjemler, der snart ikke gælder' },
    description: 'Bases that one’s own unit recorded and that will soon not hold, or not cover somebody.',
    example: renewalPageExample,
  })
  page(@CurrentActor() actor: Actor, @Query(RenewalQuery) query: RenewalQuery): Promise<Page<RenewalTask>> {
    return this.tasks.page(actor, query);
  }
}
