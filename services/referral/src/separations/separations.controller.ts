import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { triageOrLead } from '../readers.js';
import { EndSeparation } from './end-separation.js';
import { FindSeparations } from './find-separations.js';
import { RecordSeparation } from './record-separation.js';
import * as dto from './separations.dto.js';

@Controller('v1/separations')
export class SeparationsController {
  constructor(
    private readonly recordSeparation: RecordSeparation,
    private readonly endSeparation: EndSeparation,
    private readonly separations: FindSeparations,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.recordSeparation, allow: triageOrLead, subjects: 'family', answers: 'decided' })
  @Returns(dto.RecordedSeparation, {
    status: 201,
    summary: {
      en: 'Record that two families must not be in one group',
      da: 'Registrér, at to familier ikke må være i samme gruppe',
    },
    description:
      'From now on neither is given a place in a group in which the other sits. Why is not asked, and kept nowhere. Who sits there already stays.',
    example: { ...dto.separationExample, together: false, withheld: [] },
  })
  record(
    @CurrentActor() actor: Actor,
    @Body(dto.RecordSeparation) wish: dto.RecordSeparation,
  ): Promise<dto.RecordedSeparation> {
    return this.recordSeparation.run(actor, wish);
  }

  @Get()
  @Access({ ...acts.listSeparations, allow: triageOrLead, subjects: 'family' })
  @Returns(dto.SeparationPage, {
    summary: {
      en: 'List families that must not be in one group',
      da: 'Vis familier, der ikke må være i samme gruppe',
    },
    description: 'Those that are not over, of families that are both within reach.',
    example: { items: [dto.separationExample], next: null, total: 1 },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query(dto.SeparationQuery) query: dto.SeparationQuery,
  ): Promise<Page<dto.SeparationView>> {
    return this.separations.page(actor, query);
  }

  @Command('end')
  @Access({ ...acts.endSeparation, allow: triageOrLead, subjects: 'family', answers: dto.SeparationView })
  @Returns(dto.SeparationView, {
    summary: { en: 'Let two families be in one group again', da: 'Lad to familier være i samme gruppe igen' },
    description: 'It ends today. A family that waited because of it is given what is open.',
    example: { ...dto.separationExample, to: '2026-11-20', version: 2 },
  })
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.SeparationView> {
    return this.endSeparation.run(actor, id, version);
  }
}
