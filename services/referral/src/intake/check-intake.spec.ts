import { fakeCpr, realLookingCpr } from '@helhed/testing';
import { body, submission, type Wish } from '../../test/submission.js';
import { ReceiveReferral } from '../referrals/receive-referral.dto.js';
import { checkIntake } from './check-intake.js';
import type { Intake } from './intake.dto.js';

const today = '2026-11-05';
const [anna, bo, clara, dan] = body().members as [Member, Member, Member, Member];
type Member = NonNullable<Wish['members']>[number];

function errorsOf(wish: Wish): [string, string][] {
  const intake: Intake = submission(wish);
  try {
    checkIntake(intake, today);
    return [];
  } catch (error) {
    return (error as { fields: { field: string; rule: string }[] }).fields.map(({ field, rule }) => [field, rule]);
  }
}

describe('an intake', () => {
  it('that fits together is taken', () => expect(errorsOf({})).toEqual([]));

  const cpr = fakeCpr({ birthDate: '2021-05-01' });
  it.each<[string, Wish, [string, string][]]>([
    [
      'an unknown household',
      { members: [anna, { ...bo, household: 'home-9' }] },
      [['members.1.household', 'unknown-household']],
    ],
    [
      'one of two households unknown',
      { members: [anna, bo, { ...clara, household: ['home-1', 'x'] }] },
      [['members.2.household', 'unknown-household']],
    ],
    [
      'a ref twice',
      { members: [anna, { ...bo, ref: 'parent-1' }], parentsPart: [] },
      [['members.1.ref', 'duplicate-ref']],
    ],
    [
      "a household's ref for a person",
      { members: [anna, { ...bo, ref: 'home-1' }], parentsPart: [] },
      [['members.1.ref', 'duplicate-ref']],
    ],
    [
      'custody of a parent',
      { members: [{ ...anna, custody: ['parent-2'] }, bo] },
      [['members.0.custody', 'only-for-children']],
    ],
    [
      'custody by nobody known',
      { members: [anna, bo, { ...dan, custody: ['granny'] }] },
      [['members.2.custody.0', 'unknown-member']],
    ],
    [
      'one CPR number for two',
      { members: [anna, bo, { ...clara, cpr }, { ...dan, birthDate: undefined, cpr }] },
      [['members.3.cpr', 'duplicate-cpr']],
    ],
    [
      'another birth date than the number says',
      { members: [anna, bo, { ...dan, cpr }] },
      [['members.2.birthDate', 'birth-date-differs']],
    ],
    [
      'a birth date to come',
      { members: [anna, bo, { ...dan, birthDate: '2026-11-06' }] },
      [['members.2.birthDate', 'in-future']],
    ],
    [
      'a part of a child',
      { parentsPart: [{ parent: 'child-1', how: 'phone', on: today, agreed: true }] },
      [['parentsPart.0.parent', 'not-a-parent']],
    ],
    [
      'a part in the future',
      { parentsPart: [{ parent: 'parent-1', how: 'phone', on: '2026-11-06', agreed: true }] },
      [['parentsPart.0.on', 'in-future']],
    ],
    [
      'two parts of one parent',
      {
        parentsPart: ['meeting', 'phone'].map((how) => ({
          parent: 'parent-1',
          how: how as 'phone',
          on: today,
          agreed: true,
        })),
      },
      [['parentsPart.1.parent', 'duplicate-ref']],
    ],
  ])('with %s is refused', (_, wish, errors) => expect(errorsOf(wish)).toEqual(errors));

  it('with several mistakes is told all of them', () => {
    expect(
      errorsOf({
        members: [
          { ...anna, household: 'x' },
          { ...bo, ref: 'parent-1', household: 'y' },
        ],
        parentsPart: [],
      }),
    ).toHaveLength(3);
  });
});

describe("a submission's shape", () => {
  const rulesOf = (wish: object) =>
    (ReceiveReferral.safeParse({ ...body(), ...wish }).error?.issues ?? []).map(({ path, code, ...issue }) => [
      path.join('.'),
      code === 'custom' ? (issue as { params?: { rule?: string } }).params?.rule : code,
    ]);
  const shaped = fakeCpr();
  const withNought = realLookingCpr({ birthDate: '1990-03-04' });

  it.each<[string, object, [string, string][]]>([
    ['an unknown field', { urgent: true }, [['', 'unrecognized_keys']]],
    ['a number that is a person’s', { senderReference: `ref ${shaped}` }, [['senderReference', 'holds-cpr']]],
    ['a ref that is a person’s number', { members: [{ ...anna, ref: shaped }] }, [['members.0.ref', 'holds-cpr']]],
    [
      'a number that is a person’s, with a space',
      { senderReference: `ref ${shaped.slice(0, 6)} ${shaped.slice(6)}` },
      [['senderReference', 'holds-cpr']],
    ],
    ['a programme that is one', { programme: `p-${shaped}` }, [['programme', 'holds-cpr']]],
    ['a unit that is one', { referringUnit: shaped }, [['referringUnit', 'holds-cpr']]],
    [
      'a fact that is one',
      { facts: { age: Number(fakeCpr({ birthDate: '1990-03-14' })) } },
      [['facts.age', 'holds-cpr']],
    ],
    ['a fact that is one without its nought', { facts: { age: Number(withNought) } }, [['facts.age', 'holds-cpr']]],
    [
      'more facts than any programme asks for',
      { facts: Object.fromEntries(Array.from({ length: 51 }, (__, n) => [`fact${n}`, 'x'])) },
      [['facts', 'too_big']],
    ],
    ['no CPR number', { members: [{ ...anna, cpr: '9999999999' }] }, [['members.0.cpr', 'cpr-invalid']]],
    ['no members', { members: [] }, [['members', 'too_small']]],
    ['an empty reason', { reason: ' \n ' }, [['reason', 'too_small']]],
    ['a null character', { reason: 'a\u0000b' }, [['reason', 'format']]],
    ['a household without a ref', { households: [{ address: 'x' }] }, [['households.0.ref', 'invalid_type']]],
  ])('with %s is refused', (_, wish, rules) => expect(rulesOf(wish)).toEqual(rules));

  it('takes a number with its hyphen, and a reference of many digits', () => {
    const hyphened = `${shaped.slice(0, 6)}-${shaped.slice(6)}`;
    const read = ReceiveReferral.parse({
      ...body(),
      senderReference: `2026${shaped}7`,
      members: [{ ...anna, cpr: hyphened }],
    });
    expect(read.members[0]?.cpr).toBe(shaped);
  });
});
