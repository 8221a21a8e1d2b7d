import { FamilyEnrolled } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { definitionExample } from '../programmes/definition-example.js';
import { DeclineReferral } from './decline-referral.js';
import { OutcomeView, ReferralView } from './referrals.dto.js';
import { ShowReferral } from './show-referral.js';
import { WhenEnrolled } from './when-enrolled.js';

describe('a referral that is looked at', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const show = (id: string, actor = world.triager) =>
    world.as(actor, () => new ShowReferral(world.looks, world.catalogue).whole(actor, id));
  const outcome = (id: string, actor = world.pedagogue) =>
    world.as(actor, () => new ShowReferral(world.looks, world.catalogue).outcome(actor, id));
  const decline = (id: string, version: number) =>
    world.as(world.triager, () =>
      new DeclineReferral(world.changing, world.catalogue).run(world.triager, id, version, {
        reasonCode: 'outside-target-group',
        reason: 'PPR hjælper.',
      }),
    );

  it('shows the sender’s reason, the parents’ part, each rule’s outcome and the history', async () => {
    const { id, version } = await world.underTriage();
    await decline(id, version);
    const view = await show(id);
    expect(ReferralView.parse(view)).toEqual(view);
    expect(view.reason).toContain('beder om hjælp');
    expect(view.parentsPart?.map(({ parent }) => parent)).toEqual(view.members?.slice(0, 2).map((member) => member.id));
    expect(view.triage).toMatchObject({
      suggestion: 'meets',
      rules: expect.arrayContaining([expect.objectContaining({ rule: 'whole-family', outcome: 'met' })]),
    });
    expect(view.history?.map(({ command, state, reasonCode, reason }) => [command, state, reasonCode, reason])).toEqual(
      [
        ['receive', 'received', null, null],
        ['start-triage', 'under-triage', null, null],
        ['decline', 'declined', 'outside-target-group', 'PPR hjælper.'],
      ],
    );
  });

  it('shows by when its answer is due, what to journal it under, and how full the programme is', async () => {
    const kle = { number: '27.24.00', facet: 'G01' };
    const answer = [{ validFrom: '2026-01-01', workingDays: 3 }];
    const { purposes } = getDefinition('nyborg-familiestue');
    await world.publish({
      ...definitionExample,
      purposes,
      kle,
      deadlines: { answer },
      targetBand: { min: 20, max: 25 },
    });
    const wish = { programme: definitionExample.code, facts: { wantsTalks: true } };
    const { id } = await world.accepted(wish);
    expect(await show(id)).toMatchObject({ answerBy: '2026-11-10', kle });
    expect((await show(id)).triage?.occupancy).toEqual({ families: 1, min: 20, max: 25 });
    const other = await show((await world.underTriage()).id);
    expect(other).toMatchObject({ answerBy: '2026-11-19', kle: null, triage: { occupancy: null } });
  });

  it('shows its place and its enrolment', async () => {
    const placeId = await world.openPlace({ startsOn: '2027-01-11' });
    const { id, familyId } = await world.accepted();
    const data = { referralId: id, familyId, enrolmentId: newId(), enrolledOn: '2026-11-05' };
    await world.react((tx) => new WhenEnrolled().handle({ type: FamilyEnrolled.type, data } as never, { tx }));
    expect(await show(id)).toMatchObject({
      state: 'accepted',
      version: 3,
      place: { placeId, startsOn: '2027-01-11' },
      enrolment: { id: data.enrolmentId, enrolledOn: '2026-11-05' },
    });
  });

  it('is within reach of triage and of the unit that sent it, and logged', async () => {
    const { id, familyId } = await world.receive();
    for (const actor of [world.triager, world.lead, world.pedagogue])
      expect(await show(id, actor)).toMatchObject({ id });
    const elsewhere = { ...world.triager, municipality: '0561' as typeof world.municipality };
    for (const actor of [world.stranger, elsewhere])
      await expect(show(id, actor)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await world.acts(familyId)).toEqual(['referral.receive', ...Array<string>(3).fill('referral.read')]);
  });

  it('tells the sender’s unit what came of it, and no other', async () => {
    const placed = await world.openPlace();
    const { id, familyId, ...received } = await world.accepted({ senderReference: 'closed-loop' });
    const known = new Known(world);
    await known.basis(await known.match(id));
    const [place] = await world.all<{ group_id: string }>('SELECT group_id FROM place WHERE id = $1', [placed]);
    const view = await outcome(id);
    expect(OutcomeView.parse(view)).toEqual({
      id,
      familyId,
      programme: received.programme,
      programmeVersion: 1,
      referringUnit: 'db-solsikken',
      senderReference: 'closed-loop',
      receivedOn: '2026-11-05',
      state: 'accepted',
      since: '2026-11-05',
      outcome: null,
      nextOwner: 'programme',
      place: { groupId: place?.group_id, startsOn: '2027-01-11' },
      withheld: [],
    });
    for (const actor of [world.stranger, world.triager])
      await expect(outcome(id, actor)).rejects.toMatchObject({ problem: 'not-found' });
    expect((await world.acts(familyId)).at(-1)).toBe('referral.outcome');
  });

  it('tells why it was declined', async () => {
    const { id, version } = await world.underTriage();
    await decline(id, version);
    const known = new Known(world);
    await known.basis(await known.match(id));
    expect(await outcome(id)).toMatchObject({ state: 'declined', outcome: 'outside-target-group', place: null });
  });
});
