import type { CloudEvent } from '@helhed/contracts';
import type { MunicipalityCode } from '@helhed/kernel';
import { beside, seededRandom } from '@helhed/testing';
import { rearranged } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { countByHand } from '../../test/oracle.js';
import { as, World, year, type Here } from '../../test/world.js';
import { WhenAnyEvent } from '../facts/when-any-event.js';
import { rebuildStep } from './rebuild-step.js';
import { RebuildTimer } from './rebuild-timer.js';

const tables = ['journey', 'enrolment', 'course', 'held_session', 'attendance', 'conversation'];

describe('read models made again from the facts', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    here = await world.municipality();
    history = makeHistory({ families: 20, seed: 11, municipality: here.code });
  });

  const rowsOf = async (table: string) => {
    const rows = await world.rows<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE municipality = $1 ORDER BY 2, 3`,
      [here.code],
    );
    return {
      rows: rows.map(({ generation: _, ...row }) => row),
      generations: [...new Set(rows.map(({ generation }) => generation))],
    };
  };
  const allRows = () => Promise.all(tables.map(rowsOf));

  it('are the same rows and the same figures, to the last digit; the old rows are gone', async () => {
    await world.deliver(history);
    const [figures, before] = [await here.figures(), await allRows()];
    expect(await here.values()).toEqual(countByHand(history, year));
    await here.rebuilt();
    const after = await allRows();
    expect(await here.figures()).toEqual(figures);
    expect(after.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows));
    expect([before, after].map((each) => each.map(({ generations }) => generations))).toEqual([
      tables.map(() => [0]),
      tables.map(() => [1]),
    ]);
  });

  it('in whatever order the events arrived', async () => {
    await world.deliverInOrder(rearranged(history.slice(0, 200), seededRandom(3)));
    const byHand = countByHand(history.slice(0, 200), year);
    expect(await here.values()).toEqual(byHand);
    await here.rebuilt();
    expect(await here.values()).toEqual(byHand);
  });

  it('while more events come, and readers see the old or the new whole', async () => {
    const later = makeHistory({ families: 14, seed: 12, municipality: here.code });
    await world.deliver(history);
    const seen: number[] = [];
    let coming = true;
    const watcher = (async () => {
      while (coming) seen.push((await here.values())['referred'] as number);
    })();
    await Promise.all([world.deliver(later, 10), here.rebuilt().then(() => here.rebuilt())]);
    coming = false;
    await watcher;
    expect(await here.values()).toEqual(countByHand([...history, ...later], year));
    // never fewer than at the beginning, and never fewer than a moment ago
    expect(seen[0]).toBeGreaterThanOrEqual(countByHand(history, year).referred as number);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('go on in another instance after any step', async () => {
    await world.deliver(history);
    const figures = await here.figures();
    await here.inTx((tx) =>
      tx.query(`INSERT INTO rebuild (municipality, generation, state, facts_total) VALUES ($1, 1, 'building', 0)`, [
        here.code,
      ]),
    );
    for (let step = 0; step < 2; step++) {
      await here.inTx(rebuildStep);
      expect(await here.figures()).toEqual(figures);
    }
    await new RebuildTimer(world.rebuild, world.workers).run('0 seconds');
    await here.done();
    expect(await here.figures()).toEqual(figures);
    expect((await rowsOf('journey')).generations).toEqual([1]);
  });

  it('wait for a fact that is being written, whose id is below others', async () => {
    const [first, second] = history.filter(({ seq, source }) => seq === 1 && source.endsWith('referral')) as [
      CloudEvent,
      CloudEvent,
    ];
    let rebuilding: Promise<void> | undefined;
    await here.inTx(async (tx) => {
      await new WhenAnyEvent().keep(first, { tx });
      await beside(() => world.applier.apply([second]));
      rebuilding = beside(() => here.rebuilt());
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await rebuilding;
    expect((await here.values())['referred']).toBe(2);
  });

  it('of one municipality leave the other as it is; one that is not there cannot be rebuilt', async () => {
    const there = await world.municipality();
    await world.deliver(makeHistory({ families: 5, seed: 4, municipality: there.code }));
    await world.deliver(history.slice(0, 100));
    const before = await there.figures();
    await here.rebuilt();
    expect(await there.figures()).toEqual(before);
    await expect(as(here.lead, () => world.rebuild.begin('0999' as MunicipalityCode))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(world.rebuild.progress(there.code)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('asked for three times at once are one rebuild, and each asking is logged', async () => {
    const [first] = history as [CloudEvent];
    // while a fact is being written the rebuild cannot end
    const begun = await here.inTx(async (tx) => {
      await new WhenAnyEvent().keep(first, { tx });
      return Promise.all([1, 2, 3].map(() => beside(() => here.begin())));
    });
    expect(new Set(begun.map(({ generation }) => generation)).size).toBe(1);
    const log = await world.rows('SELECT act, actor_sub FROM helhed.access_log WHERE municipality = $1', [here.code]);
    expect(log).toEqual(Array.from({ length: 3 }, () => ({ act: 'read-models.rebuild', actor_sub: 'an-operator' })));
    await here.done();
  });
});
