import { newId } from '@helhed/kernel';
import { holdFunctions } from '@helhed/testing';
import { as, personIn } from '../../test/actors.js';
import { record as recordView } from '../../test/child-views.js';
import { contact, knowUnits, member, record as recordConversation } from '../../test/conversations.js';
import { frida, gitte, vibeke, type Family } from '../../test/family-h.js';
import { amend, noted, offer, petra, withPsychologist } from '../../test/observations.js';
import { addAction, addOption, fill, said, set, words } from '../../test/plans.js';
import { given, note } from '../../test/privacy-notices.js';
import { events } from '../../test/told.js';
import { film, letFilm } from '../../test/videos.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { IssueLinkCode } from '../citizens/issue-link-code.js';
import { GiveClearance } from '../clearances/give-clearance.js';
import { RecordCustody } from '../custody/record-custody.js';
import { findFamilyToChange } from '../families/get-family.js';
import { SetRelation } from '../relations/set-relation.js';

let world: World;
let today: string;
beforeAll(async () => {
  world = await startWorld();
  await knowUnits(world);
  const pairs = ['familiestuen:group-leader', 'familiestuen:pedagogue', 'db-stjernen:pedagogue'];
  await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, ...pairs));
  today = await world.database.inTransaction(nyborg, async (tx) => tx.today);
});
afterAll(() => world.stop());

const lead = personIn(nyborg, 'programme-lead', 'familiestuen');
const programme = 'nyborg-familiestue';
const action = {
  text: 'Siger stop højt sammen med Alma.',
  doer: { by: 'unit' as const, unit: 'db-stjernen', function: 'pedagogue' },
  dueOn: '2027-11-02',
};

/** What the command needs is made first; then it is sent under a key. */
type Command = (family: Family) => Promise<(key: string) => Promise<{ readonly id: string }>>;

const naming: readonly (readonly [made: string, command: Command])[] = [
  ['a child’s view', async (family) => (key) => recordView(world, family, { key })],
  [
    'a goal',
    async ({ familyId, maja }) => {
      const wish = { from: 'family' as const, familyId, words: words(maja) };
      return (key) => set(world, wish, gitte, key);
    },
  ],
  ['an observation', async (family) => (key) => offer(world, family, { key })],
  [
    'a video',
    async (family) => {
      await letFilm(world, family);
      return (key) => film(world, family, { key, filmedOn: today });
    },
  ],
  ['a registration', async (family) => (key) => fill(world, family, { key })],
  [
    'a conversation',
    async (family) => {
      await said(world, family);
      const missing = [{ who: member(family.jonas), reason: 'Jonas var på arbejde.' }];
      return (key) => recordConversation(world, family, { key, participants: [member(family.maja), contact], missing });
    },
  ],
  [
    'custody',
    async ({ familyId, alma, jonas }) => {
      const told = { familyId, childId: alma, holderId: jonas, from: '2026-01-01' };
      return (key) => as(vibeke, (actor) => new RecordCustody(world.database, world.families).run(actor, told), key);
    },
  ],
  [
    'a relation',
    async ({ familyId }) => {
      const who = { sub: 'sanne', unit: 'familieafdelingen', function: 'social-worker' };
      const wish = { familyId, programme, kind: 'team' as const, ...who };
      return (key) => as(frida, (actor) => new SetRelation(world.database, world.families).run(actor, wish), key);
    },
  ],
  [
    'who was informed',
    async ({ familyId, maja }) =>
      (key) =>
        note(world, given(familyId, maja), gitte, key),
  ],
  [
    'a clearance',
    async ({ familyId }) => {
      const wish = { familyId, sub: 'gitte', unit: 'familiestuen', function: 'group-leader', to: '2026-12-24' };
      return (key) => as(lead, (actor) => new GiveClearance(world.database, world.families).run(actor, wish), key);
    },
  ],
];

const addressing: readonly (readonly [made: string, command: Command])[] = [
  [
    'an option of a goal',
    async (family) => {
      const goal = await said(world, family);
      return (key) => addOption(world, goal, 'Vi kan øve os.', gitte, key);
    },
  ],
  [
    'an action of a goal',
    async (family) => {
      const goal = await said(world, family);
      return (key) => addAction(world, goal, action, gitte, key);
    },
  ],
  [
    'a word added to an observation',
    async (family) => {
      const id = await noted(world, family, today);
      return (key) => amend(world, id, 'Et ord til.', petra, key);
    },
  ],
  [
    'a code for a citizen’s link',
    async ({ maja }) => {
      const issue = () => new IssueLinkCode(world.database, world.persons, world.looks);
      return (key) => as(frida, (actor) => issue().run(actor, maja), key);
    },
  ],
];

/** It was enrolled in nothing after all, and its day has come. */
async function erase({ familyId }: Family): Promise<void> {
  await world.database.inTransaction(nyborg, async (tx) => {
    const family = await findFamilyToChange(tx, familyId);
    family?.leave();
    family?.eraseAfter(today);
    await tx.manager.save(family);
  });
  expect(await world.erasure.run()).toBe(1);
}

/** @returns the command, which was sent under the key, and answered to a repeat, before its family was erased */
async function sentBefore(command: Command): Promise<() => Promise<unknown>> {
  const family = await withPsychologist(world);
  const send = await command(family);
  const key = newId();
  const { id } = await send(key);
  expect(await send(key)).toMatchObject({ id });
  await erase(family);
  expect(await events(world, family.familyId, 'family-erased')).toHaveLength(1);
  return () => send(key);
}

describe('a repeat under an Idempotency-Key, after the family was erased', () => {
  it.each(naming)('of what made %s is answered as a family that is out of reach', async (_, command) => {
    const repeat = await sentBefore(command);
    await expect(repeat()).rejects.toMatchObject({ kind: 'rule', problem: 'family-unknown' });
  });

  it.each(addressing)('of what made %s is answered as what is not there', async (_, command) => {
    const repeat = await sentBefore(command);
    await expect(repeat()).rejects.toMatchObject({ kind: 'not-found' });
  });
});
