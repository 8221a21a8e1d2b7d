import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, BodyLimit, PathCode, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Answering } from '../answering.js';
import { FindProgrammes } from './find-programmes.js';
import { PublishProgramme } from './publish-programme.js';
import * as dto from './programmes.dto.js';

const {
  versions: _versions,
  municipality: _municipality,
  definition: _definition,
  ...summaryExample
} = dto.programmeExample;

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(
    private readonly publishing: PublishProgramme,
    private readonly programmes: FindProgrammes,
  ) {}

  @Post()
  @BodyLimit(256)
  @Access({
    act: 'programme.publish',
    allow: [{ kind: 'person', functions: ['programme-lead'] }, { kind: 'operator' }],
    subjects: 'none',
  })
  @Returns(dto.ProgrammeView, {
    status: 201,
    summary: {
      en: "Publish a version of a programme's definition",
      da: 'Offentliggør en version af en indsats’ definition',
    },
    description: "Published in one's own municipality; a later version by the unit that the programme belongs to.",
    example: dto.programmeExample,
  })
  @Returns(dto.ProgrammeView, {
    description: 'Published before, with the same content.',
    example: dto.programmeExample,
  })
  async publish(
    @CurrentActor() actor: Actor,
    @Body(dto.PublishProgramme) { definition, unit }: dto.PublishProgramme,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<dto.ProgrammeView> {
    const { code, version, isNew } = await this.publishing.run(actor, definition, unit);
    void reply.code(isNew ? 201 : 200).header('location', `/referral/v1/programmes/${code}`);
    return this.programmes.get(actor, code, version);
  }

  @Get()
  @Access({ act: 'programme.list', allow: anybody(), subjects: 'none' })
  @Returns(dto.ProgrammePage, {
    summary: { en: 'List the programmes', da: 'Vis indsatserne' },
    description: "The municipality's programmes, each in the version in force.",
    example: { items: [summaryExample], next: null, total: 1 },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query(dto.ProgrammeListQuery) query: dto.ProgrammeListQuery,
  ): Promise<Page<dto.ProgrammeSummary>> {
    return this.programmes.page(actor, query);
  }

  @Get(':code')
  @Access({ act: 'programme.read', allow: anybody(), subjects: 'none' })
  @Returns(dto.ProgrammeView, {
    summary: { en: 'Read a programme', da: 'Læs en indsats' },
    description: 'The definition in force, or the version asked for.',
    example: dto.programmeExample,
  })
  get(
    @CurrentActor() actor: Actor,
    @PathCode('code') code: string,
    @Query(dto.ProgrammeQuery) { version }: dto.ProgrammeQuery,
  ): Promise<dto.ProgrammeView> {
    return this.programmes.get(actor, code, version);
  }
}

/** The catalogue is no secret within the municipality. */
function anybody() {
  return [{ kind: 'person' }, { kind: 'citizen' }, { kind: 'system', functions: 'any' }, { kind: 'operator' }] as const;
}
