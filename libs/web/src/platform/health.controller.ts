import { Public } from '@helhed/access';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Returns } from '../routes/returns.js';
import { Health } from './health.js';

const Live = z.strictObject({ status: z.literal('live') });
const Ready = z.strictObject({
  status: z.enum(['ready', 'degraded', 'down', 'stopping']),
  dependencies: z.record(z.string(), z.enum(['up', 'down'])),
});

@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @Public('Says only that the process answers; whoever restarts it has no token.')
  @Returns(Live, {
    summary: { en: 'Say whether the process lives', da: 'Sig, om processen lever' },
    description: 'The process answers.',
    example: { status: 'live' },
  })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('Says only which servers answer; a load balancer has no token.')
  @Returns(Ready, {
    summary: { en: 'Say whether the service can answer', da: 'Sig, om tjenesten kan svare' },
    description: 'What the service builds on, and whether it can answer: 503 when it is `down` or `stopping`.',
    example: { status: 'ready', dependencies: { database: 'up', keycloak: 'up', nats: 'up' } },
  })
  @ApiResponse({ status: 503, description: '`down` or `stopping`.', standardSchema: Ready })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    if (report.status === 'down' || report.status === 'stopping') void reply.code(503);
    return report;
  }
}
