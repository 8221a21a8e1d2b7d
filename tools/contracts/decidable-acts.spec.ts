import { differences, unasked } from './decidable-acts.ts';

const outcome = {
  act: 'referral.outcome',
  mode: 'read',
  allow: [{ kind: 'person', functions: 'case' }],
  relations: ['sender'],
  sections: ['referral.outcome'],
};
const row = (who: string, shown: string, act = 'referral.outcome') =>
  `| GET /referral/v1/referrals/{id}/outcome | ${act} | ${who} | family | ${shown} |\n`;

describe('the acts that can be asked about', () => {
  it('are as their routes declare them', () => {
    expect(differences([outcome], row('person: case', 'referral.outcome: sender'))).toEqual([]);
  });

  it.each([
    ['functions', row('person: case; person: programme-lead', 'referral.outcome: sender')],
    ['relations', row('person: case', 'referral.outcome: sender, lead')],
    ['sections', row('person: case', 'referral.outcome, referral.triage: sender')],
    ['no route', row('person: case', 'referral.outcome: sender', 'referral.read')],
  ])('differ in %s', (what, routes) => {
    expect(differences([outcome], routes)).toEqual([
      { where: expect.any(String), message: expect.stringContaining(what) },
    ]);
  });

  it('are those of several routes together, and show what a decision is asked about', () => {
    const list = { ...outcome, act: 'basis.read', relations: ['register', 'triage'], sections: ['basis.entry'] };
    const routes = row('person: case', 'basis.entry, basis.evidence: register', 'basis.read');
    expect(differences([list], routes + row('person: case', 'frame: triage', 'basis.read'))).toEqual([]);
  });
});

describe('an act of a referral or a family', () => {
  const routes =
    row('person: case', 'referral.outcome: sender') + row('person: case', 'frame: triage', 'referral.hold');
  const rule = (text: string) => `- **A-AZN-06** Action: ${text}\n- **A-AZN-07** \`referral.hold\`\n`;

  it('can be asked about, or is taken out by name', () =>
    expect(unasked([outcome], routes, rule('not `referral.hold`'))).toEqual([]));

  it('is missed where it is neither', () =>
    expect(unasked([outcome], routes, rule('any'))).toEqual([
      { where: expect.any(String), message: expect.stringContaining('referral.hold') },
    ]));

  it.each([
    ['a system', row('system: referrer', 'frame: sender', 'referral.push')],
    ['a citizen', row('citizen', 'frame: own', 'referral.mine')],
    ['whoever needs no relation', row('person: any', 'frame', 'referral.receive')],
  ])('is not asked about by %s', (_, more) => expect(unasked([outcome], more, rule('any'))).toEqual([]));
});
