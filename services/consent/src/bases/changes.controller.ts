import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import { acts } from './acts.js';
import { AddConsent } from './add-consent.js';
import { BasisView } from './bases.dto.js';
import { basisExample } from './basis-example.js';
import * as dto from './changes.dto.js';
import { EndBasis } from './end-basis.js';
import { RenewBasis } from './renew-basis.js';
import { WithdrawBasis } from './withdraw-basis.js';

const cases = { kind: 'person', functions: 'case' } as const;
const ended = { ...basisExample, kind: 'statute', ended: 'ended', endedAt: '2026-10-01T09:15:00.000Z' } as const;

@Controller('v1/bases')
export class ChangesController {
  constructor(
    private readonly adding: AddConsent,
    private readonly withdrawing: WithdrawBasis,
    private readonly renewing: RenewBasis,
    private readonly ending: EndBasis,
  ) {}

  @Command('add-consent')
  @Access({ ...acts.addConsent, allow: [cases], subjects: 'family', answers: 'decided' })
  @Returns(BasisView, {
    summary: { en: 'Add a giver to a consent', da: 'Tilføj en samtykkegiver' },
    description: 'The basis with one more who gave it.',
    example: { ...basisExample, version: 2 },
  })
  addConsent(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.AddConsent) given: dto.AddConsent,
  ): Promise<BasisView> {
    return this.adding.run(actor, id, version, given);
  }

  @Command('withdraw')
  @Access({ ...acts.withdraw, allow: [{ kind: 'citizen' }, cases], subjects: 'family', answers: 'decided' })
  @Returns(dto.WithdrawnView, {
    summary: {
      en: 'Take a consent back, for good',
      da: 'Træk et samtykke tilbage, endeligt',
    },
    description:
      'The basis after it, what other basis still allows, and where it is asked what was given out already. Asked again, the answer is the same.',
    example: dto.withdrawnExample,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.WithdrawBasis) asked: dto.WithdrawBasis,
  ): Promise<dto.WithdrawnView> {
    return this.withdrawing.run(actor, id, asked);
  }

  @Command('renew')
  @Idempotent()
  @Access({ ...acts.renew, allow: [cases], subjects: 'family', answers: 'decided' })
  @Returns(BasisView, {
    summary: {
      en: 'Give a basis anew, for the same purpose and persons',
      da: 'Giv en hjemmel på ny til samme formål og samme personer',
    },
    description: 'The new basis, with its own givers and period. The old one stays as it is.',
    example: { ...basisExample, renews: '0198a1b2-0000-7000-8000-000000000041' },
  })
  renew(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.RenewBasis) terms: dto.RenewBasis,
  ): Promise<BasisView> {
    return this.renewing.run(actor, id, terms);
  }

  @Command('end')
  @Access({ ...acts.end, allow: [cases], subjects: 'family', answers: 'decided' })
  @Returns(BasisView, {
    summary: { en: 'End a basis that is no consent', da: 'Ophæv en hjemmel, der ikke er et samtykke' },
    description: 'The basis, no longer asserted. A consent is withdrawn instead.',
    example: ended,
  })
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<BasisView> {
    return this.ending.run(actor, id, version);
  }
}
