import { Decision, type DecidedSection } from './decision.js';

const by = { relation: 'partner', bases: ['B1'] } as const;
const firm: DecidedSection = {
  ...by,
  name: 'plan',
  category: 'plan',
  of: null,
  person: null,
  shown: true,
  revocable: false,
};
const seat: DecidedSection = {
  ...firm,
  name: 'group.seat',
  category: 'appointments',
  of: 'seat-1',
  bases: ['B2', 'B1'],
};
const enrolled: DecidedSection = {
  ...firm,
  name: 'enrolment',
  category: 'enrolment',
  of: 'enrolment-1',
  person: 'alma',
  revocable: true,
};
const identity: DecidedSection = { ...enrolled, name: 'family.identity', category: 'identity', of: 'alma' };
const custody: DecidedSection = {
  name: 'family.custody',
  category: 'custody',
  of: 'alma',
  person: 'alma',
  shown: false,
  reason: 'no-basis',
};
const address: DecidedSection = { ...custody, name: 'family.address', category: 'address', of: 'h1', person: null };
const decision = (...sections: DecidedSection[]) =>
  new Decision({ relations: ['partner'], barred: undefined, sections, epoch: 7 });

describe('a decision', () => {
  it('is of what is reached: by a relation, and not barred', () => {
    const reached = (relations: Decision['relations'], barred?: Decision['barred']) =>
      new Decision({ relations, barred, sections: [], epoch: 0 }).isReached;
    expect([reached(['partner']), reached([]), reached(['partner'], 'own-record')]).toEqual([true, false, false]);
  });

  it('shows a section of whom it shows it of, and of nobody else', () => {
    const read = decision(seat, custody, firm);
    expect([read.shows('group.seat', 'seat-1'), read.shows('plan')]).toEqual([true, true]);
    expect(read.shows('group.seat', 'seat-2')).toBe(false);
    expect(read.shows('group.seat')).toBe(false);
    expect(read.shows('plan', 'seat-1')).toBe(false);
    expect(read.shows('family.custody', 'alma')).toBe(false);
  });

  it('needs a lease where something in it can be revoked, however little (A-LEA-01)', () => {
    expect(decision(firm, enrolled, seat).isRevocable).toBe(true);
    expect(decision(firm, seat, custody).isRevocable).toBe(false);
    expect(decision().isRevocable).toBe(false);
  });

  it('names the categories and the bases of what it shows, each once', () => {
    const read = decision(firm, custody, seat, { ...seat, of: 'seat-2', bases: ['B3'] });
    expect(read.categories).toEqual(['plan', 'appointments']);
    expect(read.bases).toEqual(['B1', 'B2', 'B3']);
  });

  it('names what it withholds, why, and whose it is where that is one member’s, each once', () => {
    expect(decision(firm, custody, custody, address).withheld).toEqual([
      { category: 'custody', reason: 'no-basis', person: 'alma' },
      { category: 'address', reason: 'no-basis' },
    ]);
    expect(decision(address).withheld[0]).not.toHaveProperty('person');
  });
});

describe('a command’s answer without a lease (docs/access.md, A-LEA-01)', () => {
  const read = decision(firm, enrolled, identity, custody);
  const without = read.withoutRevocable();

  it('shows what stays, and withholds what was withheld for the same reason as before', () => {
    expect([without.sections[0], without.sections[3]]).toEqual([firm, custody]);
    expect([without.relations, without.barred, without.epoch]).toEqual([['partner'], undefined, 7]);
    expect(without.isRevocable).toBe(false);
  });

  it('withholds what can be revoked: of whom, but not what tells who is in the family (A-SEC-06)', () => {
    const unavailable = { shown: false, reason: 'consent-unavailable' };
    expect(without.sections.slice(1, 3)).toEqual([
      { name: 'enrolment', category: 'enrolment', of: 'enrolment-1', person: 'alma', ...unavailable },
      { name: 'family.identity', category: 'identity', of: null, person: null, ...unavailable },
    ]);
  });
});
