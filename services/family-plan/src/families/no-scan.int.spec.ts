import { randomBytes } from 'node:crypto';
import { PlaceAssigned } from '@helhed/contracts';
import { Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import type { Database, Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { fakeCpr, linkedCitizen } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { as, personIn } from '../../test/actors.js';
import { nextEvent } from '../../test/events.js';
import { refer } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { FindGoals } from '../goals/find-goals.js';
import { FindRegistrations } from '../registrations/find-registrations.js';
import { FindChildViews } from '../child-views/find-child-views.js';
import { FindOwn, type OwnKind } from '../own/find-own.js';
import { ownChildViews } from '../child-views/own-child-views.js';
import { FindCustodyTasks } from '../custody/find-custody-tasks.js';
import { FindCustody } from '../custody/find-custody.js';
import { matchEmployees } from '../employees/match-employees.js';
import { FindEnrolments } from '../enrolments/find-enrolments.js';
import { endEnrolment } from '../enrolments/end-enrolment.js';
import { FindObservations } from '../observations/find-observations.js';
import { ownObservations } from '../observations/own-observations.js';
import { matchPersons } from '../persons/match-persons.js';
import { FindPrivacyNotices } from '../privacy-notices/find-privacy-notices.js';
import { FindRelations } from '../relations/find-relations.js';
import { ownVideos } from '../videos/own-videos.js';
import { FindVideos } from '../videos/find-videos.js';
import { FindFamily } from './find-family.js';

const looksOver = (database: Database) => new Looks(database, theRegister, standingBasesIn('programme_copy'));
const rows = 20_000;
const fill = [
  `INSERT INTO person (municipality, id, name, cpr, cpr_index)
   SELECT '0450', uuidv7(), '', '', sha256(n::text::bytea) FROM generate_series(1, ${rows}) n`,
  `INSERT INTO family (municipality, id, state, version) SELECT '0450', uuidv7(), 'enrolled', 1 FROM generate_series(1, ${rows})`,
  `INSERT INTO family_member (municipality, family_id, person_id, role) SELECT '0450', f.id, p.id, 'parent'
   FROM (SELECT id, row_number() OVER () AS n FROM family) f JOIN (SELECT id, row_number() OVER () AS n FROM person) p USING (n)
   ON CONFLICT DO NOTHING`,
  `WITH home AS (INSERT INTO household (municipality, id, family_id)
     SELECT '0450', uuidv7(), family_id FROM family_member RETURNING id, family_id)
   INSERT INTO residence (municipality, family_id, person_id, household_id)
   SELECT '0450', m.family_id, m.person_id, home.id FROM family_member m JOIN home USING (family_id) ON CONFLICT DO NOTHING`,
  `INSERT INTO custody (municipality, family_id, child_id, holder_id, of_age_on)
   SELECT '0450', family_id, person_id, person_id, current_date + (row_number() OVER () % 6574)::int FROM family_member`,
  `INSERT INTO custody_told (municipality, family_id, child_id, holder_id, referral_id, unit, told_on)
   SELECT '0450', family_id, person_id, person_id, uuidv7(), 'db', '2026-01-01' FROM family_member`,
  `INSERT INTO enrolment (municipality, id, family_id, referral_id, programme, place_id, group_id, enrolled_on)
   SELECT '0450', uuidv7(), id, uuidv7(), 'programme-' || row_number() OVER () % 50, uuidv7(), uuidv7(), '2026-01-01' FROM family`,
  `INSERT INTO relation (municipality, id, family_id, programme, kind, unit, function, from_date, version)
   SELECT '0450', uuidv7(), id, 'one', 'partner', 'skole-' || right(id::text, 2), 'teacher', '2026-01-01', 1 FROM family`,
  `INSERT INTO helhed.referral_replica (municipality, id, family_id, programme, programme_version, referring_unit, triage_unit, place_id)
   SELECT municipality, referral_id, family_id, programme, 1, 'db-' || right(id::text, 2), 'visitation-' || right(id::text, 2), place_id
   FROM enrolment ON CONFLICT DO NOTHING`,
  `INSERT INTO helhed.seat_replica (municipality, id, family_id, place_id, programme, unit)
   SELECT municipality, id, family_id, place_id, programme, 'unit-' || right(id::text, 2) FROM enrolment ON CONFLICT DO NOTHING`,
  `INSERT INTO helhed.relation_replica (municipality, id, family_id, programme, kind, unit, function, from_date)
   SELECT municipality, id, family_id, programme, kind, unit, function, from_date FROM relation`,
  `INSERT INTO child_view (municipality, id, family_id, person_id, programme, unit, said, how, told_on, version)
   SELECT m.municipality, uuidv7(), m.family_id, p.id, 'one', 'unit-' || right(m.family_id::text, 2), '', 'told', '2026-01-01', 1
   FROM family_member m JOIN person p ON p.id = m.person_id AND p.name = ''`,
  `INSERT INTO registration (municipality, id, family_id, person_id, programme, programme_version, unit, number, filled_on, answers)
   SELECT municipality, uuidv7(), family_id, person_id, 'one', 1, unit, 1, '2026-01-01', '' FROM child_view`,
  `INSERT INTO work_point (municipality, id, registration_id, family_id, person_id, programme, point)
   SELECT municipality, uuidv7(), id, family_id, person_id, programme, '' FROM registration`,
  `INSERT INTO goal (municipality, id, family_id, programme, unit, work_point_id, state, set_on)
   SELECT municipality, uuidv7(), family_id, programme, 'unit', id, 'offered', '2026-01-01' FROM work_point`,
  `INSERT INTO goal_words (municipality, goal_id, person_id, words, said_on)
   SELECT g.municipality, g.id, w.person_id, '', '2026-01-01' FROM goal g JOIN work_point w ON w.id = g.work_point_id`,
  `INSERT INTO observation (municipality, id, family_id, person_id, parent_id, programme, unit, sub, state, offered_on, delete_on)
   SELECT municipality, uuidv7(), family_id, person_id, person_id, 'one', unit, 'petra', 'offered', '2026-01-01', '2027-01-01'
   FROM child_view`,
  `INSERT INTO observation_note (municipality, observation_id, number, note, noted_on)
   SELECT municipality, id, 1, '', '2026-01-01' FROM observation`,
  `INSERT INTO video (municipality, id, family_id, persons, programme, unit, function, sub, occasion, reference, filmed_on, delete_on)
   SELECT municipality, uuidv7(), family_id, ARRAY[person_id], 'one', unit, 'teacher', 'gitte', 'other', '', '2026-01-01', '2027-01-01'
   FROM child_view`,
  `INSERT INTO privacy_notice (municipality, id, family_id, person_id, programme, number, outcome, told_on, how, unit, function, sub, recorded_on)
   SELECT '0450', uuidv7(), family_id, person_id, 'one', 1, 'given', '2026-01-01', 'phone', 'unit', 'group-leader', 'gitte', '2026-01-01' FROM family_member`,
  `INSERT INTO employee_relation (municipality, id, sub, kind, cpr, cpr_index, from_date, version)
   SELECT '0450', uuidv7(), 'employee-' || n, 'relative', '', sha256((n || ' of an employee')::bytea), '2026-01-01', 1
   FROM generate_series(1, ${rows}) n`,
];
const tables = (
  'person family family_member household residence custody custody_told child_view registration work_point goal ' +
  'goal_words privacy_notice observation observation_note video enrolment relation relation_replica referral_replica seat_replica employee_relation'
).split(' ');

describe(`among ${rows} families nothing is read by scanning a table`, () => {
  let world: World;
  let known: { familyId: string; referralId: string; groupId: string; personId: string };
  let maja: Actor;
  const paging = new Paging(randomBytes(32));
  beforeAll(async () => {
    world = await startWorld();
    const { event, familyId, referralId } = refer(world, [{ name: 'Maja', role: 'parent', cpr: fakeCpr() }]);
    const groupId = newId();
    const place = { familyId, referralId, groupId, programme: 'one', placeId: newId(), assignedOn: '2026-09-14' };
    await world.applier.apply([event]);
    await world.applier.apply([nextEvent(nyborg, PlaceAssigned, place)]);
    const [person] = await world.rows<{ id: string }>('SELECT person_id AS id FROM family_member');
    known = { familyId, referralId, groupId, personId: person?.id as string };
    await world.database.inTransaction(nyborg, async (tx) => {
      for (const statement of fill) await tx.query(statement);
    });
    maja = await world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, known.personId));
    await world.asOwner(
      `ANALYZE ${tables.map((name) => (name.endsWith('_replica') ? `helhed.${name}` : name)).join(', ')}`,
    );
  });
  afterAll(() => world.stop());

  /** Runs the work and tells which of the tables its transaction has scanned. */
  async function scanned(work: (database: Database) => Promise<unknown>): Promise<string[] | undefined> {
    let found: string[] | undefined;
    const inTransaction = (municipality: typeof nyborg, inner: (tx: Tx) => Promise<unknown>) =>
      world.database.inTransaction(municipality, async (tx) => {
        const result = await inner(tx);
        const counted = await tx.query<{ relname: string }>(
          'SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname = ANY($1) ORDER BY 1',
          [tables],
        );
        found = counted.map(({ relname }) => relname);
        return result;
      });
    await work({ inTransaction } as unknown as Database);
    return found;
  }
  const asTriager = <T>(work: (actor: ReturnType<typeof personIn>) => Promise<T>) => as(personIn(nyborg), work);
  const asPartner = <T>(work: (actor: ReturnType<typeof personIn>) => Promise<T>) =>
    as(personIn(nyborg, 'teacher', `skole-${known.familyId.slice(-2)}`), work);
  const asMaja = <T>(work: (actor: Actor) => Promise<T>) => as(maja, work);
  const inTx = (database: Database, work: (tx: Tx) => Promise<unknown>) =>
    asTriager(({ municipality }) => database.inTransaction(municipality, work));
  const readOwn =
    <Row extends { readonly id: string }, View>(kind: OwnKind<Row, View>) =>
    (database: Database) =>
      asMaja((actor) => new FindOwn(looksOver(database), paging).ofPerson(kind, actor, known.personId, { limit: 50 }));

  const reads: [string, (database: Database) => Promise<unknown>][] = [
    ['a family', (database) => asTriager((actor) => new FindFamily(looksOver(database)).get(actor, known.familyId))],
    [
      'what it is enrolled in',
      (database) =>
        asTriager((actor) =>
          new FindEnrolments(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    [
      'the enrolments that the leader of a group reaches',
      (database) =>
        as(personIn(nyborg, 'group-leader', 'familiestuen'), (actor) =>
          new FindEnrolments(looksOver(database), paging).page(actor, { limit: 50 }),
        ),
    ],
    [
      'the enrolments that a triager reaches',
      (database) => asTriager((actor) => new FindEnrolments(looksOver(database), paging).page(actor, { limit: 50 })),
    ],
    [
      'the enrolments of a group',
      (database) =>
        asTriager((actor) =>
          new FindEnrolments(looksOver(database), paging).page(actor, { groupId: known.groupId, limit: 50 }),
        ),
    ],
    [
      'who holds custody',
      (database) =>
        asTriager((actor) =>
          new FindCustody(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    [
      'who is tied to a family, under the decision',
      (database) =>
        asTriager((actor) =>
          new FindRelations(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    [
      'what its children said',
      (database) =>
        asTriager((actor) =>
          new FindChildViews(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    ['what one said oneself', readOwn(ownChildViews)],
    [
      'what was registered of its children',
      (database) =>
        asPartner((actor) =>
          new FindRegistrations(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    [
      'its goals',
      (database) =>
        asPartner((actor) => new FindGoals(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 })),
    ],
    [
      'what was offered to be observed',
      (database) =>
        asPartner((actor) =>
          new FindObservations(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    ['what was observed of oneself', readOwn(ownObservations)],
    [
      'its videos',
      (database) =>
        asPartner((actor) =>
          new FindVideos(looksOver(database), paging).ofFamily(actor, known.familyId, { limit: 50 }),
        ),
    ],
    ['the videos of oneself', readOwn(ownVideos)],
    [
      'whose custody ends before long',
      (database) => asTriager((actor) => new FindCustodyTasks(looksOver(database), paging).page(actor, { limit: 50 })),
    ],
    [
      'whom somebody is still to inform',
      (database) =>
        asTriager((actor) =>
          new FindPrivacyNotices(looksOver(database), paging).page(actor, { state: 'outstanding', limit: 50 }),
        ),
    ],
    ['whom an employee declared', (database) => inTx(database, (tx) => matchEmployees(tx, [known.personId]))],
    ['the end of an enrolment', (database) => inTx(database, (tx) => endEnrolment(tx, known.referralId, '2026-12-01'))],
    ['matching a person', (database) => inTx(database, (tx) => matchPersons(tx, [{ name: 'Maja', cpr: fakeCpr() }]))],
  ];

  it.each(reads)('%s', async (_, read) => expect(await scanned(read)).toEqual([]));

  it('and the count is not blind', async () => {
    const all = (database: Database) => inTx(database, (tx) => tx.query(`SELECT FROM person WHERE name = 'x'`));
    expect(await scanned(all)).toEqual(['person']);
  });
});
