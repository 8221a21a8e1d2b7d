import { Access, CurrentActor, SecretLink, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, PathCode, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { acts } from '../acts.js';
import { calendarKeepers } from '../reach.js';
import { calendarExample } from './calendar-examples.js';
import { CreateFeed } from './create-feed.js';
import * as dto from './feeds.dto.js';
import { FindFeeds } from './find-feeds.js';
import { ReadFeed } from './read-feed.js';
import { ReturnsCalendar } from './returns-calendar.js';
import { RotateFeed } from './rotate-feed.js';

const anySecret = z.string().describe('The municipality’s code, a hyphen and 43 characters.');
const known = { ...dto.feedExample, url: null };

@Controller('v1/feeds')
export class FeedsController {
  constructor(
    private readonly createFeed: CreateFeed,
    private readonly rotateFeed: RotateFeed,
    private readonly findFeeds: FindFeeds,
    private readonly readFeed: ReadFeed,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.createFeed, allow: calendarKeepers, subjects: 'family', answers: dto.FeedView })
  @Returns(dto.FeedView, {
    status: 201,
    description: 'The feed with its secret address, told this once.',
    summary: {
      en: 'Make a calendar that a family or a member of staff can subscribe to',
      da: 'Opret et kalenderabonnement til en familie eller medarbejder',
    },
    example: dto.feedExample,
  })
  create(@CurrentActor() actor: Actor, @Body(dto.CreateFeed) wish: dto.CreateFeed) {
    return this.createFeed.run(actor, wish);
  }

  @Command('rotate')
  @Access({ ...acts.rotateFeed, allow: calendarKeepers, subjects: 'family', answers: dto.FeedView })
  @Returns(dto.FeedView, {
    description: 'The feed with its new secret address; the old one opens nothing.',
    summary: { en: "Change a feed's secret", da: 'Skift et abonnements hemmelighed' },
    example: { ...dto.feedExample, version: 2 },
  })
  rotate(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.rotateFeed.run(actor, id, version);
  }

  // whatever it looks like: a secret that cannot be one is answered as one that opens nothing
  @Get(':secret(^.+).ics')
  @SecretLink({ ...acts.subscribe, subjects: 'family' })
  @ReturnsCalendar({
    summary: { en: 'Read a calendar by its secret address', da: 'Læs en kalender på dens hemmelige adresse' },
    description:
      'The calendar file (RFC 5545): all that is in the calendar and may be shown; what was cancelled has STATUS:CANCELLED. A family’s is empty where no basis lets it be sent.',
    example: calendarExample,
  })
  subscribe(@PathCode('secret', anySecret) secret: string) {
    return this.readFeed.run(secret);
  }

  @Get(':id')
  @Access({ ...acts.readFeed, allow: calendarKeepers, subjects: 'family' })
  @Returns(dto.FeedView, {
    summary: { en: 'Read a feed', da: 'Læs et kalenderabonnement' },
    description: 'The feed, without its secret.',
    example: known,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findFeeds.get(actor, id);
  }
}
