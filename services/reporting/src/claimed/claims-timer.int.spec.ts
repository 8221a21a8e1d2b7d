import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FamilyEnrolled, FamilyErased, type EventData } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { DeadLetters } from '@helhed/messaging';
import { Numbering, programme } from '../../test/events.js';
import { World, type Here } from '../../test/world.js';

describe('what an owner is asked', () => {
  let world: World;
  let here: Here;
  let numbering: Numbering;
  let letters: DeadLetters;
  let status = 200;
  let asked = 0;
  const owner = createServer((request, response) => {
    asked++;
    const [, enrolmentId] = /enrolments\/([0-9a-f-]{36})/.exec(request.url ?? '') ?? [];
    const body = { enrolmentId, on: '2026-04-01', bands: [{ code: 'adult', heads: 1 }], unknown: 0 };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const address = () => `http://127.0.0.1:${(owner.address() as AddressInfo).port}`;

  beforeAll(async () => {
    world = await World.start();
    letters = new DeadLetters(world.workers);
    await new Promise<void>((resolve) => owner.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    here = await world.municipality();
    numbering = new Numbering(here.code);
    [status, asked] = [200, 0];
  });
  afterAll(async () => {
    owner.close();
    await world?.stop();
  });

  const enrolled = async (again?: EventData<typeof FamilyEnrolled>) => {
    const enrolment: EventData<typeof FamilyEnrolled> = again ?? {
      enrolmentId: newId(),
      referralId: newId(),
      familyId: newId(),
      programme,
      placeId: newId(),
      groupId: newId(),
      enrolledOn: '2026-04-01',
      members: [{ personId: newId(), role: 'parent', households: [newId()] }],
    };
    await world.deliver([numbering.next(FamilyEnrolled, enrolment)]);
    return enrolment;
  };
  /** As time goes by, so many times. */
  const ask = async (times: number, at = address()) => {
    for (let n = 0; n < times; n++) {
      await here.inTx((tx) => tx.query('UPDATE claim_due SET ask_at = clock_timestamp()'));
      await world.askOwners(at);
    }
  };
  const due = async () => (await world.rows('SELECT FROM claim_due WHERE municipality = $1', [here.code])).length;
  const told = async () => (await world.rows('SELECT FROM enrolment_age WHERE municipality = $1', [here.code])).length;
  const parked = async () => (await letters.list()).filter(({ municipality }) => municipality === here.code);

  it.each([400, 401, 403, 404, 409, 422])(
    'and refuses with %d is parked after six times, and answered when an operator puts it back',
    async (refusal) => {
      const { enrolmentId, familyId } = await enrolled();
      status = refusal;
      await ask(5);
      expect([await due(), await parked()]).toEqual([1, []]);
      await ask(1);
      const [letter] = await parked();
      expect(letter).toMatchObject({ orderKey: enrolmentId, type: FamilyEnrolled.type, tries: 6, source: 'claims' });
      expect(letter?.reason).toBe(`ClaimRefused ${refusal}`);
      expect(JSON.stringify((await letters.show(letter!.id)).event)).not.toContain('parent');
      await ask(3);
      expect([asked, await due(), await told()]).toEqual([6, 0, 0]);
      // its family's events do not wait behind it
      await world.deliver([numbering.next(FamilyErased, { familyId: newId() })]);
      expect(
        await world.rows('SELECT FROM helhed.inbox WHERE municipality = $1 AND order_key = $2 AND parked > 0', [
          here.code,
          familyId,
        ]),
      ).toEqual([]);

      status = 200;
      await letters.replay(letter!.id);
      await ask(1);
      expect([await due(), await told(), await parked()]).toEqual([0, 1, []]);
    },
  );

  it.each([500, 502, 503, 429])(
    'and answers %d to is asked again and again, later and later, and never parked',
    async (down) => {
      await enrolled();
      status = down;
      await ask(12);
      expect([asked, await due(), await parked()]).toEqual([12, 1, []]);
      const [wait] = await world.rows<{ minutes: number }>(
        `SELECT round(extract(epoch FROM ask_at - clock_timestamp()) / 60)::int AS minutes FROM claim_due WHERE municipality = $1`,
        [here.code],
      );
      expect(wait?.minutes).toBe(60);
      // having been down for long does not make one refusal the last
      status = 404;
      await ask(1);
      expect([await due(), await parked()]).toEqual([1, []]);
      status = 200;
      await ask(1);
      expect([await due(), await told()]).toEqual([0, 1]);
    },
  );

  it('and is not there to be asked is asked again and again', async () => {
    await enrolled();
    await ask(8, 'http://127.0.0.1:9');
    expect([await due(), await parked()]).toEqual([1, []]);
  });

  it('and has erased is asked no more', async () => {
    await enrolled();
    status = 410;
    await ask(2);
    expect([asked, await due(), await told(), await parked()]).toEqual([1, 0, 0, []]);
  });

  it('anew is parked no more, and nothing is of a family that is erased', async () => {
    status = 404;
    const first = await enrolled();
    await ask(6);
    expect(await parked()).toHaveLength(1);
    await enrolled(first);
    expect([await due(), await parked()]).toEqual([1, []]);
    await ask(6);
    expect(await parked()).toHaveLength(1);
    await world.deliver([numbering.next(FamilyErased, { familyId: first.familyId })]);
    expect([await due(), await parked()]).toEqual([0, []]);
  });
});
