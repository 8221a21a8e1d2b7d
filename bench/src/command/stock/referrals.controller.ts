import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res, UseGuards } from '@nestjs/common';
import { Refused } from '../rules/refused.js';
import type { Actor } from '../rules/tokens.js';
import { AuthGuard, CurrentActor, Functions } from './auth.guard.js';
import { CreateReferralDto } from './create-referral.dto.js';
import type { Referral } from './entities.js';
import { ReadReferralService } from './read-referral.service.js';
import { ReferralsService } from './referrals.service.js';

interface Response {
  setHeader(name: string, value: string): void;
}

@Controller('referral/v1/referrals')
@UseGuards(AuthGuard)
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly reading: ReadReferralService,
  ) {}

  @Post()
  async create(
    @CurrentActor() actor: Actor,
    @Body() dto: CreateReferralDto,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const referral = await this.referrals.create(actor, dto, key);
    const { id, familyId, state, version, senderReference } = referral;
    response.setHeader('location', `/referral/v1/referrals/${id}`);
    response.setHeader('etag', `"${version}"`);
    return { id, familyId, state, version, senderReference };
  }

  @Get(':id')
  @Functions(['triager'])
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string) {
    return this.reading.read(actor, id);
  }

  @Post(':id\\:start-triage')
  @HttpCode(200)
  @Functions(['triager'])
  async startTriage(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const expected = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
    if (expected === undefined) throw new Refused(428, 'if-match-required');
    const referral = await this.referrals.startTriage(actor, id, Number(expected));
    response.setHeader('etag', `"${referral.version}"`);
    return summaryOf(referral);
  }
}

function summaryOf(referral: Referral) {
  const { id, familyId, state, version, senderReference, programme, programmeVersion } = referral;
  const { referringUnit, receivedOn, since, outcome, nextOwner } = referral;
  const named = { id, familyId, state, version, senderReference, programme, programmeVersion };
  return { ...named, referringUnit, receivedOn, since, outcome, nextOwner };
}
