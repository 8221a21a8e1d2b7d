import { describeTriageCommand } from '../../test/triage-command.js';
import { CloseReferral } from './close-referral.js';

describeTriageCommand({
  name: 'close',
  before: async (world) => {
    await world.openPlace();
    return world.accepted();
  },
  run: (world, id, version) =>
    world.as(world.triager, () =>
      new CloseReferral(world.changing, world.catalogue).run(world.triager, id, version, { outcome: 'completed' }),
    ),
  state: 'closed',
  events: [['closed', { closedOn: '2026-11-05', outcome: 'completed' }]],
  step: { next_owner: null, reason_code: 'completed' },
});
