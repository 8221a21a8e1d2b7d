import { randomBytes } from 'node:crypto';
import { change, PersonalData } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { evidenceOf } from './basis-giver.js';
import { Basis } from './basis.js';

const municipality = municipalityCode('0450');
const at = new Date('2026-10-05T10:00:00Z');
const told = {
  familyId: 'family',
  programme: 'nyborg-familiestue',
  kind: 'vital-interest',
  layer: 'disclosure',
  purpose: 'cooperation',
  categories: ['identity'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
  persons: ['maja'],
  meeting: 'meeting',
  validFrom: '2026-09-03',
} as const;
const basis = (changes: Partial<Basis> = {}): Basis =>
  change(new Basis(), {
    ...told,
    categories: [...told.categories],
    persons: [...told.persons],
    municipality,
    id: 'basis',
    paragraph: '§ 1',
    evidence: null,
    validTo: null,
    ended: null,
    endedAt: null,
    recordedAt: at,
    recordedBy: 'somebody',
    version: 4,
    entryVersion: 2,
    coverage: [
      { personId: 'maja', state: 'covered', from: '2026-09-03', to: '2026-10-10' },
      { personId: 'maja', state: 'incomplete', from: '2026-10-10', to: null },
    ],
    ...changes,
  });
const coverage = basis().coverage;

describe('what the others are told of a basis', () => {
  it('when it is recorded is all that a decision rests on, and nothing of why or by whom', () => {
    expect(basis().recorded(3, '2026-10-05')).toEqual({ basisId: 'basis', ...told, validTo: null, coverage, epoch: 3 });
  });

  it('when it changes is how it stands, and whether that raised the epoch', () => {
    const change = { basisId: 'basis', familyId: 'family', validTo: null, coverage };
    expect(basis().changed(4, true, '2026-10-05')).toEqual({
      ...change,
      ended: null,
      endedAt: null,
      epoch: 4,
      raised: true,
    });
    expect(basis({ ended: 'ended', endedAt: at }).changed(5, false, '2026-10-05')).toEqual({
      ...change,
      ended: 'ended',
      endedAt: '2026-10-05T10:00:00.000Z',
      epoch: 5,
      raised: false,
    });
  });
});

describe('a basis counts', () => {
  it('every change, and apart from them what was done to it', () => {
    const made = basis();
    made.count(false);
    expect([made.version, made.entryVersion]).toEqual([5, 2]);
    made.count(true);
    expect([made.version, made.entryVersion]).toEqual([6, 3]);
  });
});

describe('the evidence of a basis', () => {
  const key = () => randomBytes(32).toString('base64');
  const data = new PersonalData({ current: 'k1', keys: { k1: key() }, index: key() });

  it('opens in the row that it is of, and in no other; where there is none there is none', () => {
    const evidence = data.encrypt(municipality, evidenceOf('basis'), 'Journalnotat 2026-417');
    expect(basis({ evidence }).openEvidence(data)).toBe('Journalnotat 2026-417');
    expect(() => basis({ evidence, id: 'another' }).openEvidence(data)).toThrow();
    expect(basis().openEvidence(data)).toBeNull();
  });
});

describe('a basis is over', () => {
  it.each([
    [{ validTo: '2026-10-05' }, true],
    [{ validTo: '2026-10-06' }, false],
    [{ validTo: null }, false],
    [{ ended: 'used-up' }, true],
  ] as const)('on the 5th, with %j: %s', (changes, over) => expect(basis(changes).isOver('2026-10-05')).toBe(over));
});

describe('whom a basis covers', () => {
  const facts = { people: new Map(), versions: [], majority: [] };
  const since = (validFrom: string, recordedAt: string) => {
    const made = basis({ validFrom, recordedAt: new Date(recordedAt), coverage: [] });
    expect(made.cover(facts)).toBe(true);
    expect(made.cover(facts)).toBe(false);
    return made.coverage.map(({ from }) => from);
  };

  it('is known from the day it begins or was recorded on in Denmark, whichever is first', () => {
    expect(since('2026-09-03', '2026-10-05T10:00:00Z')).toEqual(['2026-09-03']);
    expect(since('2026-12-01', '2026-10-05T10:00:00Z')).toEqual(['2026-10-05']);
    expect(since('2026-12-01', '2026-10-05T22:30:00Z')).toEqual(['2026-10-06']);
  });
});
