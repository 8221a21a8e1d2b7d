import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { End } from '../periods/periods.dto.js';
import { caseOrLead, relationKeepers } from '../who.js';
import { EndRelation } from './end-relation.js';
import { FindRelations } from './find-relations.js';
import * as dto from './relations.dto.js';
import { SetRelation } from './set-relation.js';

@Controller('v1')
export class RelationsController {
  constructor(
    private readonly setRelation: SetRelation,
    private readonly endRelation: EndRelation,
    private readonly relations: FindRelations,
  ) {}

  @Get('families/:id/relations')
  @Access({ ...acts.listRelations, allow: caseOrLead, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.RelationPage, {
    summary: { en: 'List who is tied to a family', da: 'Vis, hvem der er knyttet til en familie' },
    description: 'Who is tied to the family today.',
    example: { items: [dto.relationExample], next: null, total: 1 },
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.RelationQuery) query: dto.RelationQuery,
  ): Promise<Page<dto.RelationView>> {
    return this.relations.ofFamily(actor, id, query);
  }

  @Post('relations')
  @Idempotent()
  @Access({ ...acts.setRelation, allow: relationKeepers, subjects: 'family', answers: dto.RelationView })
  @Returns(dto.RelationView, {
    status: 201,
    summary: {
      en: 'Tie a family coordinator, team member, contact pedagogue, partner or a child’s institution to a family',
      da: 'Knyt en familiekoordinator, et teammedlem, en kontaktpædagog, en samarbejdspartner eller et barns institution til en familie',
    },
    description: 'The relation. Which child attends an institution is not in it.',
    example: dto.relationExample,
  })
  set(@CurrentActor() actor: Actor, @Body(dto.SetRelation) wish: dto.SetRelation): Promise<dto.RelationView> {
    return this.setRelation.run(actor, wish);
  }

  @Command('end', 'relations/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.endRelation, allow: caseOrLead, subjects: 'family', answers: dto.RelationView })
  @Returns(dto.RelationView, {
    summary: {
      en: 'End a relation on a day, earlier than it was to end',
      da: 'Afslut en tilknytning på en dag, tidligere end den skulle ende',
    },
    description: 'The relation, ended.',
    example: { ...dto.relationExample, to: '2026-10-05', version: 2 },
  })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(End) { on }: End,
  ): Promise<dto.RelationView> {
    return this.endRelation.run(actor, id, version, on);
  }
}
