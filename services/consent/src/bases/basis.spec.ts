import { randomBytes } from 'node:crypto';
import { change, PersonalData } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import type { CoverageFacts } from '../cover/coverage.js';
import { BasisGiver, evidenceOf } from './basis-giver.js';
import { Basis } from './basis.js';
import type { Kind } from './who-records.js';

const key = () => randomBytes(32).toString('base64');
const data = new PersonalData({ current: 'k1', keys: { k1: key() }, index: key() });
const municipality = municipalityCode('0450');
const at = new Date('2026-10-05T10:00:00Z');
const by = { sub: 'somebody', unit: 'visitation', function: 'triager' };
const evidence = data.encrypt(municipality, evidenceOf('basis'), 'Journalnotat 2026-417');
const giver = (personId: string): BasisGiver =>
  BasisGiver.of({
    municipality,
    basisId: 'basis',
    personId,
    how: 'spoken',
    givenOn: '2026-09-03',
    evidence,
    recordedAt: at,
    by,
  });
const basis = (kind: Kind = 'consent', changes: Partial<Basis> = {}): Basis =>
  change(new Basis(), {
    municipality,
    id: 'basis',
    familyId: 'family',
    programme: 'nyborg-familiestue',
    kind,
    layer: 'disclosure',
    paragraph: null,
    purpose: 'cooperation',
    categories: ['identity'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    persons: ['maja', 'jonas'],
    leftOut: [],
    meeting: null,
    validFrom: '2026-09-03',
    validTo: '2027-09-03',
    ended: null,
    endedAt: null,
    recordedAt: at,
    version: 1,
    entryVersion: 1,
    givers: kind === 'consent' ? [giver('maja'), giver('jonas')] : [],
    ...changes,
  });

const today = '2026-10-05';
const states = {
  'not yet valid': {},
  'in force': {},
  expired: { validTo: '2026-10-05' },
  withdrawn: { ended: 'withdrawn', endedAt: at },
  ended: { ended: 'ended', endedAt: at },
  'used up': { ended: 'used-up', endedAt: at },
} as const satisfies Record<string, Partial<Basis>>;
type State = keyof typeof states;

const inState = (kind: Kind, state: State): Basis => {
  const made = basis(kind, { ...states[state], ...(state === 'not yet valid' ? { validFrom: '2026-10-06' } : {}) });
  if (state === 'withdrawn') made.withdraw(['maja', 'jonas'], at, 'somebody');
  return made;
};
const commands = {
  withdraw: (made: Basis) => made.withdraw(['maja'], at, 'somebody'),
  'add consent': (made: Basis) => made.addConsent([giver('grandmother')], today).length > 0,
  end: (made: Basis) => {
    made.end(at, today);
    return true;
  },
  'use up': (made: Basis) => made.useUp(at),
} as const;
type Command = keyof typeof commands;

/** true: it changes something; false: nothing, and the answer is the same; else why it is refused. */
const expected = (kind: Kind, state: State, command: Command): boolean | string => {
  if (command === 'use up') return state === 'in force' || state === 'not yet valid' || state === 'expired';
  if (command === 'end') {
    if (kind === 'consent') return 'is-a-consent';
    return state === 'in force' || state === 'not yet valid' ? true : 'basis-over';
  }
  if (kind !== 'consent') return 'not-a-consent';
  if (command === 'withdraw') return state !== 'withdrawn';
  return state === 'in force' || state === 'not yet valid' ? true : 'basis-over';
};

const kinds: Kind[] = ['consent', 'statute', 'single-exchange', 'vital-interest'];
const possible = (kind: Kind, state: State): boolean => {
  if (state === 'withdrawn') return kind === 'consent';
  if (state === 'used up') return kind === 'single-exchange';
  return state !== 'ended' || kind !== 'consent';
};
const table = kinds.flatMap((kind) =>
  (Object.keys(states) as State[])
    .filter((state) => possible(kind, state))
    .flatMap((state) => (Object.keys(commands) as Command[]).map((command) => [kind, state, command] as const)),
);

describe('a basis in each state, under each command', () => {
  it.each(table.map((each) => [...each, expected(...each)] as const))(
    '%s, %s: %s is %s',
    (kind, state, command, outcome) => {
      const made = inState(kind, state);
      if (typeof outcome === 'boolean') expect(commands[command](made)).toBe(outcome);
      else expect(() => commands[command](made)).toThrow(expect.objectContaining({ problem: outcome }));
    },
  );

  it('ends once: what it ended by stays', () => {
    const made = inState('single-exchange', 'ended');
    expect([made.useUp(at), made.shorten('2026-10-06'), made.ended]).toEqual([false, false, 'ended']);
  });
});

describe('a withdrawal', () => {
  it('is by giver: of one it leaves the others’, and of the last it withdraws the basis', () => {
    const made = basis();
    expect(made.withdraw(['maja'], at, 'somebody')).toBe(true);
    expect([made.ended, made.givers.map(({ withdrawn }) => withdrawn)]).toEqual([null, [true, false]]);
    expect(made.withdraw(['jonas'], at, 'somebody')).toBe(true);
    expect([made.ended, made.endedAt]).toEqual(['withdrawn', at]);
  });

  it('is final: asked again it changes nothing, and whoever took it back cannot be added', () => {
    const made = basis();
    made.withdraw(['maja'], at, 'somebody');
    const later = new Date('2026-10-06T10:00:00Z');
    expect(made.withdraw(['maja'], later, 'another')).toBe(false);
    expect([made.givers[0]?.withdrawnAt, made.givers[0]?.withdrawnBy]).toEqual([at, 'somebody']);
    expect(() => made.addConsent([giver('maja')], today)).toThrow(
      expect.objectContaining({ problem: 'consent-withdrawn' }),
    );
  });

  it('by somebody who did not give it is refused whole, naming who', () => {
    const made = basis();
    expect(() => made.withdraw(['maja', 'grandmother'], at, 'somebody')).toThrow(
      expect.objectContaining({ problem: 'not-a-giver', fields: [{ field: 'givers.1', rule: 'not-a-giver' }] }),
    );
    expect(made.givers.some(({ withdrawn }) => withdrawn)).toBe(false);
  });
});

describe('a basis', () => {
  const facts: CoverageFacts = {
    people: new Map(['maja', 'jonas'].map((id) => [id, { adult: true, turns: [], custody: [], households: [] }])),
    versions: [
      {
        version: 1,
        validFrom: '2025-01-01',
        purposes: { cooperation: { rules: [{ validFrom: '2025-01-01', consentOf: 'own' }] } },
      },
    ],
    majority: [{ validFrom: '2025-01-01', value: 18 }],
  };

  it('takes a consent that was added once', () => {
    const made = basis();
    expect(made.addConsent([giver('maja'), giver('grandmother')], today).map(({ personId }) => personId)).toEqual([
      'grandmother',
    ]);
    expect(made.givers.map(({ personId }) => personId)).toEqual(['maja', 'jonas', 'grandmother']);
  });

  it('says whether it covers others than before, from the day it was recorded or begins on', () => {
    const made = basis('consent', { validFrom: '2026-12-01' });
    expect([made.cover(facts), made.cover(facts)]).toEqual([true, false]);
    expect(made.coverage.map(({ personId, state, from, to }) => [personId, state, from, to])).toEqual([
      ['jonas', 'covered', '2026-10-05', null],
      ['maja', 'covered', '2026-10-05', null],
    ]);
    made.withdraw(['jonas'], at, 'somebody');
    expect([made.cover(facts), made.coverage.map(({ state }) => state)]).toEqual([true, ['withdrawn', 'covered']]);
  });

  it('keeps where its evidence is to itself, encrypted', () => {
    const made = basis();
    made.cover(facts);
    expect(evidence.toString('latin1')).not.toContain('Journalnotat');
    expect(made.givers[0]?.openEvidence(data)).toBe('Journalnotat 2026-417');
    expect(JSON.stringify([made.recorded(3, today), made.changed(4, true, today)])).not.toMatch(
      /evidence|spoken|giver/,
    );
    expect([made.recorded(3, today), made.changed(4, true, today)]).toMatchObject([
      { epoch: 3, meeting: null },
      { epoch: 4, raised: true, ended: null },
    ]);
  });

  it('is ended, and used up, as what it was and when', () => {
    const [ended, usedUp] = [basis('statute'), basis('single-exchange')];
    ended.end(at, today);
    expect([ended.ended, ended.endedAt]).toEqual(['ended', at]);
    expect([usedUp.useUp(at), usedUp.ended, usedUp.endedAt]).toEqual([true, 'used-up', at]);
    expect(usedUp.useUp(new Date('2026-11-05T10:00:00Z'))).toBe(false);
    expect(usedUp.endedAt).toEqual(at);
  });

  it('takes no consent of somebody who took it back, also beside others', () => {
    const made = basis();
    made.withdraw(['maja'], at, 'somebody');
    expect(() => made.addConsent([giver('grandmother'), giver('maja')], today)).toThrow();
    expect(made.givers.map(({ personId }) => personId)).toEqual(['maja', 'jonas']);
  });

  it('shortens, and never lengthens', () => {
    const made = basis('single-exchange');
    expect([made.shorten('2026-10-20'), made.shorten('2026-11-20'), made.validTo]).toEqual([true, false, '2026-10-20']);
  });
});
