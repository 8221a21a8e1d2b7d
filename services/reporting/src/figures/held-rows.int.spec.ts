import {
  FindHoldings,
  FindReaders,
  keepCustody,
  Looks,
  standingBasesIn,
  theRegister,
  type Actor,
} from '@helhed/access';
import { FamilyEnrolled, PersonsMatched, ReferralReceived } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { holdFunctions, linkedCitizen } from '@helhed/testing';
import { Numbering, programme } from '../../test/events.js';
import { World, type Here } from '../../test/world.js';
import { holdings } from './held-rows.js';
import { readers } from './readers-of-rows.js';

describe('what is held here on a person', () => {
  let world: World;
  let here: Here;
  beforeAll(async () => {
    world = await World.start();
    here = await world.municipality();
  });
  afterAll(() => world?.stop());

  const citizen = (person: string): Promise<Actor> => here.inTx((tx) => linkedCitizen(tx, person));
  const ask = (actor: Actor, person: string) =>
    requestContext.run({ requestId: newId(), actor }, () =>
      new FindHoldings(new Looks(world.database, theRegister), holdings).run(actor, person),
    );

  /** A family that was referred and enrolled. */
  async function family() {
    const [familyId, referralId, maja, alma] = [newId(), newId(), newId(), newId()];
    const [numbering, home] = [new Numbering(here.code), newId()];
    const member = (personId: string, role: 'parent' | 'child') => ({ personId, role, households: [home] });
    const members = [member(maja, 'parent'), member(alma, 'child')];
    const referral = { referralId, familyId, programme };
    await world.deliver([
      numbering.next(ReferralReceived, {
        ...referral,
        programmeVersion: 1,
        referringUnit: 'db-solsikken',
        kind: 'professional',
        receivedOn: '2026-03-02',
      }),
      numbering.next(PersonsMatched, {
        referralId,
        familyId,
        members: members.map((each) => ({ intakePersonId: newId(), ...each })),
      }),
      numbering.next(FamilyEnrolled, {
        ...referral,
        enrolmentId: newId(),
        placeId: newId(),
        groupId: newId(),
        enrolledOn: '2026-04-01',
        members,
      }),
    ]);
    return { familyId, maja, alma };
  }

  it('is the rows that figures are counted from about a family that the person is in', async () => {
    const { familyId, maja, alma } = await family();
    await family();
    const expected = [{ category: 'figure-rows', count: 2, since: '2026-03-02', units: [] }];
    const actor = await citizen(maja);
    expect(await ask(actor, maja)).toEqual(expected);
    await expect(ask(actor, alma)).rejects.toMatchObject({ problem: 'not-found' });
    const custody = { custodyId: newId(), familyId, childId: alma, holderId: maja, from: null, to: null };
    await here.inTx((tx) => keepCustody(tx, custody));
    expect(await ask(actor, alma)).toEqual(expected);
  });

  it('may be seen by whoever leads the programme, once for all its rows', async () => {
    await here.inTx((tx) => holdFunctions(tx, 'familiestuen:programme-lead', 'visitation:triager'));
    const { maja } = await family();
    const actor = await citizen(maja);
    const looks = new Looks(world.database, theRegister, standingBasesIn('programme_copy'));
    const found = await requestContext.run({ requestId: newId(), actor }, () =>
      new FindReaders(looks, readers).run(actor, maja),
    );
    expect(found).toEqual([
      {
        unit: 'familiestuen',
        function: 'programme-lead',
        relation: 'lead',
        category: 'figure-rows',
        purpose: 'programme-management',
        bases: [`standing:${programme}:programme-management:processing`],
      },
    ]);
  });
});
