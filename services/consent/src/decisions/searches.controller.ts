import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Paging, Returns } from '@helhed/web';
import { Controller, Post } from '@nestjs/common';
import { acts } from './acts.js';
import { actionExample, resourceExample, subjectExample } from './authzen.examples.js';
import { EvaluateAccess } from './evaluate-access.js';
import { foundPage, pageOf } from './found-page.js';
import { SearchResources } from './search-resources.js';
import { SearchSubjects } from './search-subjects.js';
import * as dto from './search.dto.js';
import { paths } from './standard-paths.js';

const anybody = [{ kind: 'person', functions: 'any' }] as const;

@Controller()
export class SearchesController {
  constructor(
    private readonly access: EvaluateAccess,
    private readonly subjects: SearchSubjects,
    private readonly resources: SearchResources,
    private readonly paging: Paging,
  ) {}

  @Post(paths.searchSubject)
  @Access({
    ...acts.searchSubject,
    allow: [{ kind: 'citizen' }, { kind: 'person', functions: ['data-protection-officer'] }],
    subjects: 'person',
  })
  @Returns(dto.Found, {
    summary: { en: 'Search for functions that may do something', da: 'Søg efter funktioner, der må noget' },
    description: 'Functions in units, never persons; of what is not the citizen’s own, none.',
    example: subjectExample,
  })
  bySubject(@CurrentActor() actor: Actor, @Body(dto.SubjectSearch) asked: dto.SubjectSearch): Promise<dto.Found> {
    return this.subjects.run(actor, asked);
  }

  @Post(paths.searchResource)
  @Access({ ...acts.searchResource, allow: anybody, subjects: 'family' })
  @Returns(dto.Found, {
    summary: { en: 'Search for things on which an act is allowed', da: 'Søg efter det, et sagsskridt er tilladt på' },
    description: 'Referrals or families, by id.',
    example: resourceExample,
  })
  byResource(@CurrentActor() actor: Actor, @Body(dto.ResourceSearch) asked: dto.ResourceSearch): Promise<dto.Found> {
    return this.resources.run(actor, asked);
  }

  @Post(paths.searchAction)
  @Access({ ...acts.searchAction, allow: anybody, subjects: 'family' })
  @Returns(dto.FoundActions, {
    summary: { en: 'Search for acts that are allowed on a thing', da: 'Søg efter tilladte sagsskridt' },
    description: 'Names of acts.',
    example: actionExample,
  })
  async byAction(
    @CurrentActor() actor: Actor,
    @Body(dto.ActionSearch) asked: dto.ActionSearch,
  ): Promise<dto.FoundActions> {
    const page = pageOf(asked, actor);
    const [after] = this.paging.after('actions', page) ?? [];
    const names = await this.access.actions(actor, asked);
    const rest = names.filter((name) => after === undefined || name > String(after)).slice(0, page.limit + 1);
    return foundPage(this.paging, 'actions', page, rest, names.length, (name) => ({ name }));
  }
}
