import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { End } from '../periods/periods.dto.js';
import { acts } from '../acts.js';
import { administrators } from '../who.js';
import * as dto from './employee-relations.dto.js';
import { EndEmployeeRelation } from './end-employee-relation.js';
import { FindEmployeeRelations } from './find-employee-relations.js';
import { SetEmployeeRelation } from './set-employee-relation.js';

@Controller('v1/employee-relations')
export class EmployeeRelationsController {
  constructor(
    private readonly setRelation: SetEmployeeRelation,
    private readonly endRelation: EndEmployeeRelation,
    private readonly relations: FindEmployeeRelations,
  ) {}

  @Post()
  @Idempotent()
  @Access({
    act: 'employee-relation.set',
    allow: administrators,
    subjects: 'person',
    answers: dto.EmployeeRelationView,
  })
  @Returns(dto.EmployeeRelationView, {
    status: 201,
    summary: {
      en: 'Say which person an employee is, or is a relative of',
      da: 'Angiv, hvilken person en medarbejder er eller er pårørende til',
    },
    description: 'What was noted; the same whether the person is known here or not.',
    example: dto.employeeRelationExample,
  })
  set(
    @CurrentActor() actor: Actor,
    @Body(dto.SetEmployeeRelation) wish: dto.SetEmployeeRelation,
  ): Promise<dto.EmployeeRelationView> {
    return this.setRelation.run(actor, wish);
  }

  @Get()
  @Access({ ...acts.listEmployeeRelations, allow: administrators, subjects: 'person' })
  @Returns(dto.EmployeeRelationPage, {
    summary: { en: 'List employees’ own persons and relatives', da: 'Vis medarbejderes egne personer og pårørende' },
    description: 'Employees’ own persons and relatives, without saying who they are.',
    example: { items: [dto.employeeRelationExample], next: null, total: 1 },
  })
  page(
    @CurrentActor() actor: Actor,
    @Query(dto.EmployeeRelationQuery) query: dto.EmployeeRelationQuery,
  ): Promise<Page<dto.EmployeeRelationView>> {
    return this.relations.page(actor, query);
  }

  @Command('end')
  @Access({
    act: 'employee-relation.end',
    allow: administrators,
    subjects: 'person',
    answers: dto.EmployeeRelationView,
  })
  @Returns(dto.EmployeeRelationView, {
    summary: {
      en: 'End an employee’s relation to a person on a day',
      da: 'Afslut en medarbejders tilknytning til en person fra en dag',
    },
    description: 'The relation, ended.',
    example: { ...dto.employeeRelationExample, to: '2026-10-05', version: 2 },
  })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(End) { on }: End,
  ): Promise<dto.EmployeeRelationView> {
    return this.endRelation.run(actor, id, version, on);
  }
}
