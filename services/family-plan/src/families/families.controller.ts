import { Access, CurrentActor, type Actor } from '@helhed/access';
import { birthDatesClaim, type BirthDatesClaim } from '@helhed/contracts';
import { Id, Returns, ReturnsGone, ReturnsMoved } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
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
  @Access({ ...acts.readFamily, allow: caseWorkers, subjects: 'family' })
  @Returns(FamilyView, {
    summary: { en: 'Read a family', da: 'Læs en familie' },
    description:
      'The family, its members and where they live: of each what the bases allow. Once erased, it is not there.',
    example: familyExample,
  })
  @ReturnsMoved('The family was merged into another.')
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
    summary: {
      en: 'Read who of a family is of age, and the birth dates of the others',
      da: 'Læs, hvem i en familie der er myndige, og de andres fødselsdatoer',
    },
    description: 'Who is of age, and the birth dates of those who are not.',
    example: birthDatesExample,
  })
  @ReturnsGone('What was held on the family has been erased.')
  birthDatesOf(@CurrentActor() actor: Actor, @Id() id: string): Promise<BirthDatesClaim> {
    return this.birthDates.run(actor, id);
  }
}
