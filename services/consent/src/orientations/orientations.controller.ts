import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { cases, officer } from '../who.js';
import { acts } from './acts.js';
import { FindOrientations } from './find-orientations.js';
import * as dto from './orientations.dto.js';
import { RecordOrientation } from './record-orientation.js';

@Controller('v1')
export class OrientationsController {
  constructor(
    private readonly recording: RecordOrientation,
    private readonly orientations: FindOrientations,
  ) {}

  @Post('orientations')
  @Idempotent()
  @Access({ ...acts.record, allow: [cases], subjects: 'family', answers: dto.RecordedOrientation })
  @Returns(dto.RecordedOrientation, {
    status: 201,
    summary: {
      en: 'Record what a parent without custody was answered who asked about the child',
      da: 'Notér, hvad en forælder uden forældremyndighed fik svaret på sit spørgsmål om barnet',
    },
    description: 'That it was recorded. A refusal is recorded by those alone who decide in cases.',
    example: dto.recordedExample,
  })
  record(@CurrentActor() actor: Actor, @Body(dto.RecordOrientation) answered: dto.RecordOrientation) {
    return this.recording.run(actor, answered);
  }

  @Get('orientations')
  @Access({ ...acts.list, allow: [cases, officer], subjects: 'family' })
  @Returns(dto.OrientationPage, {
    summary: {
      en: 'List what parents without custody were answered about a family’s children',
      da: 'Vis, hvad forældre uden forældremyndighed fik svaret om en families børn',
    },
    description: 'The answers, in the order recorded, with the reason of a refusal.',
    example: { items: [dto.refusedExample], next: null, total: 1 },
  })
  page(
    @CurrentActor() actor: Actor,
    @Query(dto.OrientationQuery) query: dto.OrientationQuery,
  ): Promise<Page<dto.OrientationView>> {
    return this.orientations.page(actor, query);
  }

  @Get('persons/:id/orientations')
  @Access({ ...acts.ownList, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(dto.OrientationPage, {
    summary: {
      en: 'List what was answered to a parent without custody: to oneself, about oneself or about a child in one’s custody',
      da: 'Vis, hvad en forælder uden forældremyndighed fik svaret: en selv, om en selv eller om et barn, man har forældremyndigheden over',
    },
    description: 'The answers, in the order recorded. The reason of a refusal is for the parent who asked.',
    example: { items: [dto.givenExample], next: null, total: 1 },
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.OwnOrientationsQuery) query: dto.OwnOrientationsQuery,
  ): Promise<Page<dto.OrientationView>> {
    return this.orientations.ofPerson(actor, id, query);
  }
}
