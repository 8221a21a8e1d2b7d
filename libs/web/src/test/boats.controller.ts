import { Access, type Actor, CurrentActor } from '@helhed/access';
import { Database } from '@helhed/database';
import { DomainError, newId, notFound } from '@helhed/kernel';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { pageOf } from '../paging/page.js';
import { Paging } from '../paging/paging.js';
import { Body } from '../routes/body.js';
import { BodyLimit } from '../routes/body-limit.js';
import { Command } from '../routes/command.js';
import { Id } from '../routes/id.js';
import { Idempotent } from '../routes/idempotent.js';
import { IfMatch, requireVersion } from '../routes/if-match.js';
import { Query } from '../routes/query.js';
import { Returns } from '../routes/returns.js';
import { Boat } from './boat.js';
import { BoatQuery, BoatView, BuyBoat, toBoatView } from './boats.dto.js';

const Description = z.strictObject({ text: z.string() });
const rower = { allow: [{ kind: 'person', functions: ['rower'] }], subjects: 'none' } as const;

@Controller('v1/boats')
export class BoatsController {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  @Post()
  @Access({ act: 'boat.buy', ...rower })
  @Idempotent()
  @Returns(BoatView, { status: 201, description: 'The boat.', summary: { en: 'Buy a boat', da: 'Køb en båd' } })
  async buy(@Body(BuyBoat) { name, seats }: z.infer<typeof BuyBoat>, @CurrentActor() actor: Actor) {
    const { id } = await this.database.createOnce(actor.municipality, async (tx) => {
      const boat = { municipality: tx.municipality, id: newId(), name, seats, state: 'ashore', version: 1 } as const;
      await tx.manager.insert(Boat, boat);
      return { id: boat.id };
    });
    return this.get(id, actor);
  }

  @Get()
  @Access({ act: 'boat.find', ...rower })
  @Returns(pageOf(BoatView), { summary: { en: 'List the boats', da: 'Vis bådene' }, description: 'A page of boats.' })
  async find(@Query(BoatQuery) query: z.infer<typeof BoatQuery>, @CurrentActor() actor: Actor) {
    const [name, id] = this.paging.after('boats', query) ?? ['', null];
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const rows = await tx.query<Boat & { total: number }>(
        `SELECT *, (SELECT count(*)::int FROM boat WHERE $3::text IS NULL OR state = $3) AS total FROM boat
         WHERE ($3::text IS NULL OR state = $3) AND ($2::uuid IS NULL OR (name, id) > ($1, $2)) ORDER BY name, id LIMIT $4`,
        [name, id, query.state ?? null, query.limit + 1],
      );
      return this.paging.page('boats', query, rows, rows[0]?.total ?? 0, toBoatView, (boat) => [boat.name, boat.id]);
    });
  }

  @Get(':id')
  @Access({ act: 'boat.get', ...rower })
  @Returns(BoatView, { summary: { en: 'Read a boat', da: 'Læs en båd' }, description: 'The boat.' })
  get(@Id() id: string, @CurrentActor() actor: Actor) {
    return this.database.inTransaction(actor.municipality, async (tx) => toBoatView(await getBoat(tx, id)));
  }

  @Command('launch')
  @Access({ act: 'boat.launch', ...rower })
  @Returns(BoatView, { summary: { en: 'Launch a boat', da: 'Sæt en båd i vandet' }, description: 'The boat, afloat.' })
  launch(@Id() id: string, @IfMatch() version: number, @CurrentActor() actor: Actor) {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const boat = await getBoat(tx, id);
      requireVersion(boat, version);
      boat.launch();
      return toBoatView(await tx.manager.save(boat));
    });
  }

  @Command('describe', 'fleet')
  @BodyLimit(256)
  @Access({ act: 'boat.describe', ...rower })
  describe(@Body(Description.optional()) body: z.infer<typeof Description> | undefined) {
    return { length: body?.text.length ?? null };
  }

  @Command('inspect', 'fleet')
  @Access({ act: 'boat.inspect', ...rower })
  inspect(): never {
    const leaks = Array.from({ length: 500 }, (_, n) => ({ field: `plank.${n}`, rule: 'leaks' }));
    throw new DomainError('rule', 'unsound', { da: 'Flåden er utæt.', en: 'The fleet leaks.' }, leaks);
  }

  @Command('sink', 'fleet')
  @Access({ act: 'boat.sink', ...rower })
  sink(): never {
    throw new Error('the captain is called Grethe');
  }
}

async function getBoat(tx: Parameters<Parameters<Database['inTransaction']>[1]>[0], id: string): Promise<Boat> {
  const boat = await tx.manager.findOne(Boat, {
    where: { municipality: tx.municipality, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (boat) return boat;
  throw notFound({ da: 'Båden', en: 'The boat' });
}
