import { keepEmployeeRelation, standingBasesIn, Looks, theRegister } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import { as, matched, personIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { EvaluateAccess } from './evaluate-access.js';
import { SearchResources } from './search-resources.js';
import { SearchSubjects } from './search-subjects.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

const officer = personIn(nyborg, 'raadhuset', 'data-protection-officer');
const subject = { type: 'function-in-unit', id: 'visitation:triager' };
const action = { name: 'basis.read' };

it('the officer hears nothing of an own record by asking for others: refused and logged, and in no list', async () => {
  const [family, other] = [matched(), matched()];
  await world.hear(...family.events, ...other.events);
  const looks = new Looks(
    world.database,
    theRegister,
    standingBasesIn('programme_copy', { validFrom: 'valid_from', purposes: 'purposes' }),
  );
  const paging = new Paging(Buffer.alloc(32, 1));
  const [evaluations, resources, subjects] = [
    new EvaluateAccess(looks),
    new SearchResources(looks, paging),
    new SearchSubjects(looks, paging),
  ];
  const of = (familyId: string) => ({ type: 'family', id: familyId });
  const asking = (familyId: string): (() => Promise<unknown>)[] => [
    () => evaluations.one(officer, { subject, resource: of(familyId), action }),
    () => evaluations.many(officer, { evaluations: [{ subject, resource: of(familyId), action }] }),
    () => evaluations.actions(officer, { subject, resource: of(familyId) }),
    () => subjects.run(officer, { subject: { type: 'function-in-unit' }, resource: of(familyId), action }),
    () =>
      subjects.run(officer, {
        subject: { type: 'function-in-unit' },
        resource: { type: 'person', id: family.familyId === familyId ? family.alma : other.alma },
        action,
      }),
  ];
  const outcomes = async (familyId: string) => {
    const found: string[] = [];
    for (const ask of asking(familyId))
      found.push(
        await as(officer, ask).then(
          () => 'answered',
          (error: { problem?: string }) => error.problem ?? 'failed',
        ),
      );
    return found;
  };
  const listed = async () => {
    const asked = { subject: { type: 'function-in-unit', id: 'raadhuset:data-protection-officer' }, action };
    const found = await as(officer, () => resources.run(officer, { ...asked, resource: { type: 'family' } }));
    return { total: found.page.total, ids: found.results.map(({ id }) => id) };
  };
  const answered = Array.from({ length: 5 }, () => 'answered');
  expect(await outcomes(family.familyId)).toEqual(answered);
  const both = [family.familyId, other.familyId].toSorted();
  expect(await listed()).toEqual({ total: 2, ids: both });

  const relation = { relationId: newId(), personId: family.maja, sub: officer.sub, from: '2026-01-01', to: null };
  await world.database.inTransaction(nyborg, (tx) => keepEmployeeRelation(tx, { ...relation, kind: 'relative' }));
  expect(await outcomes(family.familyId)).toEqual(answered.map(() => 'relative-record'));
  expect(await outcomes(other.familyId)).toEqual(answered);
  expect(await listed()).toEqual({ total: 1, ids: [other.familyId] });
  const refused = await world.rows<{ act: string }>('SELECT act FROM helhed.access_log WHERE refused ORDER BY id');
  expect(refused.map(({ act }) => act)).toEqual([
    'access.evaluate',
    'access.evaluate',
    'access.search-action',
    'access.search-subject',
    'access.search-subject',
  ]);
});
