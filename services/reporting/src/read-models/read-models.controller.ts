import { Access, type Allowed } from '@helhed/access';
import { municipalityCode } from '@helhed/kernel';
import { Body, PathCode, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import * as dto from './read-models.dto.js';
import { RebuildReadModels } from './rebuild-read-models.js';

const operators: readonly Allowed[] = [{ kind: 'operator' }];

@ApiTags('Operations')
@Controller('v1/operations')
export class ReadModelsController {
  constructor(private readonly rebuild: RebuildReadModels) {}

  @Post('read-models::rebuild')
  @Access({ act: 'read-models.rebuild', allow: operators, subjects: 'none' })
  @Returns(dto.RebuildView, {
    status: 202,
    description: 'The rebuild that has begun, or the one already under way. Figures are the same throughout.',
    summary: {
      en: "Rebuild a municipality's read models from its facts",
      da: 'Genopbyg en kommunes læsemodeller ud fra dens kendsgerninger',
    },
    example: dto.rebuildExample,
  })
  begin(@Body(dto.Rebuild) { municipality }: dto.Rebuild) {
    return this.rebuild.begin(municipalityCode(municipality));
  }

  @Get('read-models/:municipality')
  @Access({ act: 'read-models.progress', allow: operators, subjects: 'none' })
  @Returns(dto.RebuildView, {
    summary: { en: 'Follow a rebuild', da: 'Følg en genopbygning' },
    description: "How far the municipality's latest rebuild is.",
    example: dto.rebuildExample,
  })
  progress(@PathCode('municipality', z.string().regex(/^\d{4}$/)) municipality: string) {
    return this.rebuild.progress(municipalityCode(municipality));
  }
}
