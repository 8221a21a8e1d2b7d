import { Access, CurrentActor, FindReaders, readReaders, type Actor } from '@helhed/access';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../routes/id.js';
import { Returns } from '../routes/returns.js';
import { readersExample, ReadersView } from './readers.dto.js';

@ApiTags('Readers')
@Controller('v1/persons')
export class ReadersController {
  constructor(private readonly readers: FindReaders) {}

  @Get(':id/readers')
  @Access({ ...readReaders, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(ReadersView, {
    summary: {
      en: 'Read who may see what is held here on oneself, or on a child in one’s custody',
      da: 'Læs, hvem der må se, hvad der står her om én selv eller om et barn, man har forældremyndigheden over',
    },
    description:
      'In which functions and units, today, by which relation and on which bases; never which employee. What somebody sees for several purposes is there once for each of them.',
    example: readersExample,
  })
  async read(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReadersView> {
    const readers = await this.readers.run(actor, id);
    return { personId: id, readers: readers.map((each) => ({ ...each, bases: [...each.bases] })) };
  }
}
