import type { AccessFacts } from './access-facts.js';
import { decide } from './decide.js';
import type { Question } from './question.js';
import {
  alma,
  asking,
  b1,
  b2,
  covering,
  everybody,
  family,
  gitte,
  jonas,
  maja,
  partner,
  pia,
  referral,
  trine,
} from './test/family-h.js';

const outcome = (facts: AccessFacts, question = pia) => {
  const { relations, sections } = decide({ ...question, sections: ['referral.outcome'] }, facts);
  const [section] = sections;
  if (relations.length === 0) return 'not-found';
  return section!.shown ? section!.bases.join(', ') : section!.reason;
};
const ofSender = (changes: object = {}) => referral('sender', 'db-solsikken', { bases: [{ ...b1, ...changes }] });
const standing = 'standing:familiestue:outcome-to-sender:processing';
const shown = `${standing}, B1`;
const on = (today: string): Question => ({ ...pia, today });

describe('the sender’s outcome (docs/access.md 9)', () => {
  it.each<[number, string, AccessFacts, Question, string]>([
    [1, 'with B1', ofSender(), pia, shown],
    [2, 'without it', referral('sender', 'db-solsikken', { bases: [] }), pia, 'no-basis'],
    [
      3,
      'Maja took it back',
      ofSender({ coverage: [...covering([maja, alma], 'withdrawn'), ...covering([jonas])] }),
      pia,
      'consent-withdrawn',
    ],
    [4, 'on its last day but one', ofSender(), on('2027-09-02'), shown],
    [4, 'on the day it ends', ofSender(), on('2027-09-03'), 'basis-expired'],
    [5, 'before it begins', ofSender({ from: '2026-10-06' }), pia, 'basis-not-yet-valid'],
    [
      6,
      'only Maja gave it',
      ofSender({ coverage: [...covering([maja]), ...covering([jonas, alma], 'incomplete')] }),
      pia,
      'consent-incomplete',
    ],
    [8, 'Jonas is not named', ofSender({ coverage: covering([maja, alma]) }), pia, 'no-basis'],
    [
      9,
      'Alma’s own is needed',
      ofSender({ coverage: [...covering([maja, jonas]), ...covering([alma], 'incomplete')] }),
      pia,
      'consent-incomplete',
    ],
    [
      10,
      'Alma took hers back',
      ofSender({ coverage: [...covering([maja, jonas]), ...covering([alma], 'withdrawn')] }),
      pia,
      'consent-withdrawn',
    ],
    [
      11,
      'Jonas took his back, custody is Maja’s',
      ofSender({ coverage: [...covering([maja, alma]), ...covering([jonas], 'withdrawn')] }),
      pia,
      'consent-withdrawn',
    ],
    [
      14,
      'another unit',
      referral('sender', 'db-regnbuen', { own: [] }),
      asking('rie', 'db-regnbuen', 'pedagogue'),
      'not-found',
    ],
    [
      19,
      'in another function',
      referral('sender', 'familiestuen', { own: [] }),
      asking('tove', 'familiestuen', 'group-leader'),
      'not-found',
    ],
  ])('%d: %s', (_row, _case, facts, question, expected) => {
    expect(outcome(facts, question)).toBe(expected);
  });

  it('12: a new custody holder from today has not consented', () => {
    const until = { personId: alma, state: 'covered', from: '2026-01-01', to: '2026-10-05' };
    const since = { personId: alma, state: 'incomplete', from: '2026-10-05', to: null };
    const facts = ofSender({ coverage: [...covering([maja, jonas]), until, since] });
    expect([outcome(facts), outcome(facts, on('2026-10-04'))]).toEqual(['consent-incomplete', shown]);
  });

  it('rests on a revocable ground, and a command without a lease withholds it for that reason', () => {
    const decision = decide(pia, ofSender());
    expect([decision.isRevocable, decide(pia, ofSender({ kind: 'statute' })).isRevocable]).toEqual([true, false]);
    expect(decision.withoutRevocable().withheld).toEqual([
      { category: 'referral-outcome', reason: 'consent-unavailable' },
    ]);
  });

  it('tells why those are not covered who lack a basis, not what became of a basis that was replaced', () => {
    const old = { ...b1, id: 'B0', coverage: covering([maja, alma], 'withdrawn') };
    const anew = { ...b1, coverage: covering([maja, alma]) };
    expect(outcome(referral('sender', 'db-solsikken', { bases: [old, anew] }))).toBe('no-basis');
  });

  it('needs no bases where somebody has no person id yet but the standing one', () => {
    const [content] = referral('sender', 'db-solsikken').sections;
    const unmatched = { ...content!, persons: [null] };
    const facts = ofSender({ coverage: covering(everybody) });
    const asked: Question = { ...pia, sections: ['referral.content'] };
    expect(decide(asked, { ...facts, sections: [unmatched] }).shows('referral.content')).toBe(true);
    expect(decide({ ...asked, standing: [] }, { ...facts, sections: [unmatched] }).shows('referral.content')).toBe(
      false,
    );
    expect(
      decide({ ...asked, standing: [] }, { ...facts, sections: [{ ...content!, persons: [] }] }).shows(
        'referral.content',
      ),
    ).toBe(false);
  });
});

describe('a referral (docs/access.md 9)', () => {
  const all = ['referral.content', 'referral.triage', 'referral.outcome'] as const;
  const read = (question: Question, facts: AccessFacts) => {
    const decision = decide({ ...question, sections: all }, facts);
    return [
      all.filter((name) => decision.shows(name)),
      decision.withheld.map(({ category, reason }) => `${category} ${reason}`),
    ];
  };

  it('13: Pia sees content and outcome; triage is outside the purpose', () => {
    expect(read(pia, ofSender())).toEqual([['referral.content', 'referral.outcome'], ['referral-triage no-basis']]);
  });

  it('16: Lone sees the outcome on standing bases alone', () => {
    const lone = asking('lone', 'familiestuen', 'programme-lead');
    const facts = referral('lead', 'familiestuen');
    expect(read(lone, facts)).toEqual([
      ['referral.outcome'],
      ['referral-content no-basis', 'referral-triage no-basis'],
    ]);
    expect(decide(lone, facts).isRevocable).toBe(false);
  });

  it('26: Vibeke sees all, and needs no lease', () => {
    const vibeke = asking('vibeke', 'visitation', 'triager');
    const decision = decide({ ...vibeke, sections: all }, referral('triage', 'visitation'));
    expect([decision.withheld, decision.isRevocable]).toEqual([[], false]);
  });

  it('17: another triager does not find it', () => {
    const syd = asking('viggo', 'visitation-syd', 'triager');
    expect(decide(syd, referral('triage', 'visitation-syd', { own: [] })).relations).toEqual([]);
  });
});

describe('family H (docs/access.md 9)', () => {
  const read = (facts: AccessFacts, question = trine) => decide(question, facts);

  it('27: Trine sees structure and identity; address and custody are covered by no basis', () => {
    const decision = read(family('skole-nord'));
    expect([
      decision.shows('family.structure'),
      everybody.map((one) => decision.shows('family.identity', one)),
    ]).toEqual([true, [true, true, true]]);
    expect(decision.withheld).toEqual([
      { category: 'custody', reason: 'no-basis', person: alma },
      { category: 'address', reason: 'no-basis' },
    ]);
    expect(decision.bases).toEqual(['standing:familiestue:cooperation:processing', 'B2']);
  });

  it('28: it is not there once the relation ended, though B2 is in force', () => {
    const ended = { ...partner, to: '2026-10-04' };
    expect(read(family('skole-nord', { relationRows: [ended] })).isReached).toBe(false);
  });

  it('29: after a single exchange was used up, all of it is withheld for that reason', () => {
    const used = { ...b2, kind: 'single-exchange', ended: 'used-up' };
    const decision = read(family('skole-nord', { bases: [used] }));
    expect(decision.withheld).toEqual(
      ['family-structure', 'identity', 'custody', 'address'].map((category) => ({
        category,
        reason: 'exchange-used-up',
      })),
    );
  });

  it('30: within one disclosure area the standing processing basis is enough', () => {
    const facts = family('skole-nord', {
      sameArea: ['skole-nord', 'familiestuen'],
      bases: [{ ...b2, ended: 'withdrawn' }],
    });
    const decision = read(facts);
    expect([decision.shows('family.structure'), decision.shows('family.identity', maja), decision.isRevocable]).toEqual(
      [true, true, false],
    );
  });

  it('34: a basis covers the person it names, not the family that the person came into', () => {
    const forOne = { ...b2, coverage: covering([alma]) };
    const decision = read(family('skole-nord', { bases: [forOne] }));
    expect([decision.shows('family.structure'), decision.shows('family.identity', alma)]).toEqual([false, false]);
  });

  const seen = { own: [{ relation: 'group', programmes: ['familiestue'] }], relationRows: [] } as const;
  const always = { from: '2026-01-01', to: null };
  it.each([
    [31, 'own-person', 'own-record'],
    [32, 'relative', 'relative-record'],
    [33, 'colleague', 'colleague-record'],
  ] as const)('%d: Gitte is barred: %s', (_row, kind, reason) => {
    const facts = family('familiestuen', { ...seen, barring: [{ personId: maja, kind, ...always }] });
    const decision = decide(gitte, facts);
    expect([decision.barred, decision.isReached, decision.sections]).toEqual([reason, false, []]);
    expect(decide(gitte, { ...facts, members: [jonas, alma] }).isReached).toBe(true);
  });

  it('33: Lone’s clearance lifts a colleague’s record, for the function and the period', () => {
    const barring = [{ personId: maja, kind: 'colleague', ...always }] as const;
    const clearance = { unit: 'familiestuen', function: 'group-leader', from: '2026-10-01', to: '2026-11-01' };
    const barred = (clearances: AccessFacts['clearances']) =>
      decide(gitte, family('familiestuen', { ...seen, barring, clearances })).barred;
    expect(barred([clearance])).toBeUndefined();
    expect(barred([{ ...clearance, function: 'psychologist' }])).toBe('colleague-record');
    expect(barred([{ ...clearance, to: '2026-10-05' }])).toBe('colleague-record');
  });

  it('36: a citizen reads a child’s by custody, revocably, and the own for good', () => {
    const citizen: Question = { ...trine, actor: { kind: 'citizen', sub: 'maja' }, relations: ['own', 'custody'] };
    const by = (relation: 'own' | 'custody') =>
      decide(citizen, family('', { own: [{ relation, programmes: null }], relationRows: [], bases: [] }));
    expect([by('own').shows('family.structure'), by('own').isRevocable]).toEqual([true, false]);
    expect([by('custody').shows('family.structure'), by('custody').isRevocable]).toEqual([true, true]);
    expect(decide(citizen, family('', { relationRows: [] })).isReached).toBe(false);
  });
});
