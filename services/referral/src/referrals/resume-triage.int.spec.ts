import { describeTriageCommand } from '../../test/triage-command.js';
import { HoldReferral } from './hold-referral.js';
import { ResumeTriage } from './resume-triage.js';

describeTriageCommand({
  name: 'resume',
  before: async (world) => {
    const { id, version } = await world.underTriage();
    return world.as(world.triager, () =>
      new HoldReferral(world.changing).run(world.triager, id, version, { reason: 'Afventer.', awaiting: 'sender' }),
    );
  },
  run: (world, id, version) =>
    world.as(world.triager, () => new ResumeTriage(world.changing).run(world.triager, id, version)),
  state: 'under-triage',
  events: [],
  step: { next_owner: 'triage' },
});
