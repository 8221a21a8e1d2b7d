import { randomUUID } from 'node:crypto';
import {
  PlaceAssigned,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralSnapshot,
  ReferralWithdrawn,
  SchedulingSnapshot,
  SeatTaken,
  TriageStarted,
  tell,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Actor } from '../actor/actor.js';
import { AccessDatabase, insert, nyborg } from '../decision/test/access-database.js';
import { AccessQuery } from '../decision/sql/access-query.js';
import type { ThingInSql } from '../decision/sql/thing-in-sql.js';
import { caseRelations, ofCase } from './case-in-sql.js';
import { WhenCaseTold } from './when-case-told.js';

let at: AccessDatabase;
beforeAll(async () => {
  at = await AccessDatabase.make();
  const unit = { municipality: nyborg, parent: null, inside_parent: false, outside: false };
  await at.in((tx) =>
    insert(tx, 'helhed.unit_replica', [
      { ...unit, code: 'nedlagt', retired: true },
      { ...unit, code: 'visitation', retired: false },
    ]),
  );
});
afterAll(() => at.stop());

const programme = 'nyborg-familiestue';
const [referralId, placeId, groupId, seatId] = [1, 2, 3, 4].map(() => randomUUID()) as [string, string, string, string];
const of = (familyId: string) => ({ referralId, familyId, programme });
const received = (familyId: string) =>
  tell(ReferralReceived, {
    ...of(familyId),
    programmeVersion: 1,
    referringUnit: 'db-solsikken',
    kind: 'professional',
    receivedOn: '2026-09-01',
  });
const started = (familyId: string, unit = 'visitation') =>
  tell(TriageStarted, { ...of(familyId), startedOn: '2026-09-02', unit });
const assigned = (familyId: string) =>
  tell(PlaceAssigned, { ...of(familyId), placeId, groupId, assignedOn: '2026-09-03' });
const seated = (familyId: string, unit = 'familiestuen') =>
  tell(SeatTaken, { seatId, placeId, groupId, familyId, programme, unit });
const declined = (familyId: string) =>
  tell(ReferralDeclined, { ...of(familyId), declinedOn: '2026-09-04', reasonCode: 'outside' });
const withdrawn = (familyId: string) =>
  tell(ReferralWithdrawn, { ...of(familyId), withdrawnOn: '2026-09-04', reasonCode: 'family-moved' });
const closed = (familyId: string) =>
  tell(ReferralClosed, { ...of(familyId), closedOn: '2026-09-04', outcome: 'completed' });

const reactions: Record<string, keyof WhenCaseTold> = {
  [ReferralReceived.type]: 'received',
  [TriageStarted.type]: 'started',
  [PlaceAssigned.type]: 'assigned',
  [ReferralDeclined.type]: 'declined',
  [ReferralWithdrawn.type]: 'withdrawn',
  [ReferralClosed.type]: 'closed',
  [SeatTaken.type]: 'seated',
};
const hear = async (tx: Tx, events: readonly Told[]) => {
  for (const { type, data } of events) await new WhenCaseTold()[reactions[type]!]({ data } as never, { tx });
};
/** A snapshot, as the inbox applies it: first itself, then its events that are not past. */
const snapshot = async (tx: Tx, contract: typeof ReferralSnapshot, orderKey: string, events: readonly Told[]) => {
  const event = { data: { orderKey, standsAt: 9, events } } as never;
  if (contract === ReferralSnapshot) await new WhenCaseTold().settleReferrals(event, { tx });
  else await new WhenCaseTold().settleSeats(event, { tx });
  await hear(
    tx,
    events.filter(({ past }) => !past),
  );
};

const family: ThingInSql = {
  family: 'f.id',
  members: `'{}'::uuid[]`,
  own: (me) => caseRelations(me, { family: 'f.id' }),
  sections: (me) => ({ 'family.structure': { persons: `'{}'::uuid[]`, ...ofCase('f.id', me) } }),
};
const actor = (unit: string, name: string) => ({ kind: 'person', sub: 'somebody', unit, function: name }) as Actor;

async function ask(tx: Tx, familyId: string, [unit, name]: readonly [string, string], thing = family) {
  const query = new AccessQuery(
    {
      relations: ['triage', 'group', 'lead'],
      sections: ['family.structure'],
      actor: actor(unit, name),
      today: tx.today,
      standing: [],
    },
    thing,
  );
  const [row] = await query.rows<{ reached: boolean; facts: never }>(
    tx,
    `SELECT ${query.reached} AS reached, ${query.facts} AS facts FROM (SELECT ${query.value(familyId, 'uuid')}) f (id)`,
  );
  const { relations } = query.decide(row!.facts);
  expect(row!.reached).toBe(relations.length > 0);
  return relations;
}
const triager = ['visitation', 'triager'] as const;
const leader = ['familiestuen', 'group-leader'] as const;
const lead = ['ledelsen', 'programme-lead'] as const;

describe('a family is reached', () => {
  const cases: readonly [string, readonly ((familyId: string) => Told)[], readonly [string, string], string[]][] = [
    ['by no one who triages before a referral is known', [], triager, []],
    ['by any triager until triage starts', [received], ['visitation-syd', 'triager'], ['triage']],
    ['by nobody else in the unit', [received, started], ['visitation', 'caseworker'], []],
    ['by the unit that started triage', [received, started], triager, ['triage']],
    ['by no other unit’s triager', [received, started], ['visitation-syd', 'triager'], []],
    ['by any where that unit is retired', [received, (id) => started(id, 'nedlagt')], triager, ['triage']],
    ['by the unit that started last', [received, started, (id) => started(id, 'syd')], triager, []],
    ['by no triager once it is declined', [received, started, declined], triager, []],
    ['by no triager once it is withdrawn', [received, started, withdrawn], triager, []],
    ['by no triager once it is closed', [received, started, closed], triager, []],
    ['by the leader of its group', [received, assigned, seated], leader, ['group']],
    ['by no triager through a seat', [received, started, declined, seated], triager, []],
    ['by no leader of another unit', [received, assigned, (id) => seated(id, 'elsewhere')], leader, []],
    ['by no leader once it is closed', [received, assigned, seated, closed], leader, []],
    ['by no leader once it is closed, whichever is heard last', [received, assigned, closed, seated], leader, []],
    [
      'by the leader of its group, whatever became of a referral that had no place',
      [received, closed, seated],
      leader,
      ['group'],
    ],
    ['by no leader once it has given the place back', [received, assigned, seated, withdrawn], leader, []],
    ['by whoever leads the programme, whatever came of it', [received, declined], lead, ['lead']],
    ['by no lead where there is no referral', [], lead, []],
  ];
  it.each(cases)('%s', async (_, events, whom, relations) => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(
        tx,
        events.map((event) => event(familyId)),
      );
      expect(await ask(tx, familyId, whom)).toEqual(relations);
      expect(await ask(tx, randomUUID(), whom)).toEqual([]);
    });
  });

  it('as a thing of one programme by the relations of that one', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(tx, [received(familyId), started(familyId)]);
      for (const [of, relations] of [
        [programme, ['triage']],
        ['another', []],
      ] as const)
        for (const many of [undefined, true] as const) {
          const own = (me: Parameters<typeof caseRelations>[0]) =>
            caseRelations(me, { family: 'f.id', programme: `'${of}'::text`, ...(many && { many }) });
          expect(await ask(tx, familyId, triager, { ...family, programme: `'${of}'::text`, own })).toEqual(relations);
        }
    });
  });
});

describe('the case-carrying units of a family', () => {
  const unitsOf = async (tx: Tx, familyId: string, which: 'owners' | 'keepers'): Promise<string[]> => {
    const [row] = await tx.query<{ units: string[] }>(
      `SELECT ${ofCase('f.id', { today: '$2::date' })[which]} AS units FROM (SELECT $1::uuid, $2::date) f (id)`,
      [familyId, tx.today],
    );
    return row!.units.toSorted();
  };
  const owners = (tx: Tx, familyId: string) => unitsOf(tx, familyId, 'owners');
  const keepers = (tx: Tx, familyId: string) => unitsOf(tx, familyId, 'keepers');

  it('are those that triage it, lead its groups and coordinate it', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(tx, [received(familyId)]);
      expect(await owners(tx, familyId)).toEqual([]);
      await hear(tx, [started(familyId), assigned(familyId), seated(familyId)]);
      const row = { municipality: nyborg, family_id: familyId, programme, sub: 'frida', function: 'x', to_date: null };
      await insert(tx, 'helhed.relation_replica', [
        { ...row, id: randomUUID(), kind: 'coordinator', unit: 'familieafdelingen', from_date: '2020-01-01' },
        { ...row, id: randomUUID(), kind: 'team', unit: 'ppr', from_date: '2020-01-01' },
        { ...row, id: randomUUID(), kind: 'coordinator', unit: 'later', from_date: '2999-01-01' },
      ]);
      expect(await owners(tx, familyId)).toEqual(['familieafdelingen', 'familiestuen', 'visitation']);
      expect(await keepers(tx, familyId)).toEqual([]);
      await hear(tx, [withdrawn(familyId)]);
      expect(await owners(tx, familyId)).toEqual(['familieafdelingen']);
      expect(await keepers(tx, familyId)).toEqual([]);
    });
  });

  it('keep it when its referral is closed: those that led its groups, and carry it no more', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(tx, [received(familyId), started(familyId), assigned(familyId), seated(familyId), closed(familyId)]);
      expect([await owners(tx, familyId), await keepers(tx, familyId)]).toEqual([[], ['familiestuen']]);
    });
  });
});

describe('what is told again', () => {
  it('changes nothing of what was told before', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      const all = [received(familyId), started(familyId), assigned(familyId)];
      await hear(tx, [...all, seated(familyId)]);
      await snapshot(tx, ReferralSnapshot, familyId, all);
      await snapshot(tx, SchedulingSnapshot, familyId, [seated(familyId)]);
      expect([await ask(tx, familyId, triager), await ask(tx, familyId, leader)]).toEqual([['triage'], ['group']]);
    });
  });

  it('takes back what a restored referral service has lost', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(tx, [received(familyId), started(familyId), assigned(familyId), seated(familyId)]);
      await snapshot(tx, ReferralSnapshot, familyId, [received(familyId)]);
      expect(await ask(tx, familyId, ['visitation-syd', 'triager'])).toEqual(['triage']);
      expect(await ask(tx, familyId, leader)).toEqual([]);
    });
  });

  it('takes back a seat that scheduling has not', async () => {
    await at.thrownAway(async (tx) => {
      const familyId = randomUUID();
      await hear(tx, [received(familyId), assigned(familyId), seated(familyId)]);
      await snapshot(tx, SchedulingSnapshot, familyId, []);
      expect(await ask(tx, familyId, leader)).toEqual([]);
    });
  });
});
