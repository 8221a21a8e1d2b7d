import { Access, CurrentActor, type Actor } from '@helhed/access';
import { intakeClaim, type IntakeClaim } from '@helhed/contracts';
import { Id, Query, Returns, ReturnsGone } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { ServeIntake } from './serve-intake.js';

const [home, person] = ['0198a1b2-0000-7000-8000-000000000007', '0198a1b2-0000-7000-8000-000000000005'];

const example: IntakeClaim = {
  referralId: '0198a1b2-0000-7000-8000-000000000001',
  familyId: '0198a1b2-0000-7000-8000-000000000002',
  version: 1,
  households: [{ ref: home, address: 'Strandvejen 1, 5800 Nyborg' }],
  members: [{ id: person, role: 'parent', name: 'Anna Prøve', birthDate: '1991-04-02', households: [home] }],
};

const IntakeQuery = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .positive()
    .max(1_000_000)
    .optional()
    .describe('The version of the referral that the event names; 404 where it is not reached here.'),
});

@Controller('v1/intakes')
export class IntakesController {
  constructor(private readonly intakes: ServeIntake) {}

  @Get(':id')
  @Access({
    act: 'intake.claim',
    allow: [{ kind: 'service', services: ['family-plan'] }],
    subjects: 'family',
    categories: ['identity'],
  })
  @Returns(intakeClaim, {
    summary: { en: 'Read the persons of a referral', da: 'Læs en indstillings personer' },
    description: 'The persons of a referral: the claim check of referral.received, for family-plan.',
    example,
  })
  @ReturnsGone('They were matched, or the referral was withdrawn: here they are erased.')
  claim(
    @CurrentActor() actor: Actor,
    @Id() referralId: string,
    @Query(IntakeQuery) { version }: z.output<typeof IntakeQuery>,
  ): Promise<IntakeClaim> {
    return this.intakes.run(actor, referralId, version);
  }
}
