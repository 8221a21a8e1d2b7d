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

  it('of a refusal is not said by one that was let through', () =>
    expect(saidBefore(row(), row({}, request, true))).toBe(false));
});
