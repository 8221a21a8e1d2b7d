import { getDefinition } from '@helhed/programmes';
import { describeTriageCommand } from '../../test/triage-command.js';
import { World } from '../../test/world.js';

describeTriageCommand({
  name: 'accept',
  before: (world) => world.underTriage(),
  run: (world, id, version) => world.accept({ id, version }),
  state: 'waiting',
  events: [
    ['accepted', { acceptedOn: '2026-11-05' }],
    ['waiting', { since: '2026-11-05' }],
  ],
  step: { next_owner: 'scheduling', reason: expect.any(Buffer) },
});

describe('an accepted family', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  it('gets the open place that begins first', async () => {
    await world.openPlace({ startsOn: '2027-03-01' });
    const first = await world.openPlace({ startsOn: '2027-01-11' });
    const { id, familyId, state } = await world.accepted();
    expect(state).toBe('accepted');
    const [place] = await world.all<object>('SELECT * FROM place WHERE id = $1', [first]);
    expect(place).toMatchObject({ state: 'assigned', referral_id: id });
    const events = await world.events(familyId);
    expect(events.map(({ type }) => type)).toEqual(['received', 'triage-started', 'accepted', 'place-assigned']);
    expect(events.at(-1)?.data).toMatchObject({ placeId: first, assignedOn: '2026-11-05' });
  });

  it('gets no place that is opened for another programme', async () => {
    await world.accepted();
    const other = await world.openPlace({ programme: 'morso-ftbt' });
    expect((await world.accepted()).state).toBe('waiting');
    expect(await world.all('SELECT FROM place WHERE id = $1 AND state = $2', [other, 'open'])).toHaveLength(1);
  });

  it('in a programme without groups has what it gives at once', async () => {
    await world.publish(getDefinition('esbjerg-familieraadslagning'));
    const { familyId, state } = await world.accepted({
      programme: 'esbjerg-familieraadslagning',
      facts: { concerns: ['wellbeing'], networkTakesPart: true },
    });
    expect(state).toBe('accepted');
    expect((await world.names(familyId)).slice(-1)).toEqual(['accepted']);
  });
});
