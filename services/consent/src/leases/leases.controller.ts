import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Returns } from '@helhed/web';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ConfirmLease } from './confirm-lease.js';
import { GiveBackLease } from './give-back-lease.js';
import * as dto from './leases.dto.js';
import { TakeLease } from './take-lease.js';

const holders = {
  allow: [{ kind: 'service', services: ['referral', 'family-plan', 'scheduling', 'reporting'] }],
  subjects: 'none',
} as const;

@Controller('v1/leases')
export class LeasesController {
  constructor(
    private readonly taking: TakeLease,
    private readonly confirming: ConfirmLease,
    private readonly givingBack: GiveBackLease,
  ) {}

  @Post()
  @HttpCode(200)
  @Access({ act: 'lease.take', ...holders })
  @Returns(dto.LeaseView, {
    summary: {
      en: 'Take or renew the lease to answer from revocable grounds',
      da: 'Tag eller forny fristen til at svare på grundlag, der kan trækkes tilbage',
    },
    description: 'For one running process, in the municipality of its token.',
    example: dto.leaseExample,
  })
  take(@CurrentActor() actor: Actor, @Body(dto.TakeLease) asked: dto.TakeLease): Promise<dto.LeaseView> {
    return this.taking.run(actor, asked);
  }

  @Command('confirm')
  @Access({ act: 'lease.confirm', ...holders })
  @Returns(dto.ConfirmedLease, {
    summary: {
      en: 'Confirm that nothing from before an epoch is answered any more',
      da: 'Bekræft, at der ikke længere svares på det, der gjaldt før en epoke',
    },
    description: 'What was confirmed so far.',
    example: dto.confirmedExample,
  })
  confirm(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.ConfirmLease) confirmed: dto.ConfirmLease,
  ): Promise<dto.ConfirmedLease> {
    return this.confirming.run(actor, id, confirmed);
  }

  @Command('give-back')
  @Access({ act: 'lease.give-back', ...holders })
  @Returns(dto.GivenBackLease, {
    summary: {
      en: 'Give a lease back when the process stops',
      da: 'Giv en frist tilbage, når processen standser',
    },
    description: 'After its last answer was sent: no withdrawal waits for it any more.',
    example: dto.givenBackExample,
  })
  giveBack(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.GivenBackLease> {
    return this.givingBack.run(actor, id);
  }
}
