import { untold } from './readers-of-looks.ts';

const routes = `
| GET /referral/v1/referrals/{id} | referral.read | person: case | family | referral.content, referral.outcome: triage, sender |
| GET /referral/v1/persons/{id}/holdings | holdings.read | citizen | person | referral.outcome: own, custody |
| GET /scheduling/v1/groups/{id} | group.read | person: group-leader | family | group.seat: planner, group |
| GET /family-plan/v1/families/{id}/relations | relation.list | person: case | family | frame: team |`;
const look = (sections: string[], ...relations: string[]) => ({ act: { sections, relations } });

it('a section that a route shows by a relation must be told to whom it is about', () => {
  const all = look(['referral.content', 'referral.outcome'], 'triage', 'sender');
  expect(untold('referral', [all], routes)).toEqual([]);
  const [some, more] = [look(['referral.content'], 'triage', 'sender'), look(['referral.outcome'], 'triage')];
  expect(untold('referral', [some, more], routes)).toEqual([
    {
      where: 'GET /referral/v1/referrals/{id}',
      message: 'shows referral.outcome by sender, of which /referral/v1/persons/{id}/readers tells nobody.',
    },
  ]);
});

it('the frame is nobody’s section, and a group is reached by its planner before any seat of it', () => {
  expect(untold('family-plan', [], routes)).toEqual([]);
  expect(untold('scheduling', [look(['group.seat'], 'group')], routes)).toEqual([]);
});
