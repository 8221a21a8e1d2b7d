import { Access, CurrentActor, FindHoldings, readHoldings, type Actor } from '@helhed/access';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id } from '../routes/id.js';
import { Returns } from '../routes/returns.js';
import { holdingsExample, HoldingsView } from './holdings.dto.js';

@ApiTags('Holdings')
@Controller('v1/persons')
export class HoldingsController {
  constructor(private readonly holdings: FindHoldings) {}

  @Get(':id/holdings')
  @Access({ ...readHoldings, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(HoldingsView, {
    summary: {
      en: 'Read what is held here on oneself, or on a child in one’s custody',
      da: 'Læs, hvad der står her om én selv eller om et barn, man har forældremyndigheden over',
    },
    description: 'For each category: how many things concern the person, since when, and whose own they are.',
    example: holdingsExample,
  })
  async read(@CurrentActor() actor: Actor, @Id() id: string): Promise<HoldingsView> {
    const holdings = await this.holdings.run(actor, id);
    return { personId: id, holdings: holdings.map((each) => ({ ...each, units: [...each.units] })) };
  }
}
