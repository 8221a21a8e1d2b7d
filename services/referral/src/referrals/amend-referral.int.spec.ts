import type { Actor } from '@helhed/access';
import { body } from '../../test/submission.js';
import { Known } from '../../test/known.js';
import { programme, World } from '../../test/world.js';
import { AmendReferral } from './amend-referral.js';
import type { AmendReferral as Amendment } from './receive-referral.dto.js';
import { FindReferrals } from './find-referrals.js';
import { ShowReferral } from './show-referral.js';

describe('amending a referral', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const amend = (id: string, version: number, amendment: Amendment, actor: Actor = world.sender) =>
    world.as(actor, () =>
      new AmendReferral(world.database, world.catalogue, world.looks).run(actor, id, version, amendment),
    );
  const show = (id: string) =>
    world.as(world.triager, () => new ShowReferral(world.looks, world.catalogue).whole(world.triager, id));
  const facts = { everydayConflicts: [], wholeFamilyTakesPart: false };

  it('is a new version, which triage reads', async () => {
    const { id } = await world.receive();
    expect((await show(id)).triage).toMatchObject({ suggestion: 'meets' });
    expect(await amend(id, 1, { reason: 'Ny begrundelse', facts })).toMatchObject({
      id,
      version: 2,
      state: 'received',
    });
    const { reason, triage, version, history } = await show(id);
    expect([reason, triage?.suggestion, version]).toEqual(['Ny begrundelse', 'outside', 2]);
    // what follows from the members stays
    expect(triage?.rules.find(({ rule }) => rule === 'has-child')).toMatchObject({
      outcome: 'met',
      facts: { childrenCount: 2 },
    });
    expect(history?.map(({ command }) => command)).toEqual(['receive', 'amend']);
  });

  it('is told by no event of its own', async () => {
    const { id, familyId } = await world.receive();
    await amend(id, 1, { facts });
    expect(await world.names(familyId)).toEqual(['received']);
    expect(await world.acts(familyId)).toEqual(['referral.receive', 'referral.amend']);
  });

  it('sent twice happens once', async () => {
    const { id } = await world.receive();
    await amend(id, 1, { facts });
    await expect(amend(id, 1, { facts })).rejects.toMatchObject({ problem: 'stale' });
  });

  it('may still happen under triage, and not once it has decided', async () => {
    const { id, version } = await world.underTriage();
    expect(await amend(id, 1, { facts })).toMatchObject({ version: 2, state: 'received' });
    await world.accept({ id, version: version + 1 });
    // no basis lets the sender hear how it stands, so neither does the refusal
    const refused = await amend(id, 2, { facts }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: 'referral-fixed', kind: 'conflict', extension: {} });
  });

  it('names no state to a sender who may hear it either: that is asked for by its outcome', async () => {
    const { id } = await world.receive();
    const known = new Known(world);
    await known.basis(await known.match(id));
    await world.accept(await world.startTriage(id));
    await expect(amend(id, 1, { facts })).rejects.toMatchObject({ problem: 'referral-fixed', extension: {} });
  });

  it('keeps the same submission the same', async () => {
    const sent = body({ senderReference: 'amended' });
    const { id } = await world.receive(sent);
    await amend(id, 1, { facts });
    expect(await world.receive(sent)).toMatchObject({ id, version: 2 });
    expect(await world.receive(sent, world.pedagogue)).toMatchObject({ id, version: 2 });
  });

  it('moves no version of whoever leads, to whom what was sent is withheld; a step does', async () => {
    const { id, version } = await world.underTriage();
    const seen = async () => {
      const { items } = await world.as(world.lead, () =>
        new FindReferrals(world.looks, world.paging).page(world.lead, { limit: 200 }),
      );
      const shown = await world.as(world.lead, () =>
        new ShowReferral(world.looks, world.catalogue).whole(world.lead, id),
      );
      return [shown.version, items.find((item) => item.id === id)?.version];
    };
    const before = await seen();
    await amend(id, 1, { facts });
    expect(await seen()).toEqual(before);
    await world.accept({ id, version: version + 1 });
    expect(await seen()).toEqual(before.map((each) => Number(each) + 1));
  });

  it('is refused by no step of triage, and refuses the triager who has not read it', async () => {
    const { id, version } = await world.underTriage();
    expect(await amend(id, 1, { facts })).toMatchObject({ version: 2 });
    await expect(world.accept({ id, version })).rejects.toMatchObject({ problem: 'stale' });
  });

  it('leaves nothing behind when it cannot be logged', async () => {
    const { id } = await world.receive();
    await world.withoutLog(() => amend(id, 1, { facts }));
    expect((await show(id)).version).toBe(1);
  });

  it('is refused with facts that the programme did not ask for, and to other units', async () => {
    const { id } = await world.receive();
    await expect(amend(id, 1, { facts: { youngestChildAge: 2 } })).rejects.toMatchObject({ problem: 'facts-wrong' });
    await expect(amend(id, 1, { facts }, world.stranger)).rejects.toMatchObject({ problem: 'not-found' });
    for (const name of ['group-leader', 'triager'])
      await expect(amend(id, 1, { facts }, world.actor('db-solsikken', name))).rejects.toMatchObject({
        problem: 'not-found',
      });
    expect(
      await world.all('SELECT FROM referral WHERE id = $1 AND version = 1 AND programme = $2', [id, programme]),
    ).toHaveLength(1);
  });
});
