import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { readMe } from '../pages/my/find-own-persons.js';
import { FindMe } from './find-me.js';
import { meExample, MeView } from './me.dto.js';

@Controller('v1/me')
export class MeController {
  constructor(private readonly me: FindMe) {}

  @Get()
  @Access({ ...readMe, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(MeView, {
    summary: {
      en: 'Read who one is here, and which children are in one’s custody',
      da: 'Læs, hvem man er her, og hvilke børn man har forældremyndigheden over',
    },
    description: 'The linked person’s id, and those of the children.',
    example: meExample,
  })
  read(@CurrentActor() actor: Actor): Promise<MeView> {
    return this.me.run(actor);
  }
}
