import { randomUUID } from 'node:crypto';
import { requestContext } from '@helhed/telemetry';
import type { Actor } from '../actor/actor.js';
import { AccessDatabase, insert, nyborg } from '../decision/test/access-database.js';
import { thing } from '../decision/test/things-in-sql.js';
import { byLease, theRegister, type Grounds } from '../lease/ground.js';
import { Leases } from '../lease/leases.js';
import { Looks } from '../looks/looks.js';
import { FindReaders } from './find-readers.js';
import type { Readers } from './readers.js';

const readers: Readers = {
  custody: 'helhed.custody_replica',
  looks: [
    {
      act: { act: 'referral.outcome', mode: 'read', relations: ['sender'], sections: ['referral.outcome'] },
      allow: [{ kind: 'person', functions: 'case' }],
      thing,
      from: 'thing t',
      where: ({ person }) => `${person} = ANY (t.persons)`,
    },
  ],
};
const municipality = nyborg;
const open = { from_date: '2026-01-01', to_date: null };
let at: AccessDatabase;
let things = 0;
beforeAll(async () => {
  at = await AccessDatabase.make();
  await at.in((tx) =>
    insert(tx, 'helhed.unit_function', [{ municipality, unit: 'db-solsikken', function: 'pedagogue' }]),
  );
});
afterAll(() => at.stop());

/** A mother with an account and a child in her custody, each referred in a thing of its own; of whom the sender may hear. */
async function family({ consentTo }: { consentTo?: 'maja' | 'alma' } = {}) {
  const [familyId, maja, alma, sub] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
  const persons = { maja, alma };
  await at.in(async (tx) => {
    await insert(tx, 'helhed.citizen_link', [
      { municipality, id: randomUUID(), person_id: maja, sub, linked_on: '2026-01-01', ended_on: null },
    ]);
    await insert(tx, 'helhed.custody_replica', [
      { municipality, id: randomUUID(), family_id: familyId, child_id: alma, holder_id: maja, ...open },
    ]);
    for (const person of [maja, alma])
      await insert(tx, 'thing', [
        {
          municipality,
          id: ++things,
          family_id: familyId,
          programme: 'familiestue',
          referring_unit: 'db-solsikken',
          triage_unit: 'db-solsikken',
          persons: [person],
          members: [maja, alma],
        },
      ]);
    if (consentTo === undefined) return;
    const id = randomUUID();
    await insert(tx, 'helhed.basis_replica', [
      {
        municipality,
        id,
        family_id: familyId,
        programme: 'familiestue',
        kind: 'consent',
        layer: 'processing',
        purpose: 'outcome-to-sender',
        categories: ['referral-outcome'],
        from_unit: 'visitation',
        to_unit: 'db-solsikken',
        persons: [],
        valid_from: '2026-01-01',
        valid_to: null,
        epoch: 0,
      },
    ]);
    await insert(tx, 'helhed.basis_person', [
      { municipality, basis_id: id, person_id: persons[consentTo], state: 'covered', ...open },
    ]);
  });
  const actor: Actor = { kind: 'citizen', municipality, issuer: 'i', sub, azp: 'pages', functions: [], person: maja };
  return { actor, maja, alma };
}

const ask = (actor: Actor, person: string, grounds: Grounds = theRegister) =>
  requestContext.run({ requestId: 'r', actor }, () =>
    new FindReaders(new Looks(at.database, grounds), readers).run(actor, person),
  );

/** Consent does not answer. */
const withoutLease = (): Grounds => {
  const consent = {
    take: () => Promise.reject(new Error('no answer')),
    confirm: () => Promise.resolve(),
    giveBack: () => Promise.resolve(),
  };
  const source = { consent, applied: () => Promise.resolve(0), report: () => undefined };
  return byLease(new Leases(source, { url: at.owner }));
};
const unavailable = { problem: 'consent-unavailable' };

describe('who may see what is held on a person', () => {
  it('is told to the person and to who holds custody, and the look is logged as one at bases', async () => {
    const { actor, maja, alma } = await family({ consentTo: 'maja' });
    expect(await ask(actor, maja)).toMatchObject([{ unit: 'db-solsikken', function: 'pedagogue', relation: 'sender' }]);
    const [row] = await at.in((tx) =>
      tx.query('SELECT act, subjects, purposes, categories FROM helhed.access_log ORDER BY id DESC LIMIT 1'),
    );
    expect(row).toEqual({ act: 'readers.read', subjects: [maja], purposes: ['own-insight'], categories: ['basis'] });
    expect(await ask(actor, alma)).toEqual([]);
    await expect(ask(actor, randomUUID())).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('waits, without a lease, of a child; of oneself only where a consent that may be withdrawn lets somebody see', async () => {
    const [without, with_] = [await family({ consentTo: 'alma' }), await family({ consentTo: 'maja' })];
    expect(await ask(without.actor, without.maja, withoutLease())).toEqual([]);
    await expect(ask(without.actor, without.alma, withoutLease())).rejects.toMatchObject(unavailable);
    await expect(ask(with_.actor, with_.maja, withoutLease())).rejects.toMatchObject(unavailable);
  });
});
