import { describeTriageCommand } from '../../test/triage-command.js';
import { DeclineReferral } from './decline-referral.js';

const reason = { reasonCode: 'outside-target-group', reason: 'PPR hjælper i skolen.' };

describeTriageCommand({
  name: 'decline',
  before: (world) => world.underTriage(),
  run: (world, id, version) =>
    world.as(world.triager, () =>
      new DeclineReferral(world.changing, world.catalogue).run(world.triager, id, version, reason),
    ),
  state: 'declined',
  events: [['declined', { declinedOn: '2026-11-05', reasonCode: 'outside-target-group' }]],
  step: { next_owner: null, reason_code: 'outside-target-group', reason: expect.any(Buffer) },
});
