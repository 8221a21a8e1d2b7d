import { EvaluationsRequest, isSingle, questionsOf } from './authzen.dto.js';

const whole = {
  subject: { type: 'person', id: 'pia', properties: { function: 'db-solsikken:pedagogue' } },
  resource: { type: 'referral', id: 'one', properties: { category: 'identity' } },
  action: { name: 'referral.read', properties: { method: 'GET' } },
  context: { time: '2026-10-05T09:00:00+02:00' },
};
const own = {
  subject: { type: 'person', id: 'rie' },
  resource: { type: 'referral', id: 'two' },
  action: { name: 'referral.accept' },
  context: { time: '2026-10-06T09:00:00+02:00' },
};
const fields = ['subject', 'resource', 'action', 'context'] as const;

describe('one of several questions', () => {
  it.each(fields)('has its own %s instead of the whole request’s, and all else from that', (field) => {
    const body = EvaluationsRequest.parse({ ...whole, evaluations: [{ [field]: own[field] }, {}] });
    expect(questionsOf(body)).toEqual([{ ...whole, [field]: own[field] }, whole]);
  });

  it('has it as it says it: nothing of the whole request’s is left in it', () => {
    const [question] = questionsOf(EvaluationsRequest.parse({ ...whole, evaluations: [own] }));
    expect(question).toEqual(own);
  });

  it.each(fields.slice(0, 3))('needs a %s, here or there', (field) => {
    const asked = (first: object) =>
      EvaluationsRequest.safeParse({ ...whole, [field]: undefined, evaluations: [first] });
    expect(asked({ [field]: own[field] }).success).toBe(true);
    expect(asked({}).error?.issues.map(({ path }) => path)).toEqual([['evaluations', 0, field]]);
  });
});

it('a batch without questions is one question', () => {
  const body = EvaluationsRequest.parse({ ...whole, evaluations: [] });
  expect([isSingle(body), questionsOf(body)]).toEqual([true, [whole]]);
});
