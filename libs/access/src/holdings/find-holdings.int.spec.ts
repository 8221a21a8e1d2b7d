import { randomUUID } from 'node:crypto';
import { CustodyRecorded, type CloudEvent } from '@helhed/contracts';
import { requestContext } from '@helhed/telemetry';
import type { Actor } from '../actor/actor.js';
import { AccessDatabase, insert, nyborg } from '../decision/test/access-database.js';
import { thing } from '../decision/test/things-in-sql.js';
import { WhenBasisTold } from '../facts/when-basis-told.js';
import { WhenCustodyTold } from '../facts/when-custody-told.js';
import { byLease, theRegister, type Grounds } from '../lease/ground.js';
import { leaseMs } from '../lease/lease-length.js';
import { Leases } from '../lease/leases.js';
import { Looks } from '../looks/looks.js';
import { FindHoldings } from './find-holdings.js';
import { held } from './holdings.js';

let at: AccessDatabase;
beforeAll(async () => {
  at = await AccessDatabase.make();
});
afterAll(() => at.stop());

const sources = held(thing, {
  sections: ['referral.outcome'],
  from: 'thing t',
  where: ({ person }) => `t.municipality = helhed.tenant() AND ${person} = ANY (t.persons)`,
  since: `date '2026-09-01'`,
});

const custodian = new WhenCustodyTold();
const told = <T>(data: T) => ({ data }) as CloudEvent<T>;
let things = 0;

/** A mother linked to an account, her husband, and a child in her custody, with one thing about mother and child. */
async function family({ from = null, to = null }: { from?: string | null; to?: string | null } = {}) {
  const [familyId, maja, jonas, alma, sub, custodyId] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const link = {
    municipality: nyborg,
    id: randomUUID(),
    person_id: maja,
    sub,
    linked_on: '2026-01-01',
    ended_on: null,
  };
  const custody = { custodyId, familyId, childId: alma, holderId: maja, from, to };
  await at.in(async (tx) => {
    await insert(tx, 'helhed.citizen_link', [link]);
    await custodian.keep(told(custody), { tx });
    await insert(tx, 'thing', [
      {
        municipality: nyborg,
        id: ++things,
        family_id: familyId,
        programme: 'familiestue',
        referring_unit: 'db-solsikken',
        triage_unit: 'visitation',
        persons: [maja, alma],
        members: [maja, jonas, alma],
      },
    ]);
  });
  const actor: Actor = {
    kind: 'citizen',
    municipality: nyborg,
    issuer: 'i',
    sub,
    azp: 'pages',
    functions: [],
    person: maja,
  };
  return { actor, familyId, maja, jonas, alma, custody, link };
}

const ask = (actor: Actor, person: string, grounds: Grounds = theRegister) =>
  requestContext.run({ requestId: 'r', actor }, () =>
    new FindHoldings(new Looks(at.database, grounds), { custody: 'helhed.custody_replica', sources }).run(
      actor,
      person,
    ),
  );
const lastLook = async () => {
  const [row] = await at.in((tx) =>
    tx.query<object>(
      'SELECT act, subjects, purposes, categories, bases FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    ),
  );
  return row;
};
const notFound = { kind: 'not-found' };
const today = () => at.in((tx) => Promise.resolve(tx.today));

const noLeases = { confirm: () => Promise.resolve(), giveBack: () => Promise.resolve() };

describe('what is held on a person', () => {
  it('is told to the person, and the look is logged with its categories', async () => {
    const { actor, maja } = await family();
    expect(await ask(actor, maja)).toEqual([
      { category: 'referral-outcome', count: 1, since: '2026-09-01', units: ['visitation'] },
    ]);
    expect(await lastLook()).toEqual({
      act: 'holdings.read',
      subjects: [maja],
      purposes: ['own-insight'],
      categories: ['referral-outcome'],
      bases: [],
    });
  });

  it('is told to who holds custody, and not to another adult nor for nobody', async () => {
    const { actor, alma, jonas } = await family();
    expect(await ask(actor, alma)).toHaveLength(1);
    for (const other of [jonas, randomUUID()]) await expect(ask(actor, other)).rejects.toMatchObject(notFound);
  });

  it('is not told before custody begins, nor from the day on which it ends', async () => {
    const day = await today();
    for (const [period, holds] of [
      [{ from: day }, true],
      [{ from: '2999-01-01' }, false],
      [{ to: '2999-01-01' }, true],
      [{ to: day }, false],
    ] as const) {
      const { actor, alma } = await family(period);
      const answer = ask(actor, alma);
      if (holds) expect(await answer).toHaveLength(1);
      else await expect(answer).rejects.toMatchObject(notFound);
    }
  });

  it('is told to nobody by an account that has ended, or that two persons are linked to', async () => {
    const one = await family();
    await at.in((tx) =>
      tx.query(`UPDATE helhed.citizen_link SET ended_on = '2026-02-01' WHERE id = $1`, [one.link.id]),
    );
    await expect(ask(one.actor, one.maja)).rejects.toMatchObject(notFound);
    const two = await family();
    await at.in((tx) =>
      insert(tx, 'helhed.citizen_link', [{ ...two.link, id: randomUUID(), person_id: randomUUID() }]),
    );
    await expect(ask(two.actor, two.maja)).rejects.toMatchObject(notFound);
  });

  it('ends with the custody in the transaction that raises the epoch by it', async () => {
    const { actor, familyId, alma, custody } = await family();
    const to = await today();
    const { familyId: _, ...row } = custody;
    const taken = told({ familyId, relation: null, custody: { ...row, to }, epoch: 1 });
    await at.in(async (tx) => {
      await custodian.take(taken, { tx });
      await new WhenBasisTold().take(taken, { tx });
    });
    await expect(ask(actor, alma)).rejects.toMatchObject(notFound);
    await at.in((tx) => custodian.keep(told(custody), { tx }));
    await expect(ask(actor, alma)).rejects.toMatchObject(notFound);
  });

  it('is not told by custody that family-plan knows no more', async () => {
    const [kept, lost] = [await family(), await family()];
    for (const { familyId, custody } of [
      { ...kept, custody: [{ type: CustodyRecorded.type, data: kept.custody }] },
      { ...lost, custody: [] },
    ])
      await at.in((tx) => custodian.settle({ ...told({ orderKey: familyId, events: custody }) } as never, { tx }));
    expect(await ask(kept.actor, kept.alma)).toHaveLength(1);
    await expect(ask(lost.actor, lost.alma)).rejects.toMatchObject(notFound);
  });

  it('of a child waits while consent does not answer, and of oneself does not', async () => {
    const { actor, maja, alma } = await family();
    const consent = { ...noLeases, take: () => Promise.reject(new Error('no answer')) };
    const source = { consent, applied: () => Promise.resolve(0), report: () => undefined };
    const leases = new Leases(source, { url: at.owner });
    expect(await ask(actor, maja, byLease(leases))).toHaveLength(1);
    await expect(ask(actor, alma, byLease(leases))).rejects.toMatchObject({ problem: 'consent-unavailable' });
  });

  it('of a child is not told by a replica in which its family’s change waits', async () => {
    const { actor, familyId, maja, alma } = await family();
    await at.in((tx) =>
      tx.query(
        `INSERT INTO helhed.inbox (municipality, source, order_key, incarnation, parked)
         VALUES (helhed.tenant(), 'consent', $1, $2, 1)`,
        [familyId, randomUUID()],
      ),
    );
    const leases = {
      ...noLeases,
      take: () => Promise.resolve({ id: randomUUID(), demanded: 0, milliseconds: leaseMs }),
    };
    const source = { consent: leases, applied: () => Promise.resolve(0), report: () => undefined };
    const grounds = byLease(new Leases(source, { url: at.owner }));
    expect(await ask(actor, maja, grounds)).toHaveLength(1);
    await expect(ask(actor, alma, grounds)).rejects.toMatchObject({ problem: 'consent-unavailable' });
  });
});
