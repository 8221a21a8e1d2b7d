import { Access } from '@helhed/access';
import { Database, Workers } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { DeadLetters, Messaging } from '@helhed/messaging';
import { log } from '@helhed/telemetry';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { pageOf, pageQuery } from '../paging/page.js';
import { Paging } from '../paging/paging.js';
import { Body } from '../routes/body.js';
import { Command, idInPath } from '../routes/command.js';
import { Id } from '../routes/id.js';
import { Query } from '../routes/query.js';
import { Returns } from '../routes/returns.js';
import * as dto from './operations.dto.js';

const list = 'dead-letters';
const DeadLetterQuery = pageQuery({});

@ApiTags('Operations')
@Controller('v1/operations')
export class MessagesController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly messaging: Messaging,
    private readonly paging: Paging,
    private readonly database: Database,
    private readonly workers: Workers,
  ) {}

  @Get('dead-letters')
  @Access({ act: 'operations.list-dead-letters', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(pageOf(dto.DeadLetterView), {
    summary: { en: 'List the events that could not be applied', da: 'Vis de parkerede hændelser' },
    description: 'Events that could not be applied.',
    example: { items: [dto.deadLetterExample], next: null, total: 1 },
  })
  async find(@Query(DeadLetterQuery) query: z.infer<typeof DeadLetterQuery>) {
    const [last] = this.paging.after(list, query) ?? [];
    const rows = await this.deadLetters.list(last as string | undefined, query.limit + 1);
    return this.paging.page(
      list,
      query,
      rows,
      await this.deadLetters.count(),
      (row) => row,
      ({ id }) => [id],
    );
  }

  @Get('dead-letters/:id')
  @Access({ act: 'operations.show-dead-letter', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.DeadLetterWithEvent, {
    summary: {
      en: 'Read a parked event and why it could not be applied',
      da: 'Læs en parkeret hændelse og hvorfor den ikke kunne anvendes',
    },
    description: 'The event and why it could not be applied.',
    example: dto.deadLetterWithEventExample,
  })
  async get(@Id() id: string) {
    const letter = await this.deadLetters.show(id);
    await this.#note(letter, 'look', 'operations.show-dead-letter');
    return letter;
  }

  @Command('replay', `dead-letters/${idInPath}`)
  @Access({ act: 'operations.replay-dead-letter', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(z.strictObject({ id: z.uuid() }), {
    summary: { en: 'Apply a parked event again', da: 'Anvend en parkeret hændelse igen' },
    description: 'The event will be tried again.',
    example: { id: dto.deadLetterExample.id },
  })
  async replay(@Id() id: string) {
    const letter = await this.deadLetters.show(id);
    await this.#note(letter, 'command', 'operations.replay-dead-letter', () => this.deadLetters.replay(id));
    log.info('dead letter replayed');
    return { id };
  }

  @Command('republish', 'outbox')
  @Access({ act: 'operations.republish', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(dto.Republished, {
    summary: { en: 'Publish events again from an instant on', da: 'Send hændelser igen fra et tidspunkt' },
    description: 'How many events are published again.',
    example: { events: 42 },
  })
  async republish(@Body(dto.Republish) { since }: z.infer<typeof dto.Republish>) {
    const known = await this.workers.query<{ municipality: string }>(
      'SELECT code AS municipality FROM helhed.municipality',
    );
    for (const each of known) await this.#note(each, 'command', 'operations.republish');
    const events = await this.messaging.republish(new Date(since));
    log.info('outbox republished', { count: events });
    return { events };
  }

  /** A line in the access log of the municipality whose events they are. */
  #note(
    { municipality }: { municipality: string },
    kind: 'command' | 'look',
    act: string,
    work: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    return this.database.inTransaction(municipalityCode(municipality), async (tx) => {
      await work();
      tx.log({ kind, act, subjects: [] });
    });
  }
}
