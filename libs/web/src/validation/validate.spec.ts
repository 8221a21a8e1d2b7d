import { Cpr, DomainError } from '@helhed/kernel';
import fc from 'fast-check';
import { z } from 'zod';
import { atMostFields, parsed, rule } from './rules.js';
import { validate } from './validate.js';

const member = z.strictObject({
  name: z.string().min(1).max(80),
  cpr: parsed(Cpr.parse).optional(),
  role: z.enum(['parent', 'child']),
});
const schema = z.strictObject({
  programme: z.string().regex(/^[a-z-]+$/),
  on: z.iso.date(),
  places: z.int().min(1).max(6),
  members: z.array(member).min(1).max(3),
  how: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('phone'), number: z.string() }),
    z.strictObject({ kind: z.literal('meeting') }),
  ]),
  tags: z.record(z.string(), z.number()).optional(),
  counts: atMostFields(3, z.record(z.string(), z.number())).optional(),
  address: z.union([z.string(), z.strictObject({ street: z.string() })]).optional(),
  note: z
    .string()
    .refine((text) => text !== 'no', rule('not-no', 'Skriv mere.', 'Write more.'))
    .optional(),
});
const good = {
  programme: 'familiestue',
  on: '2026-01-01',
  places: 4,
  members: [{ name: 'A', role: 'child' }],
  how: { kind: 'meeting' },
};

function refused(value: unknown): DomainError {
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const faults = (value: unknown): string[] => refused(value).fields.map(({ field, rule: name }) => `${field} ${name}`);

describe('validation', () => {
  it('gives the value as the schema makes it', () => {
    const withCpr = { ...good, members: [{ name: 'A', role: 'child', cpr: '710101-4444' }] };
    expect(validate(schema, withCpr).members[0]?.cpr).toBeInstanceOf(Cpr);
  });

  it.each<[string, object, string[]]>([
    ['a missing field', { programme: undefined }, ['programme required']],
    ['a wrong type', { places: 'four' }, ['places type']],
    ['half a place', { places: 2.5 }, ['places type']],
    ['too many', { places: 7 }, ['places too-big']],
    ['too few', { members: [] }, ['members too-small']],
    ['a pattern not followed', { programme: 'Fam 1' }, ['programme format']],
    ['a date that does not exist', { on: '2026-02-30' }, ['on format']],
    ['an unknown field', { colour: 'red' }, ['colour unknown']],
    ['an unknown field deep down', { members: [{ name: 'A', role: 'child', age: 3 }] }, ['members.0.age unknown']],
    ['a value outside the list', { members: [{ name: 'A', role: 'uncle' }] }, ['members.0.role not-one-of']],
    [
      'a CPR number that is none',
      { members: [{ name: 'A', role: 'child', cpr: '12' }] },
      ['members.0.cpr cpr-invalid'],
    ],
    ['an unknown variant', { how: { kind: 'letter' } }, ['how.kind shape']],
    ['a variant’s missing field', { how: { kind: 'phone' } }, ['how.number required']],
    ['the nearest of several shapes', { address: { road: 'x' } }, ['address type']],
    ['a rule of its own', { note: 'no' }, ['note not-no']],
    ['a key that may be a name', { tags: { 'Grethe Holm': 'x' } }, ['tags.* type']],
    ['a key that holds a CPR number', { tags: { a6101901234: 'x' } }, ['tags.* type']],
    [
      'more names than there may be',
      { counts: Object.fromEntries([1, 2, 3, 4].map((n) => [n, 'x'])) },
      ['counts too-big'],
    ],
  ])('names the field and the rule: %s', (_what, change, expected) => {
    expect(faults({ ...good, ...change }).slice(0, expected.length)).toEqual(expected);
  });

  it('says each fault in Danish and English', () => {
    const [fault] = refused({ ...good, places: 7 }).fields;
    expect(fault?.message).toEqual({ da: 'Højst 6.', en: 'At most 6.' });
  });

  it('never repeats what was sent', () => {
    const secret = fc
      .string({ minLength: 9 })
      .filter((text) => !JSON.stringify(good).includes(text))
      .map((text) => `<${text}>`);
    const places = ['programme', 'on', 'places', 'members', 'how', 'tags', 'address'];
    fc.assert(
      fc.property(secret, fc.constantFrom(...places), (text, place) => {
        for (const value of [text, [text], { [text]: text }, [{ name: text, [text]: text, cpr: text }]]) {
          const { fields, detail } = refused({ ...good, [place]: value, [text]: text });
          expect(JSON.stringify([fields, detail])).not.toContain(JSON.stringify(text).slice(1, -1));
        }
      }),
    );
  });

  it('lists twenty faults at most', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`x${n}`, n]));
    expect(faults({ ...good, ...many })).toHaveLength(20);
  });
});
