import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Returns } from '@helhed/web';
import { Controller, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { End } from '../periods/periods.dto.js';
import { leads } from '../who.js';
import * as dto from './clearances.dto.js';
import { EndClearance } from './end-clearance.js';
import { GiveClearance } from './give-clearance.js';

@Controller('v1/clearances')
export class ClearancesController {
  constructor(
    private readonly giveClearance: GiveClearance,
    private readonly endClearance: EndClearance,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.giveClearance, allow: leads, subjects: 'family', answers: dto.ClearanceView })
  @Returns(dto.ClearanceView, {
    status: 201,
    summary: {
      en: 'Clear an employee for a colleague’s record, for a period',
      da: 'Godkend en medarbejder til en kollegas sag i en periode',
    },
    description: 'The clearance.',
    example: dto.clearanceExample,
  })
  give(@CurrentActor() actor: Actor, @Body(dto.GiveClearance) wish: dto.GiveClearance): Promise<dto.ClearanceView> {
    return this.giveClearance.run(actor, wish);
  }

  @Command('end')
  @Access({ ...acts.endClearance, allow: leads, subjects: 'family', answers: dto.ClearanceView })
  @Returns(dto.ClearanceView, {
    summary: {
      en: 'End a clearance before its time',
      da: 'Afslut en habilitetsgodkendelse før tid',
    },
    description: 'The clearance, ended.',
    example: { ...dto.clearanceExample, to: '2026-10-20', version: 2 },
  })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(End) { on }: End,
  ): Promise<dto.ClearanceView> {
    return this.endClearance.run(actor, id, version, on);
  }
}
