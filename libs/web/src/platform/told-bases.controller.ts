import { Access } from '@helhed/access';
import { Database } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { Messaging } from '@helhed/messaging';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Paging } from '../paging/paging.js';
import { Query } from '../routes/query.js';
import { Returns } from '../routes/returns.js';
import * as dto from './told-bases.dto.js';

const list = 'told-bases';

interface Row {
  readonly basis: string;
  readonly family: string;
  readonly epoch: number;
  readonly ended: 'withdrawn' | 'ended' | 'used-up' | null;
  readonly endedAt: Date | null;
  readonly validTo: string | null;
  readonly withdrawn: string[];
}

/** What the service's database has heard of the bases, for a register that was restored from before it. */
@ApiTags('Operations')
@Controller('v1/operations')
export class ToldBasesController {
  constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
    private readonly paging: Paging,
  ) {}

  @Get('told-bases')
  @Access({ act: 'operations.list-told-bases', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.ToldBases, {
    summary: {
      en: 'List what this service has heard of the bases from an epoch on',
      da: 'Vis, hvad tjenesten har hørt om hjemlerne fra en epoke og frem',
    },
    description: 'Ids, dates and times, for a restored register to take back what was withdrawn.',
    example: dto.toldBasesExample,
  })
  async find(@Query(dto.ToldBasesQuery) query: z.infer<typeof dto.ToldBasesQuery>) {
    const { municipality, since, limit } = query;
    const [after = null] = this.paging.after(list, query) ?? [];
    const lag = (await this.messaging.lag())['consent'] ?? null;
    return this.database.inTransaction(municipalityCode(municipality), async (tx) => {
      const rows = await tx.query<Row>(told, [since, after, limit + 1]);
      const [counts] = await tx.query<{ total: number; applied: string; parked: number }>(counted, [since]);
      const { total, applied, parked } = counts!;
      tx.log({ kind: 'look', act: 'operations.list-told-bases', subjects: [] });
      const view = ({ endedAt, ...row }: Row) => ({ ...row, endedAt: endedAt?.toISOString() ?? null });
      const page = this.paging.page(list, query, rows, total, view, ({ basis }) => [basis]);
      return { ...page, applied: Number(applied), waiting: lag === null ? null : lag + parked };
    });
  }
}

const from = `FROM helhed.basis_replica b WHERE b.municipality = helhed.tenant() AND b.epoch >= $1`;

const told = `
  SELECT b.id AS basis, b.family_id AS family, b.epoch, b.ended, b.ended_at AS "endedAt", b.valid_to::text AS "validTo",
    ARRAY(SELECT DISTINCT p.person_id FROM helhed.basis_person p WHERE p.municipality = b.municipality
      AND p.basis_id = b.id AND p.state = 'withdrawn') AS withdrawn
  ${from} AND ($2::uuid IS NULL OR b.id > $2::uuid) ORDER BY b.id LIMIT $3`;

const counted = `
  SELECT (SELECT count(*)::int ${from}) AS total,
    coalesce((SELECT greatest(epoch, (SELECT max(n) FROM unnest(ahead) AS n)) FROM helhed.access_epoch
      WHERE municipality = helhed.tenant()), 0) AS applied,
    (SELECT count(*)::int FROM helhed.parked_event WHERE municipality = helhed.tenant() AND source = 'consent') AS parked`;
