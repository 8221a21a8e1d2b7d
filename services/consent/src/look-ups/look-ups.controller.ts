import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { officer, withAuthority } from '../who.js';
import { acts } from './acts.js';
import { DeferLookUp } from './defer-look-up.js';
import { FindLookUps, ownLookUps } from './find-look-ups.js';
import { FindUnitLookUps } from './find-unit-look-ups.js';
import * as dto from './look-ups.dto.js';
import { sampled, Samples } from './samples.js';

@Controller('v1')
export class LookUpsController {
  constructor(
    private readonly lookUps: FindLookUps,
    private readonly unitLookUps: FindUnitLookUps,
    private readonly deferring: DeferLookUp,
    private readonly samples: Samples,
  ) {}

  @Get('persons/:id/look-ups')
  @Access({
    ...ownLookUps,
    allow: [{ kind: 'citizen' }],
    subjects: 'person',
    categories: ['look-up-log'],
  })
  @Returns(dto.OwnLookUpPage, {
    summary: {
      en: 'List who has looked at what concerns oneself, or a child in one’s custody',
      da: 'Vis, hvem der har set oplysninger om en selv eller et barn, man har forældremyndigheden over',
    },
    description:
      'The looks, the latest first: time, unit, function, purpose, basis and categories; an employee’s name only where that was decided of the look.',
    example: { items: [dto.ownLookUpExample], next: null, total: 1 },
  })
  own(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.OwnLookUpQuery) query: dto.OwnLookUpQuery,
  ): Promise<Page<dto.OwnLookUp>> {
    return this.lookUps.own(actor, id, query);
  }

  @Get('families/:id/look-ups')
  @Access({ ...acts.unitList, allow: [withAuthority], subjects: 'family', categories: ['look-up-log'] })
  @Returns(dto.UnitLookUpPage, {
    summary: {
      en: 'List the looks that the own unit made at a family, to find one that must be deferred',
      da: 'Vis egen enheds opslag på en familie, så et, der skal udsættes, kan findes',
    },
    description: 'The looks, the latest first: time, act, function, purpose and categories, and no employee’s name.',
    example: { items: [dto.unitLookUpExample], next: null, total: 1 },
  })
  ofUnit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.UnitLookUpQuery) query: dto.UnitLookUpQuery,
  ): Promise<Page<dto.UnitLookUp>> {
    return this.unitLookUps.page(actor, id, query);
  }

  @Command('defer', 'look-ups/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.defer, allow: [withAuthority], subjects: 'family', answers: dto.Deferral })
  @Returns(dto.Deferral, {
    summary: {
      en: 'Keep a look of the own unit from the family until a day, or a later one, once a second person confirms it',
      da: 'Udsæt, at familien ser et opslag fra egen enhed, til en dag eller en senere, når en anden bekræfter det',
    },
    description:
      'The deferral, as it was asked for first; of one that is confirmed, with the later day that is asked for.',
    example: dto.deferralExample,
  })
  defer(@CurrentActor() actor: Actor, @Id() id: string, @Body(dto.DeferLookUp) body: dto.DeferLookUp) {
    return this.deferring.run(actor, id, body);
  }

  @Command('confirm-deferral', 'look-ups/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.confirmDeferral, allow: [withAuthority], subjects: 'family', answers: dto.Deferral })
  @Returns(dto.Deferral, {
    summary: {
      en: 'Confirm a colleague’s deferral, or its later day: until that day the family does not see the look',
      da: 'Bekræft en kollegas udsættelse eller dens senere dag: familien ser først opslaget på dagen',
    },
    description: 'The deferral.',
    example: { ...dto.deferralExample, confirmed: true },
  })
  confirm(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.DeferredOf.optional()) body: dto.DeferredOf | undefined,
  ) {
    return this.deferring.confirm(actor, id, body);
  }

  @Get('look-up-samples')
  @Access({
    ...sampled,
    allow: [officer],
    subjects: 'person',
    categories: ['look-up-log'],
  })
  @Returns(dto.SamplePage, {
    summary: { en: 'List the looks drawn for review', da: 'Vis de opslag, der er udtaget til stikprøve' },
    description:
      'A random share, all refused ones, and those at one’s own, a relative’s or a colleague’s record; the latest first.',
    example: { items: [dto.sampledLookUpExample], next: null, total: 1 },
  })
  page(@CurrentActor() actor: Actor, @Query(dto.SampleQuery) query: dto.SampleQuery): Promise<Page<dto.SampledLookUp>> {
    return this.samples.page(actor, query);
  }

  @Command('review', 'look-up-samples/:id(^[0-9a-f-]{36})')
  @Access({
    act: 'look-up.review',
    allow: [officer],
    subjects: 'person',
    answers: 'decided',
    categories: ['look-up-log'],
  })
  @Returns(dto.SampledLookUp, {
    summary: { en: 'Note what a review found', da: 'Notér, hvad en stikprøve viste' },
    description: 'The sample with what was found.',
    example: {
      ...dto.sampledLookUpExample,
      review: {
        finding: 'in-order',
        note: null,
        reviewedAt: '2026-10-12T10:00:00.000Z',
        reviewedBy: '0198a1b2-0000-7000-8000-000000000071',
      },
    },
  })
  review(@CurrentActor() actor: Actor, @Id() id: string, @Body(dto.ReviewSample) body: dto.ReviewSample) {
    return this.samples.review(actor, id, body);
  }
}
