import { readFileSync } from 'node:fs';
import { getGroundRules, groundRulesFile, loadGroundRules, valueOn } from './ground-rules.js';
import { InvalidDefinition } from './invalid-definition.js';

const file = 'ground-rules.yaml';
const own = readFileSync(groundRulesFile, 'utf8');
const problemsOf = (text: string) => {
  try {
    loadGroundRules(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    return error.problems;
  }
};

it('a ground rule has the value of the day', () => {
  const rules = loadGroundRules(
    own.replace(
      'majority: [{ validFrom: 2025-01-01, value: 18 }]',
      'majority: [{ validFrom: 2025-01-01, value: 18 }, { validFrom: 2030-01-01, value: 17 }]',
    ),
    file,
  );
  expect(['2024-12-31', '2029-12-31', '2030-01-01'].map((on) => valueOn(rules.ages.majority, on))).toEqual([
    18, 18, 17,
  ]);
  expect(valueOn(getGroundRules().token.minutes, '2026-10-05')).toBe(5);
});

it.each([
  ['required', 'linkCode.attempts', '  attempts: [{ validFrom: 2025-01-01, value: 5 }]', '', 'linkCode:'],
  ['unknown', 'ages.drinking', '  ownAccess:', '  drinking: 16 #!\n  ownAccess:', '#!'],
  ['too-big', 'samples.share.0.value', 'value: 0.01', 'value: 1.5', 'value: 1.5'],
  [
    'type',
    'clearance.days.0.value',
    'days: [{ validFrom: 2025-01-01, value: 90 }]\ndeferral',
    'days: [{ validFrom: 2025-01-01, value: long }]\ndeferral',
    'long',
  ],
  [
    'format',
    'token.minutes.0.validFrom',
    'minutes: [{ validFrom: 2025-01-01, value: 5 }]',
    'minutes: [{ validFrom: 1/1 2025, value: 5 }]',
    '1/1',
  ],
  [
    'not-ascending',
    'renewal.noticeDays.1.validFrom',
    'value: 30 }]\nlookUps',
    'value: 30 }, { validFrom: 2024-01-01, value: 20 }]\nlookUps',
    '2024',
  ],
  ['yaml', '', 'ages:', 'ages: a: b #!', '#!'],
])('a mistake is named with its file, line and rule: %s %s', (rule, field, right, wrong, named) => {
  const text = own.replace(right, () => wrong);
  expect(text).not.toBe(own);
  const line = text.split('\n').findIndex((each) => each.includes(named)) + 1;
  expect(problemsOf(text)).toContainEqual(expect.objectContaining({ file, line, rule, field }));
});
