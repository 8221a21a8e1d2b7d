import { newId } from '@helhed/kernel';
import { logRow, oneRowEach, saidBefore } from './log-row.js';

const actor = { kind: 'person', issuer: 'i', sub: 's', azp: 'a', unit: 'u', function: 'triager' } as const;
const [request, other, maja, alma] = [newId(), newId(), newId(), newId()];
const row = (entry: Partial<Parameters<typeof logRow>[1]> = {}, requestId = request, refused = false) =>
  logRow({ requestId, actor }, { kind: 'look', act: 'family.read', subjects: [maja], ...entry }, refused);

describe('the row of a request', () => {
  it('names each subject, category and basis once, whoever said it', () => {
    const rows = oneRowEach([
      row({ subjects: [maja, maja], categories: ['identity'], purpose: 'triage' }),
      row({ subjects: [alma], categories: ['custody', 'identity'], purpose: 'course', bases: ['b1'] }),
    ]);
    expect(rows).toEqual([
      expect.objectContaining({
        subjects: [maja, alma],
        categories: ['identity', 'custody'],
        purposes: ['triage', 'course'],
        bases: ['b1'],
      }),
    ]);
  });

  it('tells of each subject what was shown of it, together where it was the same', () => {
    const [joined] = oneRowEach([
      row({ subjects: ['family', 'other family'] }),
      row({ subjects: [maja, alma], categories: ['structure'], purpose: 'triage', bases: ['b1'] }),
      row({ subjects: [maja], categories: ['identity'], purpose: 'triage', bases: ['b2', 'b1'] }),
      row({ subjects: ['jonas'], categories: ['identity', 'structure'], purpose: 'triage', bases: ['b1', 'b2'] }),
    ]);
    expect(joined).toMatchObject({ subjects: ['family', 'other family', maja, alma, 'jonas'] });
    expect(joined?.shown).toEqual([
      { subjects: [maja, 'jonas'], categories: ['identity', 'structure'], purposes: ['triage'], bases: ['b1', 'b2'] },
      { subjects: [alma], categories: ['structure'], purposes: ['triage'], bases: ['b1'] },
    ]);
  });

  it('of a list of fifty families is as small as what differs between them', () => {
    const bases = ['standing:a-programme:coordination:processing'];
    const entries = Array.from({ length: 50 }, () => Array.from({ length: 4 }, newId)).flatMap((subjects) =>
      ['structure', 'identity', 'custody'].map((category) =>
        row({ subjects, categories: [category], purpose: 'coordination', bases }),
      ),
    );
    const [joined] = oneRowEach(entries);
    expect(joined?.shown).toHaveLength(1);
    expect(JSON.stringify(joined).length).toBeLessThan(200 * 2 * 40 + 1_000);
  });

  it('is a command when anything in it is, under the name of its first act', () => {
    const [joined] = oneRowEach([row({ act: 'a.look' }), row({ act: 'a.change', kind: 'command' })]);
    expect(joined).toMatchObject({ act: 'a.look', kind: 'command', refused: false });
  });

  it('stays by itself beside that of another request or event', () => {
    expect(oneRowEach([row(), row({}, other), row()]).map((each) => each.request_id)).toEqual([request, other]);
  });

  it.each([
    ['the same', {}, true],
    ['fewer subjects', { subjects: [] }, true],
    ['another subject', { subjects: [alma] }, false],
    ['a category shown', { categories: ['identity'] }, false],
    ['a basis used', { bases: ['b1'] }, false],
    ['a purpose', { purpose: 'triage' }, false],
  ])('that said before: %s', (_, entry, said) => expect(saidBefore(row(), row(entry))).toBe(said));

  it('of one person says nothing of what another was shown', () => {
    const [shown] = oneRowEach([row({ categories: ['identity'] }), row({ subjects: [alma] })]);
    expect(saidBefore(shown, row({ categories: ['identity'] }))).toBe(true);
    expect(saidBefore(shown, row({ subjects: [alma], categories: ['identity'] }))).toBe(false);
  });

  it('of a refusal is not said by one that was let through', () =>
    expect(saidBefore(row(), row({}, request, true))).toBe(false));
});
