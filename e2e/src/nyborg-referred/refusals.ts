import { mustEqual, must } from '../story/must.js';
import { referralOf } from './families.js';
import type { World } from './world.js';

interface Problem {
  readonly type: string;
  readonly details?: { readonly da: string; readonly en: string };
  readonly errors?: readonly { readonly field: string; readonly rule: string }[];
}

type Body = Record<string, unknown>;

/** Referrals that must not be taken in: each gets a problem that says what is wrong, and nothing is stored. */
export async function refusals({ api, municipality }: World, at: Date, seed: number): Promise<number> {
  const good = referralOf(9_999, 'accepted', at, seed);
  const as = municipality.as('dagtilbud-system');
  const cases: { name: string; body: Body; status: number; field?: string; type?: RegExp }[] = [
    { name: 'no parents’ part', body: { ...good, parentsPart: [] }, status: 422, type: /parents-/ },
    { name: 'one parent did not agree', body: { ...good, parentsPart: disagree(good) }, status: 422, type: /parents-/ },
    {
      name: 'a programme that is not there',
      body: { ...good, programme: 'no-such-programme' },
      status: 422,
      field: 'programme',
    },
    { name: 'a field that is not in the form', body: { ...good, colour: 'red' }, status: 400, field: 'colour' },
    {
      name: 'a date that is none',
      body: { ...good, parentsPart: badDate(good) },
      status: 400,
      field: 'parentsPart.0.on',
    },
    { name: 'a unit that is not the sender’s', body: { ...good, referringUnit: 'db-regnbuen' }, status: 403 },
  ];
  for (const { name, body, status, field, type } of cases) {
    const { body: problem } = await api.post<Problem>('/referral/v1/referrals', { as, body, expect: status });
    must(
      problem.type !== undefined && Boolean(problem.details?.da && problem.details.en),
      `${name}: a problem in Danish and English`,
      problem,
    );
    if (field)
      must(problem.errors?.some((error) => error.field === field) ?? false, `${name}: names ${field}`, problem.errors);
    if (type) must(type.test(problem.type), `${name}: a problem of its own`, problem.type);
    must(!JSON.stringify(problem).includes('Lærkevej'), `${name}: says nothing back of what was sent`);
  }
  await api.post('/referral/v1/referrals', { body: good, expect: 401 });
  const { body: all } = await api.get<{ total: number }>('/referral/v1/referrals', { as: municipality.as('vibeke') });
  mustEqual(all.total, 0, 'nothing of what was refused is stored');
  return cases.length + 1;
}

const parts = (good: Body) => good['parentsPart'] as Body[];
const disagree = (good: Body) => parts(good).map((part, i) => (i === 0 ? { ...part, agreed: false } : part));
const badDate = (good: Body) => parts(good).map((part, i) => (i === 0 ? { ...part, on: '2027-02-30' } : part));
