import { Access } from '@helhed/access';
import { Database, Workers } from '@helhed/database';
import { DomainError, municipalityCode, notFound } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { Controller, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Body } from '../routes/body.js';
import { PathCode } from '../routes/id.js';
import { Returns } from '../routes/returns.js';
import * as dto from './operations.dto.js';

/** Injected: whether an operator may move a municipality's clock. */
export const demoMode = Symbol('HELHED_DEMO');

const fourDigits = z.string().regex(/^\d{4}$/);

/** The list of municipalities is the worker role's; the line about it in the municipality's access log is the app's. */
@ApiTags('Operations')
@Controller('v1/operations')
export class MunicipalitiesController {
  constructor(
    private readonly workers: Workers,
    private readonly database: Database,
    @Inject(demoMode) private readonly demo: boolean,
  ) {}

  @Put('municipalities/:code')
  @Access({ act: 'operations.register-municipality', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.Municipality, {
    summary: {
      en: 'Register a municipality and whose tokens count in it',
      da: 'Registrér en kommune og hvis tokens der gælder i den',
    },
    description: 'The municipality, whose issuer’s tokens now count here.',
    example: dto.municipalityExample,
  })
  async register(
    @PathCode('code', fourDigits) text: string,
    @Body(dto.RegisterMunicipality) { issuer, replaceIssuer }: z.output<typeof dto.RegisterMunicipality>,
  ) {
    const code = municipalityCode(text);
    return this.database.inTransaction(code, async (tx) => {
      const [row] = await this.workers.query<{ before: string | null }>(registerSql, [code, issuer, replaceIssuer]);
      if (!row) throw otherIssuer();
      const replaced = row.before !== null && row.before !== issuer;
      const act = replaced ? 'operations.replace-issuer' : 'operations.register-municipality';
      tx.log({ kind: 'command', act, subjects: [] });
      log.info(replaced ? 'issuer replaced' : 'municipality registered', { municipality: code });
      return { code, issuer };
    });
  }

  @Put('clock/:code')
  @Access({ act: 'operations.set-clock', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.MunicipalityClock, {
    summary: { en: "Move a demonstration's clock", da: 'Flyt uret i en demonstration' },
    description: 'The municipality’s time from here on. Only where HELHED_DEMO=1.',
    example: dto.clockExample,
  })
  async setClock(
    @PathCode('code', fourDigits) text: string,
    @Body(dto.SetClock) { offsetMs }: z.infer<typeof dto.SetClock>,
  ) {
    if (!this.demo) throw realTimeOnly();
    const code = municipalityCode(text);
    return this.database.inTransaction(code, async (tx) => {
      const [row] = await this.workers.query<{ now: Date }>(clockSql, [code, offsetMs]);
      if (!row) throw notFound({ da: 'Kommunen', en: 'The municipality' });
      tx.log({ kind: 'command', act: 'operations.set-clock', subjects: [] });
      return { code, now: row.now.toISOString() };
    });
  }
}

/** No row when the municipality has another issuer and that may not be replaced. */
const registerSql = `
  WITH known AS (SELECT issuer FROM helhed.municipality WHERE code = $1)
  INSERT INTO helhed.municipality AS kept (code, issuer) VALUES ($1, $2)
  ON CONFLICT (code) DO UPDATE SET issuer = excluded.issuer WHERE kept.issuer = excluded.issuer OR $3
  RETURNING (SELECT issuer FROM known) AS before`;

const clockSql = `
  UPDATE helhed.municipality SET clock_offset_ms = $2 WHERE code = $1
  RETURNING clock_timestamp() + make_interval(secs => clock_offset_ms / 1000.0) AS now`;

const otherIssuer = () =>
  new DomainError('conflict', 'issuer-differs', {
    da: 'Kommunen har en anden udsteder. Send replaceIssuer: true, hvis den nye skal afløse den.',
    en: 'The municipality has another issuer. Send replaceIssuer: true if the new one is to take its place.',
  });

const realTimeOnly = () =>
  new DomainError('forbidden', 'real-time-only', {
    da: 'Uret kan kun stilles, hvor platformen kører som demonstration.',
    en: 'The clock can be set only where the platform runs as a demonstration.',
  });
