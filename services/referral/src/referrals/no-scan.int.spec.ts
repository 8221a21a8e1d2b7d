import { Looks, standingBasesIn, theRegister } from '@helhed/access';
import type { Database, Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Place } from '../places/place.js';
import { findFirstWaiting, findOpenPlace } from '../places/queue.js';
import { FindSeparations } from '../separations/find-separations.js';
import { FindWaitingList } from '../waiting-list/find-waiting-list.js';
import { programme, World } from '../../test/world.js';
import { FindReferrals } from './find-referrals.js';
import { Referral } from './referral.js';
import { ShowReferral } from './show-referral.js';

const rows = 20_000;

const fill = `
  SELECT helhed.enter('0450');
  INSERT INTO referral (municipality, id, family_id, programme, programme_version, referring_unit, sender_reference, content_hmac,
    reason, facts, parents_part, received_on, received_at, state, since, version)
  SELECT '0450', uuidv7(), uuidv7(), 'nyborg-familiestue', 1, 'db-' || n % 200, n::text, '', '', '{}', '[]', '2026-01-01'::date + n % 300, now(),
    CASE WHEN n % 100 = 0 THEN 'waiting' ELSE 'declined' END, '2026-01-01', 1 FROM generate_series(1, ${rows}) n;`;

describe(`among ${rows} referrals nothing is read by scanning the table`, () => {
  let world: World;
  let id: string;
  beforeAll(async () => {
    world = await World.make();
    ({ id } = await world.underTriage());
    const groupId = newId();
    const [one, other] = [await world.accepted(), await world.underTriage()];
    await world.separate(one, other);
    for (const _place of [1, 2]) await world.openPlace({ startsOn: '2027-01-11', groupId });
    await world.asOwner(fill);
    await world.asOwner('ANALYZE referral');
  });
  afterAll(() => world.stop());

  /** Runs the work and counts the sequential scans of its transaction. */
  async function scans(work: (database: Database, looks: Looks) => Promise<unknown>): Promise<number | undefined> {
    let counted: { n: number } | undefined;
    const watched = async (municipality: typeof world.municipality, inner: (tx: Tx) => Promise<unknown>) =>
      world.database.inTransaction(municipality, async (tx) => {
        const result = await inner(tx);
        [counted] = await tx.query<{ n: number }>(
          `SELECT coalesce(sum(seq_scan), 0)::int AS n FROM pg_stat_xact_user_tables WHERE relname = 'referral'`,
        );
        return result;
      });
    const database = { inTransaction: watched } as unknown as Database;
    await world.as(world.triager, () => work(database, new Looks(database, theRegister, standingBasesIn('programme'))));
    return counted?.n;
  }
  const reads: [string, (database: Database, looks: Looks) => Promise<unknown>][] = [
    [
      'a page for triage',
      (_, looks) => new FindReferrals(looks, world.paging).page(world.triager, { limit: 50, state: 'under-triage' }),
    ],
    ['a page for a unit', (_, looks) => new FindReferrals(looks, world.paging).page(world.pedagogue, { limit: 50 })],
    [
      'a page of a programme',
      (_, looks) =>
        new FindReferrals(looks, world.paging).page(world.triager, { limit: 50, programme, state: 'waiting' }),
    ],
    ['a referral', (_, looks) => new ShowReferral(looks, world.catalogue).whole(world.triager, id)],
    ['an outcome', (_, looks) => new ShowReferral(looks, world.catalogue).outcome(world.pedagogue, id)],
    [
      'the waiting list',
      (_, looks) => new FindWaitingList(looks, world.paging).families(world.triager, { programme, limit: 50 }),
    ],
    [
      'the first that waits',
      (database) =>
        database.inTransaction(world.municipality, async (tx) => {
          const place = await tx.manager.findOneByOrFail(Place, { municipality: '0450', programme });
          return findFirstWaiting(tx, place);
        }),
    ],
    [
      'an open place',
      (database) =>
        database.inTransaction(world.municipality, async (tx) => {
          const referral = await tx.manager.findOneByOrFail(Referral, { municipality: '0450', id });
          return findOpenPlace(tx, referral);
        }),
    ],
    [
      'who must not be in one group',
      (_, looks) => new FindSeparations(looks, world.paging).page(world.triager, { limit: 50 }),
    ],
    [
      'an earlier submission',
      (database) =>
        database.inTransaction(world.municipality, ({ manager }) =>
          manager.findOneBy(Referral, { municipality: '0450', referringUnit: 'db-solsikken', senderReference: 'x' }),
        ),
    ],
  ];

  it.each(reads)('%s', async (_, read) => expect(await scans(read)).toBe(0));

  it('and the count is not blind', async () => {
    const all = (database: Database) =>
      database.inTransaction(world.municipality, (tx) => tx.query(`SELECT FROM referral WHERE reason = 'x'`));
    expect(await scans(all)).toBe(1);
  });
});
