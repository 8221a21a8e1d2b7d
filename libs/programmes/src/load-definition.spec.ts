import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionRules } from '@helhed/contracts';
import { fileRules, InvalidDefinition, type FileProblem } from './invalid-definition.js';
import { definitionsFolder } from './load-all.js';
import { loadDefinition } from './load-definition.js';

const file = 'nyborg-familiestue.yaml';
const nyborg = readFileSync(join(definitionsFolder, file), 'utf8');

function problemsOf(text: string, name = file): readonly FileProblem[] {
  try {
    loadDefinition(text, name);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    return error.problems;
  }
}

/** [rule, field, what stands in Nyborg's file, what is planted instead, the line that must be named if `#!` does not mark it] */
const between = (from: string, until: string): string => nyborg.slice(nyborg.indexOf(from), nyborg.indexOf(until));
const mistakes: [rule: FileProblem['rule'], field: string, right: string | RegExp, wrong: string, line?: string][] = [
  ['yaml', '', 'da: Familiestue', 'da: Familiestue: nu #!'],
  ['yaml', '', '  parentsPart:', '\tparentsPart: #!'],
  ['duplicate-field', '', 'selfReferral: true', 'selfReferral: true\nselfReferral: false #!'],
  ['no-anchors', '', 'selfReferral: true', 'selfReferral: &yes true #!'],
  ['no-anchors', '', 'selfReferral: true', 'selfReferral: !maybe true #!'],
  ['encoding', '', 'da: Familiestue', 'da: P\uFFFDdagogik #!'],
  ['file-name', 'code', 'code: nyborg-familiestue', 'code: nyborg #!'],
  ['required', 'selfReferral', 'selfReferral: true', '', 'code: nyborg'],
  ['required', 'mayRefer.parentsPart', 'parentsPart: every-parent', '', 'mayRefer:'],
  ['required', 'targetGroup.0.when.value', 'value: [tooth-brushing, meals, bedtime, dressing, other] }', '} #!'],
  ['unknown', 'group.rooms', '  room: true', '  room: true\n  rooms: 2 #!'],
  ['type', 'municipality', "municipality: '0450'", 'municipality: 0450 #!'],
  ['type', 'name.da', 'da: Familiestue', 'da: #!'],
  ['type', 'targetGroup.1.when.value', 'op: atLeast, value: 1 }', 'op: atLeast, value: one } #!'],
  ['format', 'municipality', "municipality: '0450'", "municipality: '450' #!"],
  ['format', 'validFrom', 'validFrom: 2025-01-01', 'validFrom: 2025-02-29 #!'],
  ['format', 'mayRefer.functions.1', '- childminder', '- Child minder #!'],
  ['format', 'group.series.sessions.start.latest', "latest: '17:00' }", "latest: '5 pm' } #!"],
  ['format', 'name.en', 'en: Family room (multi-family group)', 'en: " " #!'],
  ['holds-cpr', 'mayRefer.functions.1', '- childminder', '- childminder-610190-1234 #!'],
  ['not-one-of', 'mayRefer.parentsPart', 'parentsPart: every-parent', 'parentsPart: sometimes #!'],
  ['not-one-of', 'targetGroup.1.when.op', 'op: atLeast, value: 1 }', 'op: moreThan, value: 1 } #!'],
  ['not-one-of', 'figures.0', '[referred,', '[referals, #!\n '],
  ['too-small', 'version', 'version: 1', 'version: 0 #!'],
  ['too-big', 'group.series.sessions.count', 'count: 13', 'count: 1300 #!'],
  ['duplicate-code', 'targetGroup.1.code', 'code: has-child', 'code: everyday-conflicts #!'],
  [
    'duplicate-code',
    'group.attendance.reasons.1.code',
    'code: work-or-school',
    'code: illness',
    'illness, text: { da: arbejde',
  ],
  ['duplicate-code', 'mayRefer.functions.2', '- pedagogue', '- childminder #!'],
  ['derived-fact', 'facts.1.code', 'code: wholeFamilyTakesPart', 'code: parentsCount #!'],
  ['unknown-fact', 'targetGroup.3.when.fact', 'fact: wholeFamilyTakesPart,', 'fact: wholeFamily, #!\n     '],
  ['unused-fact', 'facts.1.code', 'code: wholeFamilyTakesPart', 'code: familyTakesPart #!'],
  ['operator-mismatch', 'targetGroup.2.when.op', 'op: atMost, value: 6 }', 'op: isTrue } #!'],
  ['unknown-value', 'targetGroup.0.when.value.4', 'dressing, other] }', 'dressing, hair] } #!'],
  [
    'count-impossible',
    'targetGroup.0.when.value',
    'includesAny, value: [tooth-brushing, meals, bedtime, dressing, other] }',
    'countAtLeast, value: 6 } #!',
  ],
  ['range-reversed', 'group.families.max', 'families: { min: 4, max: 6 }', 'families: { min: 7, max: 6 } #!'],
  [
    'range-reversed',
    'group.series.themeEvenings.start.latest',
    "'19:00', latest: '20:00' }",
    "'19:00', latest: '18:00' } #!",
  ],
  ['not-one-of', 'group.series.sessions.needs.0', 'needs: [meal]', 'needs: [dinner] #!'],
  ['duplicate-code', 'group.series.sessions.needs.1', 'needs: [meal]', 'needs: [meal, meal] #!'],
  ['no-such-session', 'group.refillUntilSession', 'refillUntilSession: 3', 'refillUntilSession: 14 #!'],
  ['past-midnight', 'group.series.sessions.start.latest', "latest: '17:00' }", "latest: '21:01' } #!"],
  ['no-such-session', 'group.series.themeEvenings.afterSessions.2', '[3, 7, 11]', '[3, 7, 14] #!'],
  ['not-ascending', 'group.series.themeEvenings.afterSessions.1', '[3, 7, 11]', '[3, 3, 11] #!'],
  ['no-such-session', 'conversations.2.when.afterSession', 'afterSession: 13', 'afterSession: 14 #!'],
  [
    'range-reversed',
    'conversations.0.when.start.latest',
    "'09:00', latest: '13:00' }",
    "'09:00', latest: '08:00' } #!",
  ],
  [
    'validity-gap',
    'retention.prospectiveFamily.0.validFrom',
    '{ validFrom: 2025-01-01, days: 180 }',
    '{ validFrom: 2025-01-02, days: 180 } #!',
  ],
  [
    'category-outside-purpose',
    'purposes.outcome-to-sender.standing.0.categories.1',
    '[referral-content, referral-outcome]',
    '[referral-content, address] #!',
  ],
  ['relation-outside-purpose', 'purposes.course.standing.0.relation', 'relation: group', 'relation: partner #!'],
  [
    'period-empty',
    'purposes.course.standing.0.validTo',
    'relation: group',
    'validTo: 2024-12-31 #!\n        relation: group',
  ],
  [
    'not-one-of',
    'purposes.cooperation.rules.0.ownVoice.mode',
    'mode: also }\n        longest: { months: 12 }\n        followUp',
    'mode: both } #!\n        longest: { months: 12 }\n        followUp',
  ],
  ['unknown', 'purposes.gossip', 'purposes:', 'purposes:\n  gossip: {} #!'],
  ['group-or-band', 'targetBand', 'retention:', 'targetBand: { min: 20, max: 25 } #!\n\nretention:'],
  ['required', 'reasons', between('\nreasons:\n', '# Whose consent'), '', 'code: nyborg'],
  [
    'required',
    'reasons.0.text',
    'text: { da: Familien er uden for målgruppen., en: The family is outside the target group. }',
    '',
    'code: outside-target-group',
  ],
  ['required', 'reasons.0.steps', '    steps: [decline]\n', '', 'code: outside-target-group'],
  ['required', 'reasons.6.countsAs', '    countsAs: completed\n', '', 'code: completed'],
  ['not-one-of', 'reasons.6.countsAs', 'countsAs: completed', 'countsAs: done #!'],
  ['only-closing', 'reasons.0.countsAs', 'steps: [decline]', 'steps: [decline]\n    countsAs: dropped #!'],
  ['step-without-reason', 'reasons', /steps: \[decline\]/g, 'steps: [withdraw]', 'code: outside-target-group'],
  ['duplicate-code', 'reasons.1.code', 'code: another-offer', 'code: outside-target-group #!'],
  [
    'duplicate-code',
    'reasons.7.text.da',
    'da: Familien nåede det, den ville, før forløbet var slut.',
    'da: Familien har gennemført forløbet. #!',
  ],
  ['unknown', 'answer.reasons', 'form: letter', 'form: letter\n  reasons: [] #!'],
  ['figure-needs-reason', 'figures.13', /countsAs: completed/g, 'countsAs: dropped', 'started, completed'],
  ['figure-needs-group', 'figures.12', between('group:\n', 'retention:'), '', 'adults-enrolled'],
  ['figure-needs-bands', 'figures.11', between('  ageBands:', '  attendance:'), '', 'adults-enrolled'],
  [
    'figure-needs-attendance',
    'figures.17',
    between('  attendance:', '  refillUntilSession:'),
    '',
    'attendance-expected',
  ],
  ['figure-needs-conversations', 'figures.20', between('conversations:\n', 'retention:'), '', 'conversations-held'],
];

describe('a mistake in a definition file is named with its line', () => {
  it.each(mistakes)('%s %s', (rule, field, right, wrong, named = '#!') => {
    const text = nyborg.replace(right, () => wrong);
    expect(text).not.toBe(nyborg);
    const line = text.split('\n').findIndex((each) => each.includes(named)) + 1;
    const problems = problemsOf(text);
    expect(problems).toContainEqual(expect.objectContaining({ file, line, rule, field }));
    expect(
      problems.every((problem) => problem.line >= 1 && problem.message.da !== '' && problem.message.en !== ''),
    ).toBe(true);
  });

  it('and every rule has been broken once', () => {
    const rules = [...Object.keys(definitionRules), ...Object.keys(fileRules)];
    expect([...new Set(mistakes.map(([rule]) => rule))].sort()).toEqual(rules.sort());
  });
});

it('all mistakes are told at once, in the order of the lines', () => {
  const text = nyborg.replace('count: 13', 'count: 0').replace('version: 1', 'version: one').replace('- meals', '- x');
  expect(problemsOf(text).map(({ rule, field }) => [rule, field])).toEqual([
    ['type', 'version'],
    ['too-small', 'group.series.sessions.count'],
  ]);
});

it('the error reads as file, line, column, rule and field', () => {
  const load = () => loadDefinition(nyborg.replace('selfReferral: true', 'selfReferral: ja'), file);
  expect(load).toThrow(/^nyborg-familiestue\.yaml:\d+:15 type selfReferral: Expected here: boolean$/);
});

it.each(['', '# nothing', '- a list', '42', 'null', '[[', '{', '&a *a', '? [a]\n: 1', '__proto__: {}\n'])(
  '%j is no definition',
  (text) => expect(problemsOf(text)).not.toEqual([]),
);
