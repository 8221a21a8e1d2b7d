import { PlaceAssigned, ProgrammePublished } from '@helhed/contracts';
import type { Actor } from '@helhed/access';
import { Cpr, newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';

import { fakeCpr } from '@helhed/testing';
import { as } from '../../test/actors.js';
import { nextEvent } from '../../test/events.js';
import { refer, type Told } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { FindHeads } from './find-heads.js';

const definition = getDefinition('nyborg-familiestue');
const scheduling: Actor = {
  kind: 'service',
  municipality: nyborg,
  issuer: 'test',
  sub: 'scheduling',
  azp: 'scheduling',
  functions: [],
};
const adult = fakeCpr();

describe("a family's heads by age", () => {
  let world: World;
  let enrolmentId: string;
  let familyId: string;
  beforeAll(async () => {
    world = await startWorld();
    const { code: programme, version } = definition;
    await world.applier.apply([nextEvent(nyborg, ProgrammePublished, { programme, version, definition })]);
    ({ enrolmentId, familyId } = await enrol([
      { name: 'Maja', role: 'parent', cpr: adult },
      { name: 'Alma', role: 'child', birthDate: '2023-10-02' },
      { name: 'Bo', role: 'child', birthDate: '2014-10-01' },
      { name: 'Farmor', role: 'other' },
    ]));
  });
  afterAll(() => world.stop());

  async function enrol(persons: readonly Told[]) {
    const { event, familyId: family, referralId } = refer(world, persons);
    await world.applier.apply([event]);
    const place = { placeId: newId(), groupId: newId(), assignedOn: '2026-09-14' };
    const assigned = { familyId: family, referralId, programme: definition.code, ...place };
    await world.applier.apply([nextEvent(nyborg, PlaceAssigned, assigned)]);
    const [row] = await world.rows<{ id: string }>('SELECT id FROM enrolment WHERE family_id = $1', [family]);
    return { enrolmentId: row!.id, familyId: family };
  }
  const heads = (id = enrolmentId, on = '2026-10-01', actor = scheduling) =>
    as(actor, () => new FindHeads(world.database).run(actor, id, { on, programmeVersion: definition.version }));

  it('are counts in the bands of the definition, in whole years on the day', async () => {
    const bands = (infant: number, child: number, teenager: number) => [
      { code: 'infant', heads: infant },
      { code: 'child', heads: child },
      { code: 'teenager', heads: teenager },
      { code: 'adult', heads: 1 },
    ];
    expect(await heads()).toEqual({ enrolmentId, on: '2026-10-01', bands: bands(1, 0, 1), unknown: 1 });
    expect((await heads(enrolmentId, '2026-10-02')).bands).toEqual(bands(0, 1, 1));
    expect((await heads(enrolmentId, '2026-09-30')).bands).toEqual(bands(1, 1, 0));
  });

  it('tell nobody’s name, number or birth date, and are logged', async () => {
    const told = JSON.stringify(await heads());
    for (const secret of ['Maja', adult, Cpr.parse(adult).birthDate(), '2023-10-02'])
      expect(told).not.toContain(secret);
    const [log] = await world.rows<{ act: string; subjects: string[] }>(
      `SELECT act, subjects FROM helhed.access_log WHERE kind = 'look' ORDER BY id DESC LIMIT 1`,
    );
    expect(log).toMatchObject({ act: 'enrolment.heads', subjects: expect.arrayContaining([familyId]) });
    expect(log!.subjects).toHaveLength(5);
  });

  it('are none of an unknown enrolment, of another municipality’s, or of an erased family', async () => {
    await expect(heads(newId())).rejects.toMatchObject({ kind: 'not-found' });
    const elsewhere = heads(enrolmentId, '2026-10-01', { ...scheduling, municipality: esbjerg });
    await expect(elsewhere).rejects.toMatchObject({ kind: 'not-found' });
    const gone = await enrol([{ name: 'Jonas', role: 'parent', cpr: fakeCpr() }]);
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET state = 'erased' WHERE id = '${gone.familyId}'`,
    );
    await expect(heads(gone.enrolmentId)).rejects.toMatchObject({ kind: 'gone' });
  });

  it('wait for the version of the definition', async () => {
    const later = as(scheduling, () =>
      new FindHeads(world.database).run(scheduling, enrolmentId, { on: '2026-10-01', programmeVersion: 9 }),
    );
    await expect(later).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
