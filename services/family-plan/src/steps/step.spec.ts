import { newId } from '@helhed/kernel';
import { GoalAction } from './step.js';

it('an action keeps the day on which it came to its state', () => {
  const doer = { personId: newId(), unit: null, function: null };
  const wish = {
    municipality: '0450',
    id: newId(),
    goalId: newId(),
    action: Buffer.from(''),
    dueOn: '2026-11-01',
    ...doer,
  };
  const action = GoalAction.plan(wish, '2026-10-01');
  expect(action).toMatchObject({ state: 'planned', movedOn: '2026-10-01' });
  action.move('done', '2026-10-09');
  action.move('done', '2026-10-20');
  expect(action).toMatchObject({ state: 'done', movedOn: '2026-10-09' });
  action.move('planned', '2026-10-21');
  expect(action).toMatchObject({ state: 'planned', movedOn: '2026-10-21' });
});
