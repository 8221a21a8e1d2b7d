import { factEvents, type CloudEvent } from '@helhed/contracts';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import { makeHistory } from '../../test/history.js';
import { World, type Here } from '../../test/world.js';
import { WhenAnyEvent } from './when-any-event.js';

const tables = ['fact', 'journey', 'enrolment', 'held_session'];

describe('an event', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
    here = await world.municipality();
    history = makeHistory({ families: 12, seed: 7, municipality: here.code });
    await world.deliver(history);
  });
  afterAll(() => world?.stop());

  const counts = async (): Promise<number[]> => {
    const [counted] = await world.rows<Record<string, number>>(
      `SELECT ${tables.map((each) => `(SELECT count(*)::int FROM ${each}) AS ${each}`).join(', ')}`,
    );
    return tables.map((table) => counted?.[table] as number);
  };

  it('of every type is listened to', () => {
    const patterns: unknown = Reflect.getMetadata(PATTERN_METADATA, WhenAnyEvent.prototype.keep);
    expect(patterns).toEqual(factEvents.map(({ type }) => type));
  });

  it('becomes a fact as it came, with its time, source, key and number', async () => {
    const facts = await world.rows<CloudEvent>(
      `SELECT event_id AS id, type, '/helhed/' || municipality || '/' || source AS source, order_key AS orderkey, incarnation,
         seq::int, occurred_at AS time, data FROM fact WHERE type <> 'dk.helhed.referral.programme-published.v1' ORDER BY event_id`,
    );
    const kept = [...history]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, type, source, orderkey, incarnation, seq, time, data }) => ({
        id,
        type,
        source,
        orderkey,
        incarnation,
        seq,
        time: new Date(time),
        data,
      }));
    expect(facts).toEqual(kept);
    expect(world.refused).toEqual([]);
  });

  it('that is applied twice is one fact and changes no figure', async () => {
    const [before, figures] = [await counts(), await here.figures()];
    await world.deliver(history);
    for (const event of history.slice(0, 20)) await here.inTx((tx) => new WhenAnyEvent().keep(event, { tx }));
    expect(await counts()).toEqual(before);
    expect(await here.figures()).toEqual(figures);
  });

  it('leaves fact and rows together or not at all', async () => {
    const [event] = makeHistory({ families: 1, seed: 8, municipality: here.code }) as [CloudEvent];
    const before = await counts();
    const failing = here.inTx(async (tx) => {
      await new WhenAnyEvent().keep(event, { tx });
      throw new Error('the inbox could not be moved');
    });
    await expect(failing).rejects.toThrow('inbox');
    expect(await counts()).toEqual(before);
  });

  it.each(['UPDATE fact SET type = type', 'DELETE FROM fact', 'TRUNCATE fact'])(
    'that is a fact stays: the app role cannot %s',
    async (sql) => {
      await expect(here.inTx((tx) => tx.query(sql))).rejects.toThrow('permission denied');
    },
  );

  it('of one municipality is nothing to another', async () => {
    const there = await world.municipality();
    for (const table of tables)
      expect(
        await there.inTx((tx) => tx.query(`SELECT 1 FROM ${table} WHERE municipality <> $1`, [there.code])),
      ).toEqual([]);
    expect(Object.values(await there.values()).filter((value) => value)).toEqual([]);
  });
});
