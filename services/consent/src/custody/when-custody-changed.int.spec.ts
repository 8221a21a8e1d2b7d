import { CustodyRecorded } from '@helhed/contracts';
import { nextEvent } from '../../test/events.js';
import { ended, matched } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const toOf = async (child: string, holder: string) =>
  (
    await world.rows<{ to: string | null }>(
      'SELECT to_date::text AS "to" FROM custody WHERE child_id = $1 AND holder_id = $2',
      [child, holder],
    )
  )[0]?.to;

describe('custody that is told again', () => {
  it('with an end that has come near ends then, and raises nothing; an end that was heard of stays', async () => {
    const { events, custody, maja, jonas, alma } = matched();
    await world.hear(...events);
    const again = (index: number, to: string | null) =>
      nextEvent(nyborg, CustodyRecorded, { ...custody[index]!.data, to } as never);
    const epoch = () => world.rows('SELECT value FROM epoch_counter');
    const before = await epoch();
    await world.hear(again(0, '2040-04-02'));
    expect([await toOf(alma, maja), await epoch()]).toEqual(['2040-04-02', before]);
    await world.hear(again(0, null));
    expect(await toOf(alma, maja)).toBe('2040-04-02');
    await world.hear(ended(nyborg, custody[1]!, '2026-10-06'), again(1, '2040-04-02'));
    expect(await toOf(alma, jonas)).toBe('2026-10-06');
  });
});
