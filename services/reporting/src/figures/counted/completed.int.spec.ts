import { ProgrammePublished, ReferralClosed, ReferralReceived, type ProgrammeDefinition } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { Numbering } from '../../../test/events.js';
import { World, year } from '../../../test/world.js';

const programme = 'three-versions';
const text = { da: 'Slut', en: 'Over' };
const { answer, ...nyborg } = getDefinition('nyborg-familiestue');
/** As it was published before reasons were one list; as it is now; and with what closes courses counted otherwise. */
const versions: Partial<ProgrammeDefinition>[] = [
  { answer: { form: 'letter', reasons: [{ code: 'course-completed', text }] }, reasons: [{ code: 'completed', text }] },
  { answer, reasons: nyborg.reasons },
  { reasons: [{ code: 'completed', text, steps: ['close'], countsAs: 'dropped' }] },
];

/** By which version the family came in (null: reporting was never told), how its course was closed, what that counts as. */
const closed: [version: number | null, outcome: string, counts: 'completed' | 'dropped'][] = [
  [1, 'completed', 'completed'],
  [1, 'course-completed', 'completed'],
  [1, 'compleeted', 'dropped'],
  [2, 'completed', 'completed'],
  [2, 'completed-early', 'completed'],
  [2, 'other-offer', 'dropped'],
  [3, 'completed', 'dropped'],
  [3, 'completed-early', 'dropped'],
  [null, 'completed', 'completed'],
  [null, 'other-offer', 'dropped'],
];

it('a course counts as what the definition that the family came in under says of its outcome', async () => {
  const world = await World.start();
  const here = await world.municipality();
  const numbering = new Numbering(here.code);
  const published = versions.map((each, index) =>
    numbering.next(ProgrammePublished, {
      programme,
      version: index + 1,
      definition: { ...nyborg, ...each, code: programme, version: index + 1 },
    }),
  );
  const referred = closed.flatMap(([programmeVersion, outcome]) => {
    const named = { referralId: newId(), familyId: newId(), programme };
    const origin = { referringUnit: 'db-solsikken', kind: 'professional' as const, receivedOn: '2026-03-02' };
    const end = () => numbering.next(ReferralClosed, { ...named, closedOn: '2026-09-01', outcome });
    if (programmeVersion === null) return [end()];
    return [numbering.next(ReferralReceived, { ...named, ...origin, programmeVersion }), end()];
  });
  await world.deliver([...published, ...referred]);
  const { figures } = await here.figures({ ...year, programme });
  await world.stop();
  expect(world.refused).toEqual([]);

  const of = (code: string) => figures.find((figure) => figure.code === code)!;
  const number = (counts: string) => closed.filter(([, , each]) => each === counts).length;
  expect([of('completed').value, of('dropped').value]).toEqual([number('completed'), number('dropped')]);
  // called by the newest definition, and by their code where that has no words
  expect(of('dropped').parts).toEqual([
    { code: 'completed', name: text, value: 1 },
    ...['completed-early', 'compleeted', 'other-offer'].toSorted().map((code) => ({
      code,
      name: { da: `står ikke i indsatsens definition (${code})`, en: expect.stringContaining(code) },
      value: code === 'other-offer' ? 2 : 1,
    })),
  ]);
});
