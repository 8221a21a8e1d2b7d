import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { triageOrLead } from '../readers.js';
import { FindWaitingList } from './find-waiting-list.js';
import * as dto from './waiting-list.dto.js';

const referralId = '0198a1b2-0000-7000-8000-000000000001';
const family = dto.toWaitingFamily({
  position: 2,
  referralId,
  familyId: '0198a1b2-0000-7000-8000-000000000002',
  receivedOn: '2026-11-05',
  waitingSince: '2026-11-12',
});
const change = {
  referralId,
  at: '2026-11-12T10:00:00.000Z',
  change: 'joined',
  position: 2,
  reason: 'no-open-place',
  placeId: null,
} as const;

@Controller('v1/waiting-list')
export class WaitingListController {
  constructor(private readonly list: FindWaitingList) {}

  @Get()
  @Access({ ...acts.waitingList, allow: triageOrLead, subjects: 'family' })
  @Returns(dto.WaitingListPage, {
    summary: { en: 'List the families that wait', da: 'Vis de familier, der venter' },
    description:
      'The families that wait for a place in a programme, first in line first. A position counts them all, those also that are not shown.',
    example: { items: [family], next: null, total: 1 },
  })
  families(
    @CurrentActor() actor: Actor,
    @Query(dto.WaitingListQuery) query: dto.WaitingListQuery,
  ): Promise<Page<dto.WaitingFamily>> {
    return this.list.families(actor, query);
  }

  @Get('changes')
  @Access({ ...acts.waitingListChanges, allow: triageOrLead, subjects: 'family' })
  @Returns(dto.WaitingListChangePage, {
    summary: { en: 'List who joined and left the waiting list', da: 'Vis, hvem der kom på og gik af ventelisten' },
    description: 'Who came to the waiting list and who went from it, and why; latest first.',
    example: { items: [change], next: null, total: 1 },
  })
  changes(
    @CurrentActor() actor: Actor,
    @Query(dto.WaitingListQuery) query: dto.WaitingListQuery,
  ): Promise<Page<dto.WaitingListChangeView>> {
    return this.list.changes(actor, query);
  }
}
