import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { acts } from '../acts.js';
import { administrators, caseWorkers, signedIn } from '../who.js';
import { EndLink } from './end-link.js';
import { FindLinks } from './find-links.js';
import { IssueLinkCode } from './issue-link-code.js';
import * as dto from './links.dto.js';
import { RedeemLinkCode } from './redeem-link-code.js';

@Controller('v1')
export class CitizensController {
  constructor(
    private readonly issueLinkCode: IssueLinkCode,
    private readonly redeemLinkCode: RedeemLinkCode,
    private readonly endLink: EndLink,
    private readonly links: FindLinks,
  ) {}

  @Post('persons/:id/link-codes')
  @Idempotent()
  @Access({ ...acts.issueLinkCode, allow: caseWorkers, subjects: 'person', answers: dto.LinkCodeView })
  @Returns(dto.LinkCodeView, {
    status: 201,
    summary: {
      en: 'Make a one-time code that ties a citizen’s account to the person',
      da: 'Lav en engangskode, der knytter en borgers konto til personen',
    },
    description: 'The code, told this once.',
    example: dto.linkCodeExample,
  })
  issue(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.LinkCodeView> {
    return this.issueLinkCode.run(actor, id);
  }

  @Command('redeem', 'links')
  @Access({ act: 'link.redeem', allow: signedIn, subjects: 'person', answers: dto.LinkView })
  @Returns(dto.LinkView, {
    summary: {
      en: 'Tie one’s own account to the person that a one-time code was made for',
      da: 'Knyt egen konto til den person, som engangskoden er lavet til',
    },
    description: 'The link.',
    example: dto.linkExample,
  })
  @ApiResponse({
    status: 429,
    description: 'Too many codes that were none: try again later.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  redeem(@CurrentActor() actor: Actor, @Body(dto.Redeem) { code }: dto.Redeem): Promise<dto.LinkView> {
    return this.redeemLinkCode.run(actor, code);
  }

  @Get('links')
  @Access({ ...acts.listLinks, allow: administrators, subjects: 'person' })
  @Returns(dto.LinkPage, {
    summary: {
      en: 'List the links between citizens’ accounts and persons',
      da: 'Vis knytningerne mellem borgeres konti og personer',
    },
    description: 'Links by id, of an account or a person where one is named: those that hold, and those that ended.',
    example: { items: [dto.linkExample], next: null, total: 1 },
  })
  listLinks(@CurrentActor() actor: Actor, @Query(dto.LinkQuery) query: dto.LinkQuery): Promise<Page<dto.LinkView>> {
    return this.links.page(actor, query);
  }

  @Command('end', 'links/:id(^[0-9a-f-]{36})')
  @Access({
    act: 'link.end',
    allow: [{ kind: 'citizen' }, ...administrators],
    subjects: 'person',
    answers: dto.LinkView,
  })
  @Returns(dto.LinkView, {
    summary: {
      en: 'End the link between an account and a person',
      da: 'Ophæv knytningen mellem en konto og en person',
    },
    description: 'The link, ended: it lets nobody in from here on.',
    example: { ...dto.linkExample, endedOn: '2026-11-01', version: 2 },
  })
  end(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.LinkView> {
    return this.endLink.run(actor, id, version);
  }
}
