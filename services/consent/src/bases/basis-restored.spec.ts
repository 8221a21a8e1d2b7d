import { change } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import type { FoundBasis } from '../restored/taken.js';
import { BasisGiver } from './basis-giver.js';
import { Basis } from './basis.js';
import type { Kind } from './who-records.js';

const municipality = municipalityCode('0450');
const [then, now] = [new Date('2026-10-01T08:00:00Z'), new Date('2026-10-05T10:00:00Z')];
const by = { sub: 'somebody', unit: 'visitation', function: 'triager' };
const giver = (personId: string): BasisGiver =>
  BasisGiver.of({
    municipality,
    basisId: 'basis',
    personId,
    how: 'spoken',
    givenOn: '2026-09-03',
    evidence: Buffer.from('sealed'),
    recordedAt: then,
    by,
  });
const basis = (kind: Kind = 'consent', changes: Partial<Basis> = {}): Basis =>
  change(new Basis(), {
    municipality,
    id: 'basis',
    kind,
    persons: ['maja', 'jonas'],
    validFrom: '2026-09-03',
    validTo: '2027-09-03',
    ended: null,
    endedAt: null,
    version: 4,
    entryVersion: 2,
    givers: kind === 'consent' ? [giver('maja'), giver('jonas')] : [],
    ...changes,
  });
const found = (changes: Partial<FoundBasis> = {}): FoundBasis => ({
  basis: 'basis',
  ended: null,
  endedAt: null,
  validTo: null,
  givers: [],
  ...changes,
});
const left = ({ givers }: Basis) => givers.filter(({ withdrawn }) => !withdrawn).map(({ personId }) => personId);

describe('what of a basis was taken away', () => {
  it('is nothing of one that stands but its end', () => {
    expect(basis().taken).toEqual({ basis: 'basis', ended: null, endedAt: null, validTo: '2027-09-03', givers: [] });
    expect(basis('statute', { validTo: null }).taken.validTo).toBeNull();
  });

  it('is who took it back, and how and when it ended', () => {
    const made = basis();
    made.withdraw(['jonas'], then, 'somebody');
    expect(made.taken).toMatchObject({ ended: null, endedAt: null, givers: ['jonas'] });
    made.withdraw(['maja'], then, 'somebody');
    expect(made.taken).toMatchObject({
      ended: 'withdrawn',
      endedAt: '2026-10-01T08:00:00.000Z',
      givers: ['maja', 'jonas'],
    });
  });
});

describe('a basis of a register that was restored from before something was taken away', () => {
  it('gives up nothing where nothing was', () => {
    const made = basis();
    expect([made.takeBack(found(), now), made.takeBack(found({ validTo: '2027-09-03' }), now)]).toEqual([false, false]);
    expect([left(made), made.ended, made.validTo]).toEqual([['maja', 'jonas'], null, '2027-09-03']);
  });

  it('is taken back by those who took it back, once, as the restoration’s own act', () => {
    const made = basis();
    expect([1, 2].map(() => made.takeBack(found({ givers: ['jonas', 'stranger'] }), now))).toEqual([true, false]);
    expect([left(made), made.ended]).toEqual([['maja'], null]);
    expect(made.givers[1]).toMatchObject({ withdrawnAt: now, withdrawnBy: 'restored' });
  });

  it('that was withdrawn is so again, of everybody and at the time it was', () => {
    const made = basis();
    expect(made.takeBack(found({ ended: 'withdrawn', endedAt: then.toISOString() }), now)).toBe(true);
    expect([left(made), made.ended, made.endedAt]).toEqual([[], 'withdrawn', then]);
    expect(made.givers[0]?.withdrawnAt).toEqual(then);
  });

  it('loses everybody’s where it is known whom it covers no more, and not who took it back', () => {
    const covered = { personId: 'maja', state: 'covered', from: '2026-09-03', to: null } as const;
    const made = basis('consent', { coverage: [covered] });
    expect(made.takeBack(found({ withdrawn: ['maja'] }), now)).toBe(true);
    expect([left(made), made.ended]).toEqual([[], 'withdrawn']);
    const gone = { ...covered, state: 'withdrawn' } as const;
    const another = { ...gone, personId: 'jonas' };
    const known = basis('consent', { coverage: [covered, gone] });
    expect(known.takeBack(found({ withdrawn: ['maja'] }), now)).toBe(false);
    expect(left(known)).toEqual(['maja', 'jonas']);
    expect(basis('consent', { coverage: [covered, another] }).takeBack(found({ withdrawn: ['maja'] }), now)).toBe(true);
  });

  it('ends as it ended, and then stays so', () => {
    for (const ended of ['ended', 'used-up'] as const) {
      const made = basis('single-exchange');
      expect(made.takeBack(found({ ended, endedAt: then.toISOString() }), now)).toBe(true);
      expect([made.ended, made.endedAt]).toEqual([ended, then]);
      expect(made.takeBack(found({ ended: 'withdrawn' }), now)).toBe(false);
      expect(made.ended).toBe(ended);
    }
    const made = basis('statute');
    made.takeBack(found({ ended: 'ended' }), now);
    expect(made.endedAt).toBe(now);
  });

  it('ends no later than it was shortened to', () => {
    const made = basis('single-exchange');
    expect(made.takeBack(found({ validTo: '2026-10-20' }), now)).toBe(true);
    expect(made.validTo).toBe('2026-10-20');
    expect(made.takeBack(found({ validTo: '2026-12-01' }), now)).toBe(false);
    expect(made.validTo).toBe('2026-10-20');
    const open = basis('statute', { validTo: null });
    expect([open.shorten('2026-10-20'), open.validTo]).toEqual([true, '2026-10-20']);
    expect(open.shorten('2026-10-20')).toBe(false);
  });
});
