import { requestContext } from '@helhed/telemetry';
import type { Actor } from '../actor/actor.js';
import type { AccessFacts } from '../decision/access-facts.js';
import type { AccessQuery } from '../decision/sql/access-query.js';
import { AccessDatabase, nyborg } from '../decision/test/access-database.js';
import { thing } from '../decision/test/things-in-sql.js';
import { uuid } from '../decision/test/vocabulary.js';
import { raiseEpoch } from '../facts/raise-epoch.js';
import { followAnswer } from '../lease/answer.js';
import { byLease, noGround } from '../lease/ground.js';
import { leaseMs, statementTimeoutMs } from '../lease/lease-length.js';
import { Leases } from '../lease/leases.js';
import type { Act } from './act.js';
import type { Look } from './look.js';
import { Looks } from './looks.js';
import { storeConsented } from './test/store-consented.js';

const [family, child, elsewhere] = [uuid(301), uuid(302), uuid(303)];
const pia: Actor = {
  kind: 'person',
  municipality: nyborg,
  issuer: 'issuer 0450',
  sub: 'pia',
  azp: 'page',
  functions: [],
  unit: 'db-solsikken',
  function: 'pedagogue',
};
const read: Act = { act: 'referral.read', mode: 'read', relations: ['sender'], sections: ['referral.outcome'] };
const what = { da: 'Indstillingen', en: 'The referral' };

let at: AccessDatabase;
let leases: Leases;
const consent = { demanded: 0, down: false, taken: 0, milliseconds: leaseMs, confirmed: [] as number[] };

beforeAll(async () => {
  at = await AccessDatabase.make();
  await storeConsented(at, { family, child, elsewhere });
});
afterAll(() => at.stop());

beforeEach(() => {
  Object.assign(consent, { demanded: 0, down: false, taken: 0, milliseconds: leaseMs, confirmed: [] });
  const source = {
    consent: {
      take: async () => {
        consent.taken++;
        if (consent.down) throw new Error('no answer');
        return { id: uuid(1), demanded: consent.demanded, milliseconds: consent.milliseconds };
      },
      confirm: async (_: string, __: string, epoch: number) => void consent.confirmed.push(epoch),
      giveBack: async () => undefined,
    },
    applied: () =>
      at.in(async (tx) =>
        Number((await tx.query<{ epoch: string }>('SELECT epoch FROM helhed.access_epoch'))[0]?.epoch ?? 0),
      ),
    report: () => undefined,
  };
  leases = new Leases(source, { url: at.owner });
});
afterEach(() => at.in((tx) => tx.query('DELETE FROM helhed.inbox')));

const looks = () => new Looks(at.database, byLease(leases));
const factsOf = (query: AccessQuery, look: Look, id: number) =>
  query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM thing t WHERE t.id = ${query.value(id, 'int')}`,
  );
const outcome = async (look: Look) => {
  const query = look.query(thing);
  const [row] = await factsOf(query, look, 1);
  return look.one(query, row?.facts, what);
};
const within = <T>(
  work: () => Promise<T>,
  context = { requestId: 'r', actor: { kind: 'person' as const, issuer: 'i', sub: 'pia', azp: 'page' } },
) => requestContext.run(context, work);
const look = (by = looks()) => lookFor(outcome, by);
const lookFor = <T>(work: (look: Look) => Promise<T>, by = looks()) => within(() => by.at(pia, read, work));
const unavailable = { kind: 'unavailable', problem: 'consent-unavailable' };
const logged = () =>
  at.in(async (tx) => Number((await tx.query<{ n: string }>('SELECT count(*) AS n FROM helhed.access_log'))[0]?.n));
const raise = (epoch: number) => at.in((tx) => raiseEpoch(tx, epoch));
const epochNow = () =>
  at.in(async (tx) =>
    Number((await tx.query<{ epoch: string }>('SELECT epoch FROM helhed.access_epoch'))[0]?.epoch ?? 0),
  );

describe('a look at what rests on a revocable ground', () => {
  it('takes a lease first, once for many looks', async () => {
    const by = looks();
    for (let n = 0; n < 3; n++) expect((await look(by)).shows('referral.outcome')).toBe(true);
    expect(consent.taken).toBe(1);
  });

  it('is refused while consent does not answer, is not logged then, and asks nobody where nothing is revocable', async () => {
    consent.down = true;
    const before = await logged();
    await expect(look()).rejects.toMatchObject(unavailable);
    expect(await logged()).toBe(before);
    const lead: Act = { ...read, relations: [], sections: [] };
    await within(() => looks().at(pia, lead, async ({ log }) => void log));
    expect(consent.taken).toBe(1);
    await expect(look(new Looks(at.database, noGround))).rejects.toMatchObject(unavailable);
  });

  it('is refused where its own database has not applied what is demanded', async () => {
    consent.demanded = (await epochNow()) + 1;
    await expect(look()).rejects.toMatchObject(unavailable);
    await raise(consent.demanded);
    expect((await look()).shows('referral.outcome')).toBe(true);
  });

  it('is refused when the lease ran out between the statement and the answer: no flag is kept', async () => {
    consent.milliseconds = 60;
    const slow = async (at: Look) => {
      const decision = await outcome(at);
      await new Promise((resolve) => setTimeout(resolve, 80));
      return decision;
    };
    await expect(lookFor(slow)).rejects.toMatchObject(unavailable);
  });

  it('is a total too: what is counted by a section, and by none it needs no lease', async () => {
    const count = async (one: Look) => {
      const query = one.query(thing);
      const statement = `SELECT count(*) FILTER (WHERE ${query.shown('referral.outcome')})::int AS n,
        ${query.countedAt('referral.outcome')} AS at FROM thing t WHERE ${query.reached}`;
      const [row] = await query.rows<{ n: number; at: string | null }>(one.tx, statement);
      one.counted(row!.at);
      return row!.n;
    };
    expect(await lookFor(count)).toBe(2);
    expect(consent.taken).toBe(1);
    consent.demanded = 1_000_000;
    const fresh = looks();
    leases.in(nyborg).held.granted(0, { id: uuid(1), demanded: 1_000_000, milliseconds: 0 });
    await expect(lookFor(count, fresh)).rejects.toMatchObject(unavailable);
    const nothing = async (one: Look) => one.counted(null);
    await lookFor(nothing);
  });

  it('is never by what a statement of its own says without its epoch, whatever another statement read', async () => {
    const some = async (look: Look, also: (query: AccessQuery) => string) => {
      await outcome(look);
      const query = look.query(thing);
      const shown = query.shown('referral.outcome');
      const statement = `SELECT t.id${also(query)} FROM thing t WHERE ${query.reached} AND ${shown}`;
      return query.rows<{ id: number; at: string | null }>(look.tx, statement);
    };
    await expect(lookFor((look) => some(look, () => ''))).rejects.toThrow('does not read the epoch');
    await lookFor((look) => some(look, (query) => `, ${query.facts} AS facts`));
    const rests = await lookFor((look) => some(look, (query) => `, ${query.restsAt('referral.outcome')} AS at`));
    const at = String(await epochNow());
    expect(rests).toEqual([1, 2].map((id) => ({ id, at })));
  });

  it('has a statement that ends before its lease does', async () => {
    const timeout = async ({ tx }: Look) =>
      (await tx.query<{ statement_timeout: string }>('SHOW statement_timeout'))[0];
    expect(await lookFor(timeout)).toEqual({ statement_timeout: `${statementTimeoutMs}ms` });
  });
});

describe('a command', () => {
  const write: Act = { ...read, act: 'referral.accept', mode: 'write' };
  const command = () =>
    at.in(async (tx) => {
      await tx.query('UPDATE thing SET programme = programme WHERE id = 1');
      return outcome(await looks().within(tx, pia, write));
    });
  const followed = async <T>(work: () => Promise<T>) => {
    const context = { requestId: 'r', actor: { kind: 'person' as const, issuer: 'i', sub: 'pia', azp: 'page' } };
    const answer = followAnswer(context);
    return { answer, result: await within(work, context) };
  };

  it('shows what rests on a revocable ground with a lease', async () => {
    expect((await followed(command)).result.shows('referral.outcome')).toBe(true);
  });

  it('takes effect without one, and withholds it', async () => {
    consent.down = true;
    const { result } = await followed(command);
    expect(result.withheld).toEqual([{ category: 'referral-outcome', reason: 'consent-unavailable' }]);
  });
});

describe('a family whose change of a basis could not be applied', () => {
  const park = (orderKey: string, source = 'consent') =>
    at.in((tx) =>
      tx.query(
        `INSERT INTO helhed.inbox (municipality, source, order_key, incarnation, parked) VALUES (helhed.tenant(), $1, $2, $3, 1)`,
        [source, orderKey, uuid(1)],
      ),
    );

  it('is closed, by its own key and by the one that the basis of a member stays with; others are not', async () => {
    await park(uuid(399));
    await park(family, 'scheduling');
    expect((await look()).shows('referral.outcome')).toBe(true);
    for (const key of [family, elsewhere]) {
      await park(key);
      await expect(look()).rejects.toMatchObject(unavailable);
      await at.in((tx) => tx.query('DELETE FROM helhed.inbox'));
    }
    expect((await look()).shows('referral.outcome')).toBe(true);
  });

  it('is in a list with that section withheld, and makes no total', async () => {
    await park(family);
    const items = async (one: Look) => {
      const query = one.query(thing);
      const rows = await factsOf(query, one, 2);
      return one.item(query, rows[0]!.facts);
    };
    expect((await lookFor(items)).withheld).toEqual([{ category: 'referral-outcome', reason: 'consent-unavailable' }]);
  });
});
