import { describeTriageCommand } from '../../test/triage-command.js';
import { HoldReferral } from './hold-referral.js';

const hold = { reason: 'Familien flytter 1. december.', awaiting: 'family' } as const;

describeTriageCommand({
  name: 'hold',
  before: (world) => world.underTriage(),
  run: (world, id, version) =>
    world.as(world.triager, () => new HoldReferral(world.changing).run(world.triager, id, version, hold)),
  state: 'on-hold',
  events: [],
  step: { next_owner: 'family', reason_code: null, reason: expect.any(Buffer) },
});
