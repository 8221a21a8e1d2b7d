import { Access, CurrentActor, type Actor } from '@helhed/access';
import { birthDatesClaim, type BirthDatesClaim } from '@helhed/contracts';
import { Id, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { readers } from '../readers.js';
import { FamilyView } from './families.dto.js';
import { birthDatesExample, familyExample } from './family-example.js';
import { FindBirthDates } from './find-birth-dates.js';
import { FindFamily } from './find-family.js';

@Controller('v1/families')
export class FamiliesController {
  constructor(
    private readonly families: FindFamily,
    private readonly birthDates: FindBirthDates,
  ) {}

  @Get(':id')
  @Access({ act: 'family.read', allow: readers, subjects: 'family', categories: ['identity', 'address'] })
  @Returns(FamilyView, {
    description: 'The family, its members and where they live; 410 once it is erased.',
    example: familyExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<FamilyView> {
    return this.families.get(actor, id);
  }

  @Get(':id/birth-dates')
  @Access({
    act: 'family.birth-dates',
    allow: [{ kind: 'service', services: ['consent'] }],
    subjects: 'family',
    categories: ['identity'],
  })
  @Returns(birthDatesClaim, {
    summary: 'Claim check of family-plan.persons-matched, for consent',
    description: 'Who is of age, and the birth dates of those who are not.',
    example: birthDatesExample,
  })
  @ApiResponse({
    status: 410,
    description: 'What was held on the family has been erased.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  birthDatesOf(@CurrentActor() actor: Actor, @Id() id: string): Promise<BirthDatesClaim> {
    return this.birthDates.run(actor, id);
  }
}
