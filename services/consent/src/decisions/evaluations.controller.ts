import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Returns } from '@helhed/web';
import { Controller, Post } from '@nestjs/common';
import { acts } from './acts.js';
import * as dto from './authzen.dto.js';
import { allowedExample, deniedExample } from './authzen.examples.js';
import { EvaluateAccess } from './evaluate-access.js';
import type { Evaluation } from './evaluation.js';
import { paths } from './standard-paths.js';

const anybody = [{ kind: 'person', functions: 'any' }] as const;

@Controller()
export class EvaluationsController {
  constructor(private readonly access: EvaluateAccess) {}

  @Post(paths.evaluation)
  @Access({ ...acts.evaluate, allow: anybody, subjects: 'family' })
  @Returns(dto.EvaluationResponse, {
    summary: { en: 'Ask whether an act would be allowed', da: 'Spørg, om et sagsskridt er tilladt' },
    description: 'The decision, why, and on which bases.',
    example: deniedExample,
  })
  one(@CurrentActor() actor: Actor, @Body(dto.EvaluationRequest) asked: dto.EvaluationRequest): Promise<Evaluation> {
    return this.access.one(actor, asked);
  }

  @Post(paths.evaluations)
  @Access({ ...acts.evaluate, allow: anybody, subjects: 'family' })
  @Returns(dto.EvaluationsResponse, {
    summary: { en: 'Ask about several acts at once', da: 'Spørg om flere sagsskridt på én gang' },
    description: 'A decision for each, in the order asked; without `evaluations` one decision.',
    example: { evaluations: [allowedExample, deniedExample] },
  })
  many(
    @CurrentActor() actor: Actor,
    @Body(dto.EvaluationsRequest) asked: dto.EvaluationsRequest,
  ): Promise<Evaluation | { evaluations: Evaluation[] }> {
    return this.access.many(actor, asked);
  }
}
