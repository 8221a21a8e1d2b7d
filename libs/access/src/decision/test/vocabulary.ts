import fc from 'fast-check';

/** Today of every generated world; the days before and after it are few, so that periods meet it. */
export const today = '2026-10-05';
const [longAgo, yesterday, tomorrow, later] = ['2026-09-01', '2026-10-04', '2026-10-06', '2026-11-01'];
export const days = { longAgo, yesterday, tomorrow, later } as const;

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const persons = [1, 2, 3, 4].map(uuid);
export const familyIds = [uuid(101), uuid(102)];
export const unitCodes = ['city', 'school', 'day-care', 'visitation', 'clinic'] as const;

/** What each function is for, and the relation that it has of its own. */
export const functions = {
  triager: ['triage', 'triage'],
  pedagogue: ['outcome-to-sender', 'sender'],
  'group-leader': ['course', 'group'],
  'family-coordinator': ['coordination', 'coordinator'],
  teacher: ['cooperation', 'partner'],
  'contact-pedagogue': ['cooperation', 'institution'],
  'health-visitor': ['follow-up', 'follow-up'],
  psychologist: ['observation', 'observer'],
  'programme-lead': ['programme-management', 'lead'],
} as const;

/** Who asks, in the worlds. */
export interface Acting {
  readonly kind: 'person' | 'citizen' | 'function-in-unit';
  readonly sub: string;
  readonly unit: string;
  readonly function: keyof typeof functions;
}

/** The first far more often than the others: a decision needs many things to fit at once. */
export const mostly = <T>(first: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(first) }, ...others.map((other) => fc.constant(other)));
export const some = <T>(...of: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...of], { minLength: 1 });

export const period = fc.record({
  from: mostly<string>(longAgo, yesterday, today, tomorrow),
  to: mostly<string | null>(null, later, tomorrow, today),
});
export const unit = fc.constantFrom<string>(...unitCodes.slice(0, 3));
export const programme = mostly('course', 'house');
export const familyId = fc.constantFrom(...familyIds);
export const sub = fc.constantFrom('frida', 'gitte');
export const categories = some('referral-outcome', 'family-structure', 'identity');
