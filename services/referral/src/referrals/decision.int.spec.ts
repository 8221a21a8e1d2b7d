import type { Actor } from '@helhed/access';
import { getDefinition } from '@helhed/programmes';
import { Known } from '../../test/known.js';
import { programme, World } from '../../test/world.js';
import { FindWaitingList } from '../waiting-list/find-waiting-list.js';
import { FindReferrals } from './find-referrals.js';
import { HoldReferral } from './hold-referral.js';
import type { ReferralQuery } from './referrals.dto.js';
import { ShowReferral } from './show-referral.js';

const content = ['reason', 'facts', 'parentsPart', 'members'];
const triage = ['triage', 'history'];
const outcome = ['state', 'since', 'outcome', 'nextOwner', 'place', 'enrolment'];
const noBasis = (category: string) => ({ category, reason: 'no-basis' });

describe('what is shown of a referral', () => {
  let world: World;
  let known: Known;
  let elsewhere: Actor;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
    elsewhere = world.actor('visitation-syd', 'triager');
  });
  afterAll(() => world.stop());

  const showing = () => new ShowReferral(world.looks, world.catalogue);
  const show = (id: string, actor: Actor) => world.as(actor, () => showing().whole(actor, id));
  const hear = (id: string, actor = world.pedagogue) => world.as(actor, () => showing().outcome(actor, id));
  const list = (actor: Actor, query: Partial<ReferralQuery> = {}) =>
    world.as(actor, () => new FindReferrals(world.looks, world.paging).page(actor, { limit: 200, ...query }));
  const waiting = (actor: Actor) =>
    world.as(actor, () => new FindWaitingList(world.looks, world.paging).families(actor, { programme, limit: 200 }));
  const hold = (id: string, actor: Actor, version = 2) =>
    world.as(actor, () =>
      new HoldReferral(world.changing).run(actor, id, version, { reason: 'x', awaiting: 'family' }),
    );
  const sectionsOf = (view: object) => [...content, ...triage, ...outcome].filter((field) => field in view);

  it('is all of it for the unit that triages, with no basis recorded', async () => {
    const { id } = await world.underTriage();
    const view = await show(id, world.triager);
    expect([sectionsOf(view), view.withheld, view.version]).toEqual([[...content, ...triage, ...outcome], [], 2]);
  });

  it('is there for every triager until triage has started, and once its unit is retired; else for its own', async () => {
    const { id } = await world.receive();
    expect(await show(id, elsewhere)).toMatchObject({ id });
    await world.startTriage(id, world.actor('visitation-nord', 'triager'));
    await expect(show(id, elsewhere)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(hold(id, elsewhere)).rejects.toMatchObject({ problem: 'not-found' });
    expect((await list(elsewhere)).items.map((one) => one.id)).not.toContain(id);
    await known.retire('visitation-nord');
    expect(await show(id, elsewhere)).toMatchObject({ id, state: 'under-triage' });
    expect((await list(elsewhere)).items.map((one) => one.id)).toContain(id);
    expect(await hold(id, elsewhere)).toMatchObject({ state: 'on-hold' });
  });

  it('is the outcome for whoever leads', async () => {
    const { id } = await world.underTriage();
    const view = await show(id, world.lead);
    expect([sectionsOf(view), view.version]).toEqual([outcome, 2]);
    expect(view.withheld).toEqual([noBasis('referral-content'), noBasis('referral-triage')]);
  });

  it('is what it wrote for the sender, and the outcome by a disclosure that covers everybody', async () => {
    const { id } = await world.receive();
    const mine = await show(id, world.pedagogue);
    // not triaged yet: it is the sender’s own unit’s
    expect(sectionsOf(mine)).toEqual([...content, ...outcome]);
    const persons = await known.match(id);
    await world.startTriage(id);
    expect(await hear(id)).toMatchObject({ id, withheld: [noBasis('referral-outcome')] });
    expect(sectionsOf(await hear(id))).toEqual([]);
    await known.basis(persons.slice(1));
    expect((await hear(id)).withheld).toEqual([noBasis('referral-outcome')]);
    const basis = await known.basis(persons.slice(0, 1));
    expect(await hear(id)).toMatchObject({ state: 'under-triage', place: null, withheld: [] });
    const view = await show(id, world.pedagogue);
    expect([sectionsOf(view), view.withheld]).toEqual([[...content, ...outcome], [noBasis('referral-triage')]]);
    // the version is that of the receipt
    expect(view.version).toBe(1);
    await known.withdraw(basis, persons.slice(0, 1));
    const after = await hear(id);
    expect([sectionsOf(after), after.withheld]).toEqual([
      [],
      [{ category: 'referral-outcome', reason: 'consent-withdrawn' }],
    ]);
  });

  it('is nothing for another unit, another function of the sender’s unit and another municipality', async () => {
    const { id } = await world.receive();
    for (const actor of [
      world.stranger,
      world.actor('db-solsikken', 'group-leader'),
      { ...world.pedagogue, municipality: '0561' as typeof world.municipality },
      { ...world.triager, municipality: '0561' as typeof world.municipality },
    ]) {
      await expect(show(id, actor)).rejects.toMatchObject({ problem: 'not-found' });
      expect((await list(actor)).total).toBe(0);
    }
    await expect(hear(id, world.triager)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('counts by state those only whose state is shown', async () => {
    const sender = world.actor('db-egernet', 'pedagogue');
    const from = { referringUnit: 'db-egernet' };
    const [first, second] = [await world.receive(from, sender), await world.receive(from, sender)];
    const persons = await known.match(first.id);
    for (const { id } of [first, second]) await world.startTriage(id);
    expect(await list(sender)).toMatchObject({
      total: 2,
      items: [{ id: first.id, withheld: [noBasis('referral-outcome')] }, { id: second.id }],
    });
    expect((await list(sender, { state: 'under-triage' })).total).toBe(0);
    const basis = await known.basis(persons, { toUnit: 'db-egernet' });
    expect(await list(sender, { state: 'under-triage' })).toMatchObject({
      total: 1,
      items: [{ id: first.id, state: 'under-triage', withheld: [] }],
    });
    expect((await list(sender, { programme })).total).toBe(2);
    await known.withdraw(basis, persons);
    expect((await list(sender, { state: 'under-triage' })).total).toBe(0);
    expect((await list(sender)).items[0]?.withheld[0]).toMatchObject({ reason: 'consent-withdrawn' });
  });

  it('is refused and logged where it is one’s own, a relative’s or a colleague’s, and no list has it', async () => {
    const { id, familyId } = await world.accepted();
    const [mother = '', father = '', child = ''] = await known.match(id);
    const [own, relative, colleague] = [1, 2, 3].map(() => world.actor('visitation', 'triager')) as [
      Actor,
      Actor,
      Actor,
    ];
    await known.employee(own.sub, mother, 'own-person');
    await known.employee(relative.sub, father, 'relative');
    const other = world.actor('visitation', 'programme-lead');
    await known.employee(other.sub, child, 'own-person');
    const before = await waiting(world.lead);
    expect(before.items.map(({ referralId }) => referralId)).toContain(id);
    await known.members('visitation', other.sub, colleague.sub);
    for (const [actor, reason] of [
      [own, 'own-record'],
      [relative, 'relative-record'],
      [colleague, 'colleague-record'],
    ] as const) {
      await expect(show(id, actor)).rejects.toMatchObject({ problem: reason, kind: 'forbidden' });
      await expect(hold(id, actor, 99)).rejects.toMatchObject({ problem: reason });
      const { items, total } = await list(actor);
      expect([items.some((one) => one.id === id), total]).toEqual([false, items.length]);
      expect((await waiting(actor)).items.some(({ referralId }) => referralId === id)).toBe(false);
      const refused = await world.all(
        'SELECT FROM helhed.access_log WHERE refused AND actor_sub = $1 AND subjects @> $2',
        [actor.sub, [familyId]],
      );
      expect(refused).toHaveLength(2);
    }
    await known.members('visitation');
  });

  it('has the frame alone where no definition in force says what its relation shows, and state rules name nothing', async () => {
    const bare = { ...getDefinition(programme), code: 'bare', purposes: {} };
    await world.publish(bare);
    const { id } = await world.receive({ programme: 'bare' });
    expect(sectionsOf(await show(id, world.triager))).toEqual([]);
    expect(await world.startTriage(id)).toMatchObject({ id, version: 2, withheld: [noBasis('referral-outcome')] });
    await expect(world.startTriage(id, world.triager, 2)).rejects.toMatchObject({ problem: 'referral-fixed' });
    // another version brings them, for referrals of the earlier one too
    await world.publish({ ...bare, version: bare.version + 1, purposes: getDefinition(programme).purposes });
    expect(sectionsOf(await show(id, world.triager))).toEqual([...content, ...triage, ...outcome]);
    await expect(world.startTriage(id, world.triager, 2)).rejects.toMatchObject({ problem: 'transition-refused' });
  });

  it('is logged with its purpose, the categories shown and the bases used', async () => {
    const { id, familyId } = await world.underTriage();
    const persons = await known.match(id);
    const basis = await known.basis(persons);
    await hear(id);
    const [log] = await world.all(
      `SELECT act, subjects, purposes, categories, bases FROM helhed.access_log ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toEqual({
      act: 'referral.outcome',
      subjects: [familyId, ...persons],
      purposes: ['outcome-to-sender'],
      categories: ['referral-outcome'],
      bases: [`standing:${programme}:outcome-to-sender:processing`, basis],
    });
  });

  it('is logged, in a list, of the family of which it was shown, and not of one of which it was withheld', async () => {
    const sender = world.actor('db-lyngen', 'pedagogue');
    const from = { referringUnit: 'db-lyngen' };
    const [first, second] = [await world.receive(from, sender), await world.receive(from, sender)];
    const [persons, others] = [await known.match(first.id), await known.match(second.id)];
    for (const { id } of [first, second]) await world.startTriage(id);
    const basis = await known.basis(persons, { toUnit: 'db-lyngen' });
    expect((await list(sender)).total).toBe(2);
    const [log] = await world.all<{ subjects: string[]; shown: object[] }>(
      'SELECT subjects, shown FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(log?.subjects).toEqual([first.familyId, ...persons, second.familyId]);
    expect(log?.subjects).not.toContain(others[0]);
    expect(log?.shown).toEqual([
      {
        subjects: persons,
        purposes: ['outcome-to-sender'],
        categories: ['referral-outcome'],
        bases: [basis, `standing:${programme}:outcome-to-sender:processing`].toSorted(),
      },
    ]);
  });
});
