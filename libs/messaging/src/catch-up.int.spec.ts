import { eventSource, ReferralSnapshot, tell, TriageStarted, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Applier, type Handle } from './index.js';
import { Ledger } from './test/ledger.js';
import { until } from './test/until.js';

describe('an event of a type that only a later release knows', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await Ledger.make();
  });
  afterEach(() => ledger?.stop());

  const [incarnation, family] = [newId(), newId()];
  const event = (seq: number, type: string = TriageStarted.type, data: object = started(newId())): CloudEvent => ({
    specversion: '1.0',
    id: newId(),
    source: eventSource('0450', 'referral'),
    type,
    subject: family,
    time: '2026-01-01T00:00:00Z',
    datacontenttype: 'application/json',
    municipality: '0450',
    incarnation,
    orderkey: family,
    seq,
    data: data as Record<string, unknown>,
  });
  const started = (referralId: string) => ({
    referralId,
    familyId: family,
    programme: 'familiestue',
    startedOn: '2026-01-01',
    unit: 'visitation',
  });
  const tomorrow = 'dk.helhed.referral.reconsidered.v1';
  const inbox = async () => {
    const [row] = await ledger.rows<{ last_seq: string; parked: number; missed: string[] }>(
      ledger.at['family-plan'],
      'SELECT last_seq, parked, missed FROM helhed.inbox',
    );
    return row && [Number(row.last_seq), row.parked, row.missed];
  };
  const applier = async (handle: Handle) => {
    const { database } = await ledger.copy();
    return new Applier(database, 'family-plan', handle, () => undefined);
  };

  it('is stepped over and noted, until a snapshot has told what came of it', async () => {
    const seen: string[] = [];
    const { apply } = bound(await applier(async ({ type }) => void seen.push(type.split('.')[3] as string)));
    await apply([event(1), event(2, tomorrow, {}), event(3)]);
    expect(await inbox()).toEqual([3, 0, [tomorrow]]);
    // it stands at what was applied here, and is applied all the same
    const events = [tell(TriageStarted, started(newId()))];
    await apply([event(4, ReferralSnapshot.type, { orderKey: family, standsAt: 3, events })]);
    expect(await inbox()).toEqual([4, 0, []]);
    expect(seen).toEqual(['triage-started', 'reconsidered', 'triage-started', 'snapshot', 'triage-started']);
  });

  it('is noted in a snapshot too; where raw events are kept, nothing is', async () => {
    const events = [{ type: tomorrow, data: {} }, tell(TriageStarted, started(newId()))];
    const snapshot = event(9, ReferralSnapshot.type, { orderKey: family, standsAt: 8, events });
    const { apply } = bound(await applier(async () => undefined));
    await apply([snapshot]);
    expect(await inbox()).toEqual([9, 0, [tomorrow]]);
    const keeping = bound(await applier(async () => true));
    await keeping.apply([event(10, tomorrow, {}), event(11)]);
    expect(await inbox()).toEqual([11, 0, [tomorrow]]);
  });

  it('is asked for by the release that knows it', async () => {
    const owner = await ledger.owner();
    const mine = newId();
    const copy = await ledger.copy();
    await ledger.enter(owner.database, mine);
    await until(inbox, (found) => String(found) === '1,0,');
    // as the release before left it: it could make nothing of the event
    await copy.workers.query('UPDATE helhed.inbox SET missed = ARRAY[$1]', [TriageStarted.type]);
    await copy.database.inTransaction('0450' as never, (tx) => tx.query('DELETE FROM ledger'));
    await until(inbox, (found) => String(found) === '2,0,');
    expect(await ledger.entries('family-plan')).toEqual(await ledger.entries('referral'));
    expect(await inbox()).toEqual([2, 0, []]);
  });

  it('an event that is applied while it is parked leaves the parked ones', async () => {
    const { apply } = bound(await applier(async () => undefined));
    const [first, second, third] = [event(1), event(2), event(3)];
    await apply([third]);
    await apply([second]);
    expect(await inbox()).toEqual([0, 2, []]);
    await apply([first, second, third]);
    expect(await inbox()).toEqual([3, 0, []]);
    expect(await ledger.rows(ledger.at['family-plan'], 'SELECT 1 FROM helhed.parked_event')).toEqual([]);
  });

  it('of another context than its source is refused', async () => {
    const { apply } = bound(await applier(async () => undefined));
    await apply([event(1, 'dk.helhed.consent.basis-recorded.v1')]);
    expect(await inbox()).toEqual([0, 1, []]);
  });
});

const bound = (applier: Applier) => ({ apply: applier.apply.bind(applier) });
