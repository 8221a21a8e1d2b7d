const basis = '0198a1b2-0000-7000-8000-000000000040';
const referralId = '0198a1b2-0000-7000-8000-000000000001';

export const evaluationRequestExample = {
  subject: { type: 'person', id: '6c1f4d0e-0000-4000-8000-000000000001' },
  resource: { type: 'referral', id: referralId },
  action: { name: 'referral.outcome' },
};

export const evaluationsRequestExample = {
  subject: evaluationRequestExample.subject,
  resource: evaluationRequestExample.resource,
  evaluations: [{ action: { name: 'referral.read' } }, { action: { name: 'referral.outcome' } }],
  options: { evaluations_semantic: 'execute_all' as const },
};

export const allowedExample = {
  decision: true,
  context: {
    reason: 'allowed',
    reason_da: 'Adgang med de nævnte hjemler.',
    reason_en: 'Allowed on the bases named.',
    bases: ['standing:nyborg-familiestue:outcome-to-sender:processing', basis],
    withheld: [],
  },
};

export const deniedExample = {
  decision: false,
  context: {
    reason: 'consent-withdrawn',
    reason_da: 'Et samtykke, der kræves, er trukket tilbage.',
    reason_en: 'A consent that is needed was withdrawn.',
    bases: [],
    withheld: [{ category: 'referral-outcome', reason: 'consent-withdrawn' }],
  },
};

export const foundExample = (id: string, type: string) => ({
  results: [{ type, id }],
  page: { next_token: '', count: 1, total: 1 },
});
export const resourceExample = foundExample(referralId, 'referral');
export const subjectExample = foundExample('db-solsikken:pedagogue', 'function-in-unit');
export const actionExample = {
  results: [{ name: 'referral.outcome' }, { name: 'referral.read' }],
  page: { next_token: '', count: 2, total: 2 },
};
