import { Looks, noGround, standingBasesIn } from '@helhed/access';
import { newId, type DomainError } from '@helhed/kernel';
import { as, personIn } from '../../test/actors.js';
import { basis, takeBack, tellStructure } from '../../test/cases.js';
import { record as tell } from '../../test/child-views.js';
import { contact, knowUnits, member, record as converse } from '../../test/conversations.js';
import { familyH, tie, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { offer } from '../../test/observations.js';
import { accept, addAction, fill, offered, said, set, words } from '../../test/plans.js';
import { given, note } from '../../test/privacy-notices.js';
import { logged } from '../../test/told.js';
import { film } from '../../test/videos.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { SetRelation } from '../relations/set-relation.js';
import { ReachFamily } from './reach-family.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
});
afterAll(() => world.stop());

/** Of the team, in another area than those that carry the case. */
const tom: Somebody = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
const future = '2999-01-01';

interface At {
  readonly world: World;
  readonly family: Family;
  /** One that the group’s leader offered, and one that the family said. */
  readonly goal: string;
  readonly agreed: string;
}
type Command = (at: At, person: string) => Promise<unknown>;

/** Each command that names somebody of the family; where it can, of a day that has not come, so that it takes no effect. */
const commands: [name: string, run: Command, taken: string | null, who: 'child' | 'parent' | 'member'][] = [
  ['what a child said', ({ world: w, family }, personId) => tell(w, family, { by: tom, personId }), null, 'child'],
  ['a registration', ({ world: w, family }, personId) => fill(w, family, { by: tom, personId }), null, 'child'],
  [
    'whose goal it is',
    ({ world: w, family: { familyId, maja } }, memberId) =>
      set(w, { from: 'family', familyId, memberId, words: words(maja) }, tom),
    null,
    'member',
  ],
  [
    'who said a goal',
    ({ world: w, family: { familyId } }, person) => set(w, { from: 'family', familyId, words: words(person) }, tom),
    null,
    'member',
  ],
  [
    'who accepts a goal',
    ({ world: w, goal }, person) => accept(w, goal, { ...words(person), saidOn: future }, tom),
    'goal-incomplete',
    'member',
  ],
  [
    'who does something towards a goal',
    ({ world: w, agreed }, personId) =>
      addAction(w, agreed, { text: 'Øve os.', doer: { by: 'member', personId }, dueOn: '2999-01-07' }, tom),
    null,
    'member',
  ],
  [
    'who took part in a conversation',
    ({ world: w, family }, person) =>
      converse(w, family, { by: tom, heldOn: future, participants: [member(person), contact] }),
    'conversation-incomplete',
    'member',
  ],
  [
    'who was missing from a conversation',
    ({ world: w, family }, person) =>
      converse(w, family, {
        by: tom,
        heldOn: future,
        participants: [contact],
        missing: [{ who: member(person), reason: 'Var syg.' }],
      }),
    'conversation-incomplete',
    'member',
  ],
  [
    'who was informed',
    ({ world: w, family: { familyId } }, person) => note(w, given(familyId, person, future), tom),
    'privacy-notice-incomplete',
    'member',
  ],
  [
    'whom to observe',
    ({ world: w, family }, personId) => offer(w, family, { by: tom, personId, programme: 'no-such' }),
    'programme-unknown',
    'child',
  ],
  [
    'to whom it is offered to observe',
    ({ world: w, family }, parentId) => offer(w, family, { by: tom, parentId, programme: 'no-such' }),
    'programme-unknown',
    'parent',
  ],
  [
    'who is seen in a video',
    ({ world: w, family }, person) => film(w, family, { by: tom, filmedOn: future, persons: [person] }),
    'video-incomplete',
    'member',
  ],
];

async function reached(): Promise<At> {
  const family = await familyH(world);
  await tie(world, family, 'team', tom);
  // on what nobody takes back: A-CMD-03 asks for the plan of whoever changes a goal, A-CMD-07 for the enrolment to fill in a form
  const { familyId, maja, jonas, alma } = family;
  await basis(world, familyId, [maja, jonas, alma], {
    kind: 'statute',
    purpose: 'coordination',
    toUnit: 'ppr',
    categories: ['plan', 'enrolment'],
  });
  return { world, family, goal: await offered(world, family), agreed: await said(world, family) };
}

/** What is answered, or that it is done. */
const answerTo = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => null,
    ({ kind, problem, detail, fields }: DomainError) => ({ kind, problem, detail, fields }),
  );
const problemOf = async (done: Promise<unknown>) =>
  ((await answerTo(done)) as { problem: string } | null)?.problem ?? null;

const last = async () => (await world.rows<{ id: string }>('SELECT max(id) AS id FROM helhed.access_log'))[0]?.id;

describe('a command that names somebody of the family (A-CMD-02)', () => {
  it.each(commands)('says by %s nothing of who is in it to whom that is withheld', async (_, run) => {
    const at = await reached();
    const { maja, jonas, alma } = at.family;
    const [other, before] = [await familyH(world), await last()];
    const stranger = await answerTo(run(at, newId()));
    expect(stranger).toMatchObject({ problem: 'not-a-member', fields: [] });
    for (const person of [maja, jonas, alma, other.alma, other.maja])
      expect(await answerTo(run(at, person))).toEqual(stranger);
    // nothing is told, so it is no look
    expect(await last()).toBe(before);
    // as before, once it was disclosed and taken back
    await takeBack(world, await tellStructure(world, at.family, 'ppr'));
    expect(await answerTo(run(at, alma))).toEqual(stranger);
    expect(await answerTo(run(at, maja))).toEqual(stranger);
  });

  it.each(commands)(
    'judges %s for whoever is shown who is in it, and logs that as a look',
    async (_, run, taken, who) => {
      const at = await reached();
      await tellStructure(world, at.family, 'ppr');
      const { maja, alma } = at.family;
      expect(await problemOf(run(at, newId()))).toBe('not-a-member');
      expect(await logged(world, at.family.familyId)).toMatchObject([{ kind: 'look' }]);
      if (who !== 'member') {
        const wrong = who === 'child' ? maja : alma;
        expect(await problemOf(run(at, wrong))).toBe('not-a-member');
        expect(await logged(world, wrong)).toMatchObject([{ kind: 'look' }]);
      }
      expect(await problemOf(run(at, who === 'child' ? alma : maja))).toBe(taken);
    },
  );

  it('is answered once somebody can say whether that may still be shown', async () => {
    const at = await reached();
    const looks = new Looks(world.database, noGround, standingBasesIn('programme_copy'));
    const without = { ...at, world: { ...world, looks, families: new ReachFamily(looks) } };
    const unavailable = { kind: 'unavailable', problem: 'consent-unavailable' };
    for (const [, run] of commands) expect(await problemOf(run(without, at.family.maja))).toBe('not-a-member');
    await tellStructure(world, at.family, 'ppr');
    for (const [, run] of commands)
      for (const person of [at.family.maja, newId()])
        await expect(run(without, person)).rejects.toMatchObject(unavailable);
    // what rests on no consent goes on
    expect(await tell(without.world, at.family)).toMatchObject({ familyId: at.family.familyId });
  });

  it('tells to whom it is withheld not by a conversation either which parents there are', async () => {
    const at = await reached();
    const alone = { by: tom, participants: [contact] };
    const missing = [{ field: 'missing', rule: 'required-participant' }];
    const before = await last();
    await expect(converse(world, at.family, alone)).rejects.toMatchObject({
      problem: 'conversation-incomplete',
      fields: missing,
    });
    expect(await last()).toBe(before);
    await tellStructure(world, at.family, 'ppr');
    await expect(converse(world, at.family, alone)).rejects.toMatchObject({ fields: [...missing, ...missing] });
  });

  it('takes from an institution the name of its own child, and of nobody else', async () => {
    const family = await familyH(world);
    const { familyId, alma, maja } = family;
    const ida: Somebody = { ...personIn(nyborg, 'pedagogue', 'db-kornblomsten'), sub: 'ida' };
    const attends = {
      familyId,
      programme: 'nyborg-familiestue',
      kind: 'institution',
      unit: 'db-kornblomsten',
    } as const;
    await as(vibeke, (actor) =>
      new SetRelation(world.database, world.families).run(actor, { ...attends, personId: alma }),
    );
    // that the family has a place it is told, and not who is in it (A-CMD-07)
    await tellStructure(world, family, 'db-kornblomsten', { purpose: 'cooperation', categories: ['enrolment'] });
    const register = (personId: string) => problemOf(fill(world, family, { by: ida, personId }));
    expect([await register(maja), await register(newId())]).toEqual(['not-a-member', 'not-a-member']);
    expect(await register(alma)).toBe(null);
  });
});
