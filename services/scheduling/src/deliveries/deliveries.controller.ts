import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { calendarKeepers } from '../reach.js';
import * as dto from './deliveries.dto.js';
import { FindDeliveries } from './find-deliveries.js';
import { FindDueDeliveries } from './find-due-deliveries.js';

const example = { items: [dto.deliveryExample], next: null, total: 1 };

@Controller('v1')
export class DeliveriesController {
  constructor(
    private readonly deliveries: FindDeliveries,
    private readonly dueDeliveries: FindDueDeliveries,
  ) {}

  @Get('deliveries')
  @Access({ ...acts.listDueDeliveries, allow: calendarKeepers, subjects: 'family' })
  @Returns(dto.DueDeliveryPage, {
    summary: {
      en: 'List the invitations that are to be called off, or sent anew',
      da: 'Vis de invitationer, der skal kaldes tilbage eller sendes igen',
    },
    description:
      'Those that one’s own unit took, to a programme lead all: they may no longer be shown, or their session is off, and their CANCEL was not fetched yet; with `request=due` those whose session was moved, and whose new REQUEST was not fetched yet.',
    example: { items: [dto.dueDeliveryExample], next: null, total: 1 },
  })
  due(
    @CurrentActor() actor: Actor,
    @Query(dto.DueDeliveryQuery) query: dto.DueDeliveryQuery,
  ): Promise<Page<dto.DueDelivery>> {
    return this.dueDeliveries.page(actor, query);
  }

  @Get('families/:id/deliveries')
  @Access({ ...acts.listDeliveries, allow: calendarKeepers, subjects: 'family' })
  @Returns(dto.DeliveryPage, {
    summary: {
      en: 'List what was given out of a family’s calendar and cannot be called back',
      da: 'Vis, hvad der er givet ud af en families kalender og ikke kan kaldes tilbage',
    },
    description:
      'To whom, from when until when, how many times, and whether a CANCEL is due. That none is tells that the invitation may still be shown: a 503 `consent-unavailable` where that rests on a consent and cannot be decided now.',
    example,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.DeliveryQuery) query: dto.DeliveryQuery,
  ): Promise<Page<dto.DeliveryView>> {
    return this.deliveries.ofFamily(actor, id, query);
  }

  @Get('persons/:id/deliveries')
  @Access({ ...acts.listOwnDeliveries, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(dto.DeliveryPage, {
    summary: {
      en: 'List what was given out of the calendar of one’s own family, or of a child’s in one’s custody',
      da: 'Vis, hvad der er givet ud af ens egen families kalender, eller af et barns, man har forældremyndigheden over',
    },
    description:
      'The same, of what was for the person, or told something about it; to whom else it was given is not named.',
    example,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.DeliveryQuery) query: dto.DeliveryQuery,
  ): Promise<Page<dto.DeliveryView>> {
    return this.deliveries.ofPerson(actor, id, query);
  }
}
