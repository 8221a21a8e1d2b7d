import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Returns, ReturnsGone } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { readers } from '../readers.js';
import { FamilyView } from './families.dto.js';
import { familyExample } from './family-example.js';
import { FindFamily } from './find-family.js';

@Controller('v1/families')
export class FamiliesController {
  constructor(private readonly families: FindFamily) {}

  @Get(':id')
  @Access({ act: 'family.read', allow: readers, subjects: 'family', categories: ['identity', 'address'] })
  @Returns(FamilyView, {
    summary: { en: 'Read a family', da: 'Læs en familie' },
    description: 'The family, its members and where they live; 410 once it is erased.',
    example: familyExample,
  })
  @ReturnsGone('What was held on the family has been erased.')
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<FamilyView> {
    return this.families.get(actor, id);
  }
}
