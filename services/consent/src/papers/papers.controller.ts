import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { cases } from '../who.js';
import { acts } from './acts.js';
import { FindPapers } from './find-papers.js';
import * as dto from './papers.dto.js';

const example = { items: [dto.paperExample], next: null, total: 1, since: '2021-10-06' };

@Controller('v1')
export class PapersController {
  constructor(private readonly papers: FindPapers) {}

  @Get('families/:id/papers')
  @Access({ ...acts.list, allow: [cases], subjects: 'family' })
  @Returns(dto.PaperPage, {
    summary: {
      en: 'List what was given out on paper about a family and cannot be called back',
      da: 'Vis, hvad der er givet ud på papir om en familie og ikke kan kaldes tilbage',
    },
    description: 'The papers, the latest first: kind, day, unit and function, and no employee’s name.',
    example,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.PaperQuery) query: dto.PaperQuery,
  ): Promise<dto.PaperPage> {
    return this.papers.ofFamily(actor, id, query);
  }

  @Get('persons/:id/papers')
  @Access({ ...acts.ownList, allow: [{ kind: 'citizen' }], subjects: 'person', categories: ['look-up-log'] })
  @Returns(dto.PaperPage, {
    summary: {
      en: 'List what was given out on paper about oneself, or a child in one’s custody',
      da: 'Vis, hvad der er givet ud på papir om en selv eller et barn, man har forældremyndigheden over',
    },
    description: 'The same, of what told something about the person.',
    example,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.PaperQuery) query: dto.PaperQuery,
  ): Promise<dto.PaperPage> {
    return this.papers.ofPerson(actor, id, query);
  }
}
