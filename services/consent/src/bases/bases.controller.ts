import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { cases, officer } from '../who.js';
import { acts } from './acts.js';
import * as dto from './bases.dto.js';
import { basisExample } from './basis-example.js';
import { FindBases } from './find-bases.js';
import { RecordBasis } from './record-basis.js';

const page = { items: [basisExample], next: null, total: 1 };

@Controller('v1')
export class BasesController {
  constructor(
    private readonly recordBasis: RecordBasis,
    private readonly bases: FindBases,
  ) {}

  @Post('bases')
  @Idempotent()
  @Access({ ...acts.record, allow: [cases], subjects: 'family', answers: 'decided' })
  @Returns(dto.BasisView, {
    status: 201,
    summary: { en: 'Record a legal basis', da: 'Registrér en hjemmel' },
    description:
      'The basis as it was noted, and whom it covers. The register does not judge it. Who is named wrongly is refused last: 422 `not-a-member` or `not-a-giver`, with the field, to the family’s triager and coordinator; to others 422 `not-a-member`, which is the same of every name. Both are logged as looks.',
    example: basisExample,
  })
  record(@CurrentActor() actor: Actor, @Body(dto.RecordBasis) asserted: dto.RecordBasis): Promise<dto.BasisView> {
    return this.recordBasis.run(actor, asserted);
  }

  @Get('bases/:id')
  @Access({ ...acts.read, allow: [cases, officer], subjects: 'family' })
  @Returns(dto.BasisView, {
    summary: { en: 'Read a legal basis', da: 'Læs en hjemmel' },
    description: 'The basis.',
    example: basisExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.BasisView> {
    return this.bases.get(actor, id);
  }

  @Get('bases')
  @Access({ ...acts.list, allow: [cases, officer], subjects: 'family' })
  @Returns(dto.BasisPage, {
    summary: { en: 'List the legal bases about a family', da: 'Vis hjemlerne om en familie' },
    description: 'The bases about a family, in the order recorded.',
    example: page,
  })
  page(@CurrentActor() actor: Actor, @Query(dto.BasisQuery) query: dto.BasisQuery): Promise<Page<dto.BasisView>> {
    return this.bases.page(actor, query);
  }

  @Get('persons/:id/bases')
  @Access({
    ...acts.ownList,
    allow: [{ kind: 'citizen' }],
    subjects: 'person',
  })
  @Returns(dto.BasisPage, {
    summary: { en: 'List the legal bases about a person', da: 'Vis hjemlerne om en person' },
    description: 'The bases that the person gave, or that are about the person: oneself, or a child in one’s custody.',
    example: page,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.OwnBasesQuery) query: dto.OwnBasesQuery,
  ): Promise<Page<dto.BasisView>> {
    return this.bases.ofPerson(actor, id, query);
  }
}
