import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AttendanceRecorded,
  ConversationRecorded,
  FamilyEnrolled,
  FamilyErased,
  type CloudEvent,
  type EventData,
  type FigureCode,
} from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import { Numbering, programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { goalsByHand } from '../../test/oracle-of-goals.js';
import { World, type Here } from '../../test/world.js';

type Sheet = EventData<typeof AttendanceRecorded>;
type Enrolment = EventData<typeof FamilyEnrolled>;
/** It has been over for more than a month. */
const year = { programme, from: '2025-01-01', to: '2025-12-31' };

describe('the parts of figures', () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  let status = 200;
  const asked: string[] = [];
  const told = <T>({ type }: { type: string }) =>
    history.filter((event) => event.type === type).map(({ data }) => data as T);

  /** Who is ill stays away, and one of four is two years old: as the owners would say, of what was told. */
  const owners = createServer((request, response) => {
    const [, id = ''] = /(?:sessions|enrolments)\/([0-9a-f-]{36})/.exec(request.url ?? '') ?? [];
    asked.push(`${request.headers.authorization} ${request.url?.replace(id, '…')}`);
    const body = request.url?.includes('/absences') ? absences(id) : heads(id);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const latest = () => [
    ...new Map(told<Sheet>(AttendanceRecorded).map((sheet) => [sheet.attendanceId, sheet])).values(),
  ];
  const absences = (sessionId: string) => {
    const persons = latest()
      .filter((sheet) => sheet.sessionId === sessionId)
      .reduce((sum, { absent }) => sum + absent, 0);
    return { sessionId, reasons: persons > 0 ? [{ code: 'illness', persons }] : [] };
  };
  const heads = (enrolmentId: string) => {
    const { members, enrolledOn } = told<Enrolment>(FamilyEnrolled).find((each) => each.enrolmentId === enrolmentId)!;
    const bands = [
      { code: 'infant', heads: members.length > 1 ? 1 : 0 },
      { code: 'adult', heads: 1 },
    ];
    return { enrolmentId, on: enrolledOn, bands, unknown: 0 };
  };
  const askOwners = async () => {
    const address = `http://127.0.0.1:${(owners.address() as AddressInfo).port}`;
    const due = async () =>
      (
        await world.rows<{ n: number }>('SELECT count(*)::int AS n FROM claim_due WHERE ask_at <= clock_timestamp()')
      )[0]!.n;
    while ((await due()) > 0) await world.askOwners(address);
  };
  const figure = async (code: FigureCode) => (await here.figures(year)).figures.find((each) => each.code === code)!;
  const parts = async (code: FigureCode) =>
    (await figure(code)).parts.map(({ code: part, name, value }) => [part, name?.da, value]);
  const value = async (code: FigureCode) => (await figure(code)).value as number;

  beforeAll(async () => {
    world = await World.start();
    here = await world.municipality();
    history = makeHistory({ families: 50, seed: 21, municipality: here.code, from: year.from });
    await new Promise<void>((resolve) => owners.listen(0, '127.0.0.1', resolve));
    await world.deliver(history);
  });
  afterAll(async () => {
    owners.close();
    await world?.stop();
  });

  it('are called what the definition calls them, in its order', async () => {
    const named = async (code: FigureCode) => (await parts(code)).map((part) => part.slice(0, 2));
    expect(await named('declined')).toEqual([
      ['outside-target-group', 'uden for målgruppen'],
      ['another-offer', 'et andet tilbud passer bedre'],
    ]);
    expect(await named('conversations-held')).toEqual([
      ['start', 'Opstartssamtale'],
      ['midway', 'Midtvejssamtale'],
      ['evaluation', 'Evalueringssamtale'],
    ]);
  });

  it('of goals that moved are what is counted by hand', async () => {
    const { moves } = goalsByHand(told<EventData<typeof ConversationRecorded>>(ConversationRecorded), year);
    expect(Object.fromEntries((await parts('goals-moved')).map(([code, , count]) => [code, count]))).toEqual(moves);
    expect(Object.keys(moves)).toHaveLength(3);
  });

  it('that not every owner has told yet are withheld, also while the owners are down', async () => {
    const withheld = async () => {
      for (const code of ['attendance-away', 'persons-by-age'] as const)
        expect(await figure(code)).toMatchObject({
          parts: [],
          partsOn: null,
          partsWithheld: { reason: 'not-answered' },
        });
    };
    await withheld();
    status = 503;
    await askOwners();
    await withheld();
    status = 200;
  });

  it('are asked of scheduling and family-plan, and are the same when the read models are made again', async () => {
    await here.inTx((tx) => tx.query('UPDATE claim_due SET ask_at = clock_timestamp()'));
    await askOwners();
    expect(new Set(asked)).toEqual(
      new Set([
        `Bearer token of ${here.code} /scheduling/v1/sessions/…/absences`,
        ...told<Enrolment>(FamilyEnrolled).map(
          ({ enrolledOn }) =>
            `Bearer token of ${here.code} /family-plan/v1/enrolments/…/heads?on=${enrolledOn}&programmeVersion=1`,
        ),
      ]),
    );
    expect(await parts('attendance-away')).toEqual([['illness', 'sygdom', await value('attendance-away')]]);
    const ages = await parts('persons-by-age');
    expect(ages.map((part) => part.slice(0, 2))).toEqual([
      ['infant', '0–2 år'],
      ['adult', 'voksne'],
      ['untold', 'ikke oplyst'],
    ]);
    expect(ages.reduce((sum, [, , count]) => sum + (count as number), 0)).toBe(await value('persons-by-age'));
    const { partsOn, partsWithheld } = await figure('persons-by-age');
    expect([partsOn, partsWithheld]).toEqual([localDate(new Date()), null]);
    const before = await here.figures(year);
    await here.rebuilt();
    expect(await here.figures(year)).toEqual(before);
  });

  it('are told once: what is corrected or erased afterwards is in no difference of them', async () => {
    const [away, ages] = [await parts('attendance-away'), await parts('persons-by-age')];
    const sheet = latest().find(({ absent, on }) => absent > 0 && on <= year.to)!;
    const corrected = { ...sheet, present: sheet.present + sheet.absent, absent: 0 };
    const numbering = new Numbering(here.code);
    history.push(numbering.next(AttendanceRecorded, corrected));
    const [before, questions] = [await value('attendance-away'), asked.length];
    await world.deliver(history.slice(-1));
    await askOwners();
    expect(asked).toHaveLength(questions + 1);
    expect(before - (await value('attendance-away'))).toBe(sheet.absent);
    expect(await parts('attendance-away')).toEqual(away);

    const enrolled = told<Enrolment>(FamilyEnrolled).find(({ enrolledOn }) => enrolledOn <= year.to)!;
    const held = () => world.rows('SELECT FROM enrolment_age WHERE enrolment_id = $1', [enrolled.enrolmentId]);
    expect(await held()).toHaveLength(1);
    await world.deliver([numbering.next(FamilyErased, { familyId: enrolled.familyId })]);
    expect(await held()).toEqual([]);
    expect(await parts('persons-by-age')).toEqual(ages);
    for (const change of ['UPDATE parts_of_year SET year = 1999', 'DELETE FROM parts_of_year'])
      await expect(here.inTx((tx) => tx.query(change))).rejects.toThrow(/permission denied/);
  });

  it('are in no row: of a session how many came, of an enrolment how many persons', async () => {
    for (const code of ['attendance-away', 'persons-by-age'] as const) {
      const { items } = await here.rows(code, here.lead, year);
      expect(items.length).toBeGreaterThan(3);
      expect(new Set(items.map(({ part }) => part))).toEqual(new Set([null]));
      if (code === 'attendance-away') expect(new Set(items.map(({ familyId }) => familyId))).toEqual(new Set([null]));
    }
  });
});
