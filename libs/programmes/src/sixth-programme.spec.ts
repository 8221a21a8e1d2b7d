import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFacts } from './check-facts.js';
import { factsFromIntake } from './facts.js';
import { forMunicipality } from './for-municipality.js';
import { InvalidDefinition } from './invalid-definition.js';
import { getDefinition, loadAll } from './load-all.js';
import { prospectiveFamilyDays } from './retention.js';
import { triage } from './triage.js';

const schoolStart = `
code: school-start
version: 3
validFrom: 2026-08-01
municipality: '0998'
name: { da: God skolestart, en: A good start at school }
description: { da: For familier med et barn på vej i skole., en: For families with a child about to start school. }
mayRefer: { functions: [speech-therapist], parentsPart: every-parent }
selfReferral: true
facts:
  - { code: daysAbsent, type: integer, required: true, text: { da: Fraværsdage, en: Days absent } }
targetGroup:
  - code: age
    kind: required
    text: { da: Et barn er 5–6 år, en: A child is 5–6 years old }
    when: { fact: childAges, op: includesAny, value: [5, 6] }
  - code: absence
    kind: indicating
    text: { da: Meget fravær, en: Much absence }
    when: { fact: daysAbsent, op: atLeast, value: 10 }
group:
  families: { min: 2, max: 3 }
  staff: [{ function: speech-therapist, count: 1 }]
  room: false
  series:
    sessions: { count: 4, everyWeeks: 2, minutes: 90, weekdays: [saturday], start: { earliest: '09:00', latest: '10:00' } }
retention:
  prospectiveFamily:
    - { validFrom: 2026-01-01, days: 90 }
    - { validFrom: 2027-01-01, days: 30 }
reasons:
  - { code: outside, steps: [decline], text: { da: Uden for målgruppen., en: Outside the target group. } }
  - { code: family-withdrew, steps: [withdraw], text: { da: Familien trak sig., en: The family withdrew. } }
  - { code: at-school, steps: [close], countsAs: completed, text: { da: Barnet går i skole., en: The child is at school. } }
figures: [referred, sessions-held]
`;

describe('a sixth programme', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'programmes-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('works from its file alone', () => {
    writeFileSync(join(folder, 'school-start.yaml'), schoolStart);
    writeFileSync(join(folder, 'README.md'), 'not a definition');
    const [definition, ...others] = loadAll(folder);
    expect(others).toEqual([]);
    expect(definition).toMatchObject({ code: 'school-start', municipality: '0998', version: 3 });

    const children = ['2018-02-02', '2021-03-01'].map((birthDate) => ({ role: 'child', birthDate, household: 'h1' }));
    expect(checkFacts(definition!, { daysAbsent: 12 })).toEqual([]);
    expect(triage(definition!, factsFromIntake(children, '2026-11-21', { daysAbsent: 12 })).suggestion).toBe('meets');
    expect(triage(definition!, factsFromIntake(children, '2026-11-21', { daysAbsent: 2 })).suggestion).toBe('doubtful');
    expect(
      triage(definition!, factsFromIntake(children.slice(0, 1), '2026-11-21', { daysAbsent: 12 })).suggestion,
    ).toBe('outside');
    expect([2026, 2027].map((year) => prospectiveFamilyDays(definition!, `${year}-01-01`))).toEqual([90, 30]);
  });

  it('that is wrong says so, together with the other files that are', () => {
    writeFileSync(join(folder, 'school-start.yaml'), schoolStart.replace('version: 3', 'version: three'));
    writeFileSync(join(folder, 'another.yml'), 'code: another');
    writeFileSync(join(folder, 'fine.yaml'), schoolStart.replace('code: school-start', 'code: fine'));
    const named = (file: string) => expect.objectContaining({ file: join(folder, file), rule: expect.any(String) });
    expect(() => loadAll(folder)).toThrow(InvalidDefinition);
    expect(() => loadAll(folder)).toThrow(
      expect.objectContaining({ problems: expect.arrayContaining([named('another.yml'), named('school-start.yaml')]) }),
    );
  });
});

describe('the same programme in another municipality', () => {
  const nyborg = getDefinition('nyborg-familiestue');

  it('differs by nothing but the municipality', () => {
    expect(forMunicipality(nyborg, '0997')).toEqual({ ...nyborg, municipality: '0997' });
    expect(nyborg.municipality).toBe('0450');
  });

  it('needs a municipality code', () => expect(() => forMunicipality(nyborg, '99')).toThrow('municipality-invalid'));
});
