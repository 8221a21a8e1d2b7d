import type { AccessFacts, BasisFact, SectionFact } from './access-facts.js';
import type { Question } from './question.js';
import { alma, b1, covering, everybody, jonas, maja, pia, referral } from './test/family-h.js';
import { weighLayer, type Layer } from './weigh-layer.js';

const question: Question = { ...pia, standing: [] };
const section: SectionFact = {
  name: 'referral.outcome',
  of: null,
  person: null,
  persons: everybody,
  owners: ['visitation'],
};
const sender = { relation: 'sender', programme: 'familiestue' } as const;

const weigh = (
  bases: readonly BasisFact[],
  {
    layer = 'disclosure',
    held = sender,
    ...more
  }: { layer?: Layer; held?: Parameters<typeof weighLayer>[3] } & Partial<
    SectionFact & Pick<AccessFacts, 'familyId'>
  > = {},
) => {
  const { familyId = 'H', ...changes } = more;
  const facts = { ...referral('sender', 'db-solsikken'), familyId, bases };
  return weighLayer(question, facts, { ...section, ...changes }, held, layer);
};
const none = { reason: 'no-basis' };
const onB1 = { bases: ['B1'], revocable: true };

describe('a recorded basis covers a section (docs/access.md, A-SEC-02, 03)', () => {
  it('where layer, purpose, programme, category, the unit it is to and the unit it is from fit', () =>
    expect(weigh([b1])).toEqual(onB1));

  it.each<[string, Partial<BasisFact>]>([
    ['layer', { layer: 'processing' }],
    ['purpose', { purpose: 'cooperation' }],
    ['programme', { programme: 'aabent-hus' }],
    ['category', { categories: ['referral-content'] }],
    ['unit that it is to', { toUnit: 'db-regnbuen' }],
    ['unit that it is from', { fromUnit: 'familiestuen' }],
  ])('not with another %s', (_what, change) => expect(weigh([{ ...b1, ...change }])).toEqual(none));

  it('whatever unit it is from, where everybody owns the section, or the layer is that of processing', () => {
    const foreign = { ...b1, fromUnit: 'familiestuen' };
    expect(weigh([foreign], { owners: 'every' })).toEqual(onB1);
    expect(weigh([{ ...foreign, layer: 'processing' }], { layer: 'processing' })).toEqual(onB1);
    expect(weigh([b1], { layer: 'processing' })).toEqual(none);
  });

  it('from a unit that keeps the section since it was its own, too', () => {
    const kept = { owners: [], keepers: ['visitation'] };
    expect(weigh([b1], kept)).toEqual(onB1);
    expect(weigh([{ ...b1, fromUnit: 'familiestuen' }], kept)).toEqual(none);
  });

  it('under a relation with a purpose, in a programme; of nobody, too', () => {
    const nobody = { persons: [], familyId: null };
    expect(weigh([], nobody)).toEqual({ bases: [], revocable: false });
    expect(weigh([b1], { ...nobody, held: { relation: 'planner', programme: 'familiestue' } })).toEqual(none);
    expect(weigh([b1], { ...nobody, held: { relation: 'sender', programme: null } })).toEqual(none);
  });

  it('of a family, about somebody not yet known, by no recorded basis', () => {
    expect(weigh([b1], { persons: [] })).toEqual(none);
    expect(weigh([b1], { persons: [null] })).toEqual(none);
    expect(weigh([b1], { persons: [null, maja] })).toEqual(none);
  });
});

describe('of several bases (docs/access.md, A-SEC-04, A-LEA-02)', () => {
  const statute = { ...b1, id: 'S', kind: 'statute' };

  it('one that stays is used before one that can be revoked, whatever their ids', () => {
    for (const id of ['A', 'Z']) {
      const firm = { ...statute, id };
      expect(weigh([b1, firm])).toEqual({ bases: [id], revocable: false });
      expect(weigh([firm, b1])).toEqual({ bases: [id], revocable: false });
    }
  });

  it('of those alike the first by id is used, in whatever order they come', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((id) => ({ ...b1, id }));
    for (const bases of [
      [a!, b!, c!],
      [c!, b!, a!],
      [b!, c!, a!],
    ])
      expect(weigh(bases)).toEqual({ bases: ['A'], revocable: true });
  });

  it('one that covers is used though another does not', () => {
    const withdrawn = { ...b1, id: 'A', ended: 'withdrawn' };
    expect(weigh([withdrawn, b1])).toEqual(onB1);
  });

  it('each person may have another; it can be revoked where one of them can', () => {
    const forMaja = { ...statute, coverage: covering([maja]) };
    const forOthers = { ...b1, coverage: covering([jonas, alma]) };
    expect(weigh([forMaja, forOthers])).toEqual({ bases: ['S', 'B1'], revocable: true });
    expect(weigh([forMaja])).toEqual(none);
  });

  it('the first reason on the page is told, of all persons and all bases', () => {
    const ended = { ...b1, ended: 'ended', coverage: covering([maja]) };
    const expired = { ...b1, id: 'B2', to: '2026-10-05', coverage: covering([maja, jonas]) };
    expect(weigh([expired])).toEqual({ reason: 'basis-expired' });
    expect(weigh([expired, ended])).toEqual({ reason: 'basis-ended' });
  });
});
