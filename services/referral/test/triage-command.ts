import { newId } from '@helhed/kernel';
import type { ReferralSummary } from '../src/referrals/referrals.dto.js';
import type { State } from '../src/referrals/transitions.js';
import { World } from './world.js';

export interface TriageCommand {
  readonly name: string;
  /** Brings a referral to where the command applies. */
  readonly before: (
    world: World,
  ) => Promise<{ id: string; familyId: string; version: number; state?: State | undefined }>;
  readonly run: (world: World, id: string, version: number) => Promise<ReferralSummary>;
  readonly state: State;
  /** The events that the command adds; undefined where it adds none. */
  readonly events: readonly (readonly [type: string, data: object])[];
  readonly step: object;
}

/** The four that every command answers to: effect, event, the same request twice, rolled back together. */
export function describeTriageCommand({ name, before, run, state, events, step }: TriageCommand): void {
  describe(`the command ${name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await World.make();
    });
    afterAll(() => world.stop());

    const stored = async (id: string) => (await world.all<object>('SELECT * FROM referral WHERE id = $1', [id]))[0];
    const steps = (id: string) =>
      world.all<object>('SELECT * FROM referral_step WHERE referral_id = $1 ORDER BY number', [id]);

    it('changes the referral, writes its history and logs who did it', async () => {
      const { id, version, familyId } = await before(world);
      const after = await run(world, id, version);
      expect(after).toMatchObject({ id, state, version: version + 1 });
      expect(await stored(id)).toMatchObject({
        state,
        version: version + 1,
        next_owner: after.nextOwner,
        outcome: after.outcome,
      });
      expect((await steps(id)).at(-1)).toMatchObject({
        number: version + 1,
        command: name,
        state,
        unit: world.triager.unit,
        function: 'triager',
        ...step,
      });
      expect((await world.acts(familyId)).at(-1)).toBe(`referral.${name}`);
    });

    it('leaves its events in the outbox', async () => {
      const { id, version, familyId } = await before(world);
      const earlier = (await world.events(familyId)).length;
      await run(world, id, version);
      const left = (await world.events(familyId)).slice(earlier);
      expect(left.map(({ type }) => type)).toEqual(events.map(([type]) => type));
      for (const [index, [, data]] of events.entries())
        expect(left[index]?.data).toEqual({ referralId: id, familyId, programme: 'nyborg-familiestue', ...data });
    });

    it('sent twice happens once', async () => {
      const { id, version, familyId } = await before(world);
      await run(world, id, version);
      const [row, names] = [await stored(id), await world.names(familyId)];
      await expect(run(world, id, version)).rejects.toMatchObject({ problem: 'stale' });
      expect(await stored(id)).toEqual(row);
      expect(await world.names(familyId)).toEqual(names);
    });

    it('is refused in a state that it does not fit', async () => {
      const { id, version } = await before(world);
      const after = await run(world, id, version);
      await expect(run(world, id, after.version)).rejects.toMatchObject({
        problem: 'transition-refused',
        kind: 'conflict',
      });
      // it names the state, and is a look therefore
      const [logged] = await world.all(
        'SELECT kind, categories, refused FROM helhed.access_log ORDER BY id DESC LIMIT 1',
      );
      expect(logged).toMatchObject({ kind: 'look', refused: false });
      expect((logged as { categories: string[] }).categories).toContain('referral-outcome');
    });

    it('leaves nothing behind when its events cannot be stored', async () => {
      const { id, version } = await before(world);
      const row = await stored(id);
      if (events.length > 0) await world.withoutOutbox(() => run(world, id, version));
      else await world.withoutLog(() => run(world, id, version));
      expect(await stored(id)).toEqual(row);
      expect(await steps(id)).toHaveLength(version);
    });

    it('finds no referral that is not there or is another municipality’s', async () => {
      const { id, version } = await before(world);
      await expect(run(world, newId(), version)).rejects.toMatchObject({ problem: 'not-found' });
      await world.elsewhere(() => expect(run(world, id, version)).rejects.toMatchObject({ problem: 'not-found' }));
    });
  });
}
