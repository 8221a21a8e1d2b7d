import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { BasisPage, BasisQuery, BasisView, RecordBasis as Asserted } from './bases.dto.js';
import { basisExample } from './basis-example.js';
import { FindBases } from './find-bases.js';
import { RecordBasis } from './record-basis.js';

/** Those who speak with families; a system cannot assert a basis. */
const professionals: readonly Allowed[] = [
  {
    kind: 'person',
    functions: [
      'triager',
      'group-leader',
      'family-coordinator',
      'pedagogue',
      'contact-pedagogue',
      'childminder',
      'health-visitor',
      'teacher',
      'psychologist',
      'social-worker',
      'caseworker',
    ],
  },
];

@Controller('v1/bases')
export class BasesController {
  constructor(
    private readonly recordBasis: RecordBasis,
    private readonly bases: FindBases,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'basis.record', allow: professionals, subjects: 'family', categories: ['basis'] })
  @Returns(BasisView, {
    summary: { en: 'Record a legal basis', da: 'Registrér en hjemmel' },
    status: 201,
    description: 'The basis as it was noted. The register does not judge it.',
    example: basisExample,
  })
  record(@CurrentActor() actor: Actor, @Body(Asserted) asserted: Asserted): Promise<BasisView> {
    return this.recordBasis.run(actor, asserted);
  }

  @Get(':id')
  @Access({ act: 'basis.read', allow: professionals, subjects: 'family', categories: ['basis'] })
  @Returns(BasisView, {
    summary: { en: 'Read a legal basis', da: 'Læs en hjemmel' },
    description: 'The basis.',
    example: basisExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<BasisView> {
    return this.bases.get(actor, id);
  }

  @Get()
  @Access({ act: 'basis.list', allow: professionals, subjects: 'family', categories: ['basis'] })
  @Returns(BasisPage, {
    summary: { en: 'List the legal bases about a family', da: 'Vis hjemlerne om en familie' },
    description: 'The bases about a family, in the order recorded.',
    example: { items: [basisExample], next: null, total: 1 },
  })
  page(@CurrentActor() actor: Actor, @Query(BasisQuery) query: BasisQuery): Promise<Page<BasisView>> {
    return this.bases.page(actor, query);
  }
}
