import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { systems, webhookKeepers } from '../readers.js';
import { EndWebhook } from './end-webhook.js';
import { FindWebhooks } from './find-webhooks.js';
import { RegisterWebhook } from './register-webhook.js';
import { RenewWebhook } from './renew-webhook.js';
import * as dto from './webhooks.dto.js';

const { webhookExample: example } = dto;

@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly registering: RegisterWebhook,
    private readonly finding: FindWebhooks,
    private readonly ending: EndWebhook,
    private readonly renewing: RenewWebhook,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'webhook.register', allow: systems, subjects: 'none' })
  @Returns(dto.WebhookView, {
    status: 201,
    summary: { en: 'Be told of changes at an address', da: 'Få ændringer sendt til en adresse' },
    description:
      'For a department’s system: what changes from now on is sent there, by Standard Webhooks; id and type only, each decided right before it is sent. The secret is told this once. A unit has five at most that are not ended. It lapses unless the system renews it in time (`until`).',
    example: { ...example, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  })
  register(@CurrentActor() actor: Actor, @Body(dto.RegisterWebhook) wish: dto.RegisterWebhook) {
    return this.registering.run(actor, wish);
  }

  @Get()
  @Access({ act: 'webhook.list', allow: webhookKeepers, subjects: 'none' })
  @Returns(dto.WebhookPage, {
    summary: { en: 'List where changes are sent', da: 'Vis, hvor ændringer sendes hen' },
    description: 'Those of the system’s own unit; all of the municipality’s for an administrator. Without secrets.',
    example: { items: [example], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.WebhookQuery) query: dto.WebhookQuery) {
    return this.finding.page(actor, query);
  }

  @Command('renew')
  @Access({ act: 'webhook.renew', allow: systems, subjects: 'none' })
  @Returns(dto.WebhookView, {
    summary: { en: 'Say that the system is still there', da: 'Sig, at fagsystemet stadig er der' },
    description:
      'By the system that registered it, in the same function: sent to for as many days again as the ground rules say. One that has lapsed is over.',
    example: { ...example, until: '2026-12-20T10:00:00.000Z', version: 2 },
  })
  renew(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.renewing.run(actor, id, version);
  }

  @Command('end')
  @Access({ act: 'webhook.end', allow: webhookKeepers, subjects: 'none' })
  @Returns(dto.WebhookView, {
    summary: { en: 'Send nothing to an address any more', da: 'Send ikke mere til en adresse' },
    description: 'Ended for good; what was still to be sent is dropped, but for what is under way.',
    example: { ...example, endedAt: '2026-11-20T10:00:00.000Z', because: 'by-request', version: 2 },
  })
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.ending.run(actor, id, version);
  }
}
