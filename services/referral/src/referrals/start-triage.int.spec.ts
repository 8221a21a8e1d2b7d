import { describeTriageCommand } from '../../test/triage-command.js';
import { StartTriage } from './start-triage.js';

describeTriageCommand({
  name: 'start-triage',
  before: (world) => world.receive(),
  run: (world, id, version) =>
    world.as(world.triager, () => new StartTriage(world.changing).run(world.triager, id, version)),
  state: 'under-triage',
  events: [['triage-started', { startedOn: '2026-11-05', unit: 'visitation' }]],
  step: { next_owner: 'triage', reason_code: null, reason: null },
});
