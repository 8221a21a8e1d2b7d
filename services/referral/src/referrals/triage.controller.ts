import { Access, CurrentActor, type Act, type Actor } from '@helhed/access';
import { Body, Command, Id, IfMatch, Returns } from '@helhed/web';
import { applyDecorators, Controller } from '@nestjs/common';
import { acts } from '../acts.js';
import { triagers } from '../readers.js';
import { AcceptReferral } from './accept-referral.js';
import { CloseReferral } from './close-referral.js';
import { DeclineReferral } from './decline-referral.js';
import { HoldReferral } from './hold-referral.js';
import { ReferralSummary } from './referrals.dto.js';
import { summaryExample } from './referrals.examples.js';
import { ResumeTriage } from './resume-triage.js';
import { StartTriage } from './start-triage.js';
import * as dto from './triage.dto.js';
import { WithdrawReferral } from './withdraw-referral.js';

type Answer = Promise<ReferralSummary>;

/** A command of a triager: declared and described alike. */
const Triage = (act: Act, en: string, da: string, description: string): MethodDecorator =>
  applyDecorators(
    Command(act.act.replace('referral.', '')),
    Access({ ...act, allow: triagers, subjects: 'family', answers: 'decided' }),
    Returns(ReferralSummary, { summary: { en, da }, description, example: summaryExample }),
  );

@Controller('v1/referrals')
export class TriageController {
  constructor(
    private readonly startTriage: StartTriage,
    private readonly acceptReferral: AcceptReferral,
    private readonly declineReferral: DeclineReferral,
    private readonly holdReferral: HoldReferral,
    private readonly resumeTriage: ResumeTriage,
    private readonly withdrawReferral: WithdrawReferral,
    private readonly closeReferral: CloseReferral,
  ) {}

  @Triage(acts.startTriage, 'Begin triage', 'Begynd visitationen', 'Triage has begun.')
  start(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Answer {
    return this.startTriage.run(actor, id, version);
  }

  @Triage(
    acts.accept,
    'Accept a referral',
    'Tag imod en indstilling',
    'Accepted: with a place, or on the waiting list until there is one.',
  )
  accept(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.Accept) body: dto.Accept,
  ): Answer {
    return this.acceptReferral.run(actor, id, version, body);
  }

  @Triage(
    acts.decline,
    'Decline a referral',
    'Afvis en indstilling',
    'Declined, with the reason that the sender hears.',
  )
  decline(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.Decline) body: dto.Decline,
  ): Answer {
    return this.declineReferral.run(actor, id, version, body);
  }

  @Triage(acts.hold, 'Put triage on hold', 'Sæt visitationen i bero', 'Triage rests until somebody has done something.')
  hold(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.Hold) body: dto.Hold,
  ): Answer {
    return this.holdReferral.run(actor, id, version, body);
  }

  @Triage(acts.resume, 'Resume triage', 'Genoptag visitationen', 'Triage goes on.')
  resume(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Answer {
    return this.resumeTriage.run(actor, id, version);
  }

  @Triage(
    acts.withdraw,
    'Withdraw a referral',
    'Træk en indstilling tilbage',
    'Withdrawn; a place that it had goes to the next that waits.',
  )
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.Withdraw) body: dto.Withdraw,
  ): Answer {
    return this.withdrawReferral.run(actor, id, version, body);
  }

  @Triage(acts.close, 'Close a referral', 'Afslut en indstilling', 'Closed with what came of it.')
  close(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.Close) body: dto.Close,
  ): Answer {
    return this.closeReferral.run(actor, id, version, body);
  }
}
