import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { AddClosure } from './add-closure.js';
import * as dto from './closures.dto.js';
import { FindClosures } from './find-closures.js';

@Controller('v1/closures')
export class ClosuresController {
  constructor(
    private readonly addClosure: AddClosure,
    private readonly findClosures: FindClosures,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'closure.add', allow: [{ kind: 'person', functions: ['programme-lead'] }], subjects: 'none' })
  @Returns(dto.ClosureView, {
    status: 201,
    description: 'The closing period, in which groups do not meet; holidays are known without.',
    summary: { en: 'Add a closing period', da: 'Opret en lukkeperiode' },
    example: dto.closureExample,
  })
  add(@CurrentActor() actor: Actor, @Body(dto.AddClosure) wish: dto.AddClosure) {
    return this.addClosure.run(actor, wish);
  }

  @Get()
  @Access({ act: 'closure.list', allow: [{ kind: 'person', functions: 'any' }], subjects: 'none' })
  @Returns(dto.ClosurePage, {
    summary: { en: 'List the closing periods', da: 'Vis lukkeperioderne' },
    description: 'The closing periods.',
    example: { items: [dto.closureExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.ClosureQuery) query: dto.ClosureQuery) {
    return this.findClosures.page(actor, query);
  }

  @Get(':id')
  @Access({ act: 'closure.read', allow: [{ kind: 'person', functions: 'any' }], subjects: 'none' })
  @Returns(dto.ClosureView, {
    summary: { en: 'Read a closing period', da: 'Læs en lukkeperiode' },
    description: 'The closing period.',
    example: dto.closureExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findClosures.get(actor, id);
  }
}
