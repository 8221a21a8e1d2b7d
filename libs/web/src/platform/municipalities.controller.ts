import { Access } from '@helhed/access';
import { Workers } from '@helhed/database';
import { DomainError, municipalityCode, notFound } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Controller, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Body } from '../routes/body.js';
import { PathCode } from '../routes/id.js';
import { Returns } from '../routes/returns.js';
import { Municipality, MunicipalityClock, RegisterMunicipality, SetClock } from './operations.dto.js';

/** Injected: whether an operator may move a municipality's clock. */
export const demoMode = Symbol('HELHED_DEMO');

const fourDigits = z.string().regex(/^\d{4}$/);

@ApiTags('Operations')
@Controller('v1/operations')
export class MunicipalitiesController {
  constructor(
    private readonly workers: Workers,
    @Inject(demoMode) private readonly demo: boolean,
  ) {}

  @Put('municipalities/:code')
  @Access({ act: 'operations.register-municipality', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(Municipality, { description: 'The municipality, whose issuer’s tokens now count here.' })
  async register(
    @PathCode('code', fourDigits) text: string,
    @Body(RegisterMunicipality) { issuer }: z.infer<typeof RegisterMunicipality>,
  ) {
    const code = municipalityCode(text);
    const rows = await this.workers.query(
      `INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)
       ON CONFLICT (code) DO UPDATE SET issuer = excluded.issuer RETURNING code, issuer`,
      [code, issuer],
    );
    log.info('municipality registered', { municipality: code });
    return rows[0];
  }

  @Put('clock/:code')
  @Access({ act: 'operations.set-clock', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(MunicipalityClock, { description: 'The municipality’s time from here on. Only where HELHED_DEMO=1.' })
  async setClock(@PathCode('code', fourDigits) text: string, @Body(SetClock) { offsetMs }: z.infer<typeof SetClock>) {
    if (!this.demo) throw realTimeOnly();
    const code = municipalityCode(text);
    const rows = await this.workers.query<{ now: Date }>(
      `UPDATE helhed.municipality SET clock_offset_ms = $2 WHERE code = $1
       RETURNING clock_timestamp() + make_interval(secs => clock_offset_ms / 1000.0) AS now`,
      [code, offsetMs],
    );
    if (!rows[0]) throw notFound({ da: 'Kommunen', en: 'The municipality' });
    return { code, now: rows[0].now.toISOString() };
  }
}

const realTimeOnly = () =>
  new DomainError('forbidden', 'real-time-only', {
    da: 'Uret kan kun stilles, hvor platformen kører som demonstration.',
    en: 'The clock can be set only where the platform runs as a demonstration.',
  });
