import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { planners } from '../reach.js';
import { AddStaff } from './add-staff.js';
import { FindStaff } from './find-staff.js';
import * as dto from './staff.dto.js';

@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly addStaff: AddStaff,
    private readonly findStaff: FindStaff,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.addStaff, allow: planners, subjects: 'staff', categories: ['staff'] })
  @Returns(dto.StaffView, {
    status: 201,
    description: 'The member of staff.',
    summary: { en: 'Add a member of staff', da: 'Opret en medarbejder' },
    example: dto.staffExample,
  })
  add(@CurrentActor() actor: Actor, @Body(dto.AddStaff) wish: dto.AddStaff) {
    return this.addStaff.run(actor, wish);
  }

  @Get()
  @Access({ ...acts.listStaff, allow: planners, subjects: 'staff', categories: ['staff'] })
  @Returns(dto.StaffPage, {
    summary: { en: 'List staff', da: 'Vis medarbejdere' },
    description: 'Staff within reach.',
    example: { items: [dto.staffExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.StaffQuery) query: dto.StaffQuery) {
    return this.findStaff.page(actor, query);
  }

  @Get(':id')
  @Access({ ...acts.readStaff, allow: planners, subjects: 'staff', categories: ['staff'] })
  @Returns(dto.StaffView, {
    summary: { en: 'Read a member of staff', da: 'Læs en medarbejder' },
    description: 'The member of staff.',
    example: dto.staffExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findStaff.get(actor, id);
  }
}
