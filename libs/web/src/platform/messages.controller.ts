import { Access } from '@helhed/access';
import { DeadLetters, Messaging } from '@helhed/messaging';
import { log } from '@helhed/telemetry';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { pageOf, pageQuery } from '../paging/page.js';
import { Paging } from '../paging/paging.js';
import { Body } from '../routes/body.js';
import { Command } from '../routes/command.js';
import { Id } from '../routes/id.js';
import { Query } from '../routes/query.js';
import { Returns } from '../routes/returns.js';
import { DeadLetterView, DeadLetterWithEvent, Republish, Republished } from './operations.dto.js';

const list = 'dead-letters';
const DeadLetterQuery = pageQuery({});

@ApiTags('Operations')
@Controller('v1/operations')
export class MessagesController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly messaging: Messaging,
    private readonly paging: Paging,
  ) {}

  @Get('dead-letters')
  @Access({ act: 'operations.list-dead-letters', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(pageOf(DeadLetterView), { description: 'Events that could not be applied.' })
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
  @Returns(DeadLetterWithEvent, { description: 'The event and why it could not be applied.' })
  get(@Id() id: string) {
    return this.deadLetters.show(id);
  }

  @Command('replay', 'dead-letters/:id(^[0-9a-f-]{36})')
  @Access({ act: 'operations.replay-dead-letter', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(z.strictObject({ id: z.uuid() }), { description: 'The event will be tried again.' })
  async replay(@Id() id: string) {
    await this.deadLetters.replay(id);
    log.info('dead letter replayed');
    return { id };
  }

  @Command('republish', 'outbox')
  @Access({ act: 'operations.republish', allow: [{ kind: 'operator' }], subjects: 'none' })
  @Returns(Republished, { description: 'How many events are published again.' })
  async republish(@Body(Republish) { since }: z.infer<typeof Republish>) {
    const events = await this.messaging.republish(new Date(since));
    log.info('outbox republished', { count: events });
    return { events };
  }
}
