import { Access } from '@helhed/access';
import { Database, Workers } from '@helhed/database';
import { DomainError, municipalityCode } from '@helhed/kernel';
import { Messaging } from '@helhed/messaging';
import { log } from '@helhed/telemetry';
import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Body } from '../routes/body.js';
import { Command } from '../routes/command.js';
import { Returns } from '../routes/returns.js';
import * as dto from './snapshots.dto.js';

/** What an operator asks of the service as the owner of what it tells: its state again, or all of it after a restore. */
@ApiTags('Operations')
@Controller('v1/operations')
export class SnapshotsController {
  constructor(
    private readonly messaging: Messaging,
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  @Command('publish', 'snapshots')
  @Access({ act: 'operations.publish-snapshots', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.SnapshotsBegun, {
    summary: {
      en: 'Tell consumers all that this service owns in a municipality',
      da: 'Fortæl modtagerne alt det, tjenesten ejer i en kommune',
    },
    description:
      'How many keys will be told, one snapshot each, in the background: for a consumer that is new or was away for long.',
    example: { keys: 412 },
  })
  async publish(@Body(dto.PublishSnapshots) { municipality }: z.infer<typeof dto.PublishSnapshots>) {
    await this.#requireKnown(municipality);
    await this.#note(municipality, 'operations.publish-snapshots');
    const keys = (await this.messaging.snapshots?.beginAll(municipality)) ?? 0;
    log.info('snapshots begun', { municipality, count: keys });
    return { keys };
  }

  @Command('renew', 'incarnation')
  @Access({ act: 'operations.renew-incarnation', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.IncarnationRenewed, {
    summary: {
      en: "Renew the incarnation after the service's database was restored",
      da: 'Forny inkarnationen, efter at tjenestens database er genskabt',
    },
    description:
      'The new incarnation, and how many keys will be told under it in the background: consumers that were ahead of the restored database come back to what it says.',
    example: { incarnation: '0198a1b2-0000-7000-8000-000000000051', keys: 4_120 },
  })
  async renew() {
    const known = await this.workers.query<{ code: string }>('SELECT code FROM helhed.municipality');
    for (const { code } of known) await this.#note(code, 'operations.renew-incarnation');
    const renewed = await this.messaging.snapshots?.renewIncarnation();
    log.info('incarnation renewed', { count: renewed?.keys ?? 0 });
    return renewed ?? { incarnation: null, keys: 0 };
  }

  /** A code that was mistyped would else be told 0 keys, and stand in an access log of nobody's. */
  async #requireKnown(municipality: string): Promise<void> {
    const found = await this.workers.query('SELECT FROM helhed.municipality WHERE code = $1', [municipality]);
    if (found.length > 0) return;
    throw new DomainError('invalid', 'municipality-unknown', {
      da: `Kommune ${municipality} er ikke registreret.`,
      en: `Municipality ${municipality} is not registered.`,
    });
  }

  #note(municipality: string, act: string): Promise<void> {
    return this.database.inTransaction(municipalityCode(municipality), async (tx) =>
      tx.log({ kind: 'command', act, subjects: [] }),
    );
  }
}
