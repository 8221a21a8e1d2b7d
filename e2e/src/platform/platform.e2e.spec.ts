import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from '@helhed/contracts';
import { realLookingCpr, startPlatform, type TestPlatform } from '@helhed/testing';
import { connect } from '@nats-io/transport-node';
import { faultsOfLog } from '../look-log/faults-of-log.js';
import { shipped } from '../look-log/register.js';
import { readRoutes } from '../look-log/routes.js';
import { membersOf, toldTo } from '../look-log/told-to.js';
import { nyborgReferred, type StoryResult, type StoryTrail } from '../nyborg-referred/nyborg-referred.js';
import { referralOf } from '../nyborg-referred/families.js';
import { platformTarget, sendsToLoopback } from '../story/open-target.js';
import { connected } from './catalogue.js';
import { dumpOf, foundIn, shapesOf } from './scan.js';
import { Sender } from './sender.js';
import { tenancyOf } from './tenancy.js';
import { writtenIn } from './written.js';

const quiet = () => undefined;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function refused(sender: Sender, path: string, body: object, canary: string): Promise<void> {
  const answer = await sender.post(path, body);
  const shown = await answer.text();
  expect([path, answer.status, shown.replaceAll(/\D/g, '').includes(canary)]).toEqual([path, 400, false]);
}

/** Requests whose codes and references would reach events, figures and replicas, each with a person's number in one of them. */
function withCanary(referral: string, canary: string): [path: string, body: object][] {
  const hyphened = `${canary.slice(0, 6)}-${canary.slice(6)}`;
  const basis = {
    kind: 'consent',
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    familyId: referral,
    persons: [referral],
    givenBy: [referral],
    how: 'spoken',
    givenOn: '2026-11-01',
    validFrom: '2026-11-01',
    evidence: 'Journal 17',
  };
  const of = (command: string) => `/referral/v1/referrals/${referral}:${command}`;
  return [
    [of('close'), { outcome: canary }],
    [of('close'), { outcome: `done-${hyphened}` }],
    [of('decline'), { reasonCode: hyphened, reason: 'Uden for målgruppen.' }],
    [of('withdraw'), { reasonCode: `a${canary}` }],
    ...[
      { purpose: canary },
      { categories: ['referral-outcome', hyphened] },
      { fromUnit: canary },
      { toUnit: `unit-${hyphened}` },
      { evidence: `Journal ${hyphened.replace('-', ' ')}` },
      { paragraph: `§ 1, ${canary}` },
    ].map((change): [string, object] => ['/consent/v1/bases', { ...basis, ...change }]),
  ];
}

/** Two instances of each service, each a process; two stories at once in two municipalities. */
describe('the whole platform', () => {
  let platform: TestPlatform;
  let traces: string;
  let stories: (StoryResult & StoryTrail)[];
  let sender: Sender;

  beforeAll(async () => {
    traces = join(process.cwd(), 'e2e', 'dist', `traces-${process.pid}.jsonl`);
    platform = await startPlatform({
      instances: 2,
      ownPostgres: true,
      env: { ...sendsToLoopback, HELHED_TRACE_FILE: traces },
    });
    const target = await platformTarget(platform);
    stories = await Promise.all([7, 8].map((seed) => nyborgReferred(target, { families: 11, seed, say: quiet })));
    sender = await Sender.of(platform);
  }, 600_000);
  afterAll(() => platform?.stop());

  it('tells two stories at once, and neither touches the other', () => {
    expect(stories.map(({ figures }) => figures['referred'])).toEqual([11, 11]);
    // 503 asks to try again: a slow machine may let a lease run out
    for (const { answers } of stories)
      expect(Object.keys(answers).filter((status) => Number(status) >= 500 && status !== '503')).toEqual([]);
  });

  it('has one row in the register of look-ups for each look of both stories, and none else', async () => {
    for (const { municipality, asked } of stories)
      expect(faultsOfLog(asked, await shipped(platform, municipality), readRoutes())).toEqual([]);
  });

  it('told a parent of each story who has looked, as the register has it', async () => {
    for (const { municipality, ownView } of stories) {
      const rows = await shipped(platform, municipality);
      const members = await membersOf(platform, municipality, ownView.person);
      expect(ownView.items.map(({ id }) => id)).toEqual(toldTo(ownView, rows, members));
      expect(new Set(ownView.items.map((item) => item.function))).toEqual(
        new Set(['referrer', 'triager', 'pedagogue', 'group-leader', 'psychologist', null]),
      );
    }
  });

  it.each(contexts)(
    '%s shows a municipality no row of another, in any table, with no predicate of its own',
    async (service) => {
      const [mine, other] = stories.map(({ municipality }) => municipality) as [string, string];
      const { withRows, faults } = await tenancyOf(platform.databases[service], mine, other);
      expect(faults).toEqual([]);
      expect(withRows.length).toBeGreaterThanOrEqual(3);
      // what was recorded in consent reached all that rest answers on it
      expect(withRows).toContain('helhed.basis_replica');
    },
  );

  it('asks the bus for nothing that it may not have', async () => {
    const logs = platform.processes.map(({ logFile }) => readFileSync(logFile, 'utf8')).join('\n');
    expect(logs).toContain('"msg":"ready"');
    expect(logs.match(/PermissionViolation/g) ?? []).toEqual([]);
  });

  it('follows one referral through three services under one trace id', async () => {
    const traceId = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
    const sent = await sender.post(
      '/referral/v1/referrals',
      referralOf(1, 'accepted', new Date(), 3),
      `00-${traceId}-00f067aa0ba902b7-01`,
    );
    expect(sent.status).toBe(201);
    const services = () =>
      new Set(
        readFileSync(traces, 'utf8')
          .split('\n')
          // the last may be half of a line
          .slice(0, -1)
          .filter((line) => line.includes(traceId))
          .map((line) => (JSON.parse(line) as { service: string }).service),
      );
    const wanted = ['referral', 'family-plan', 'reporting'];
    const missing = () => wanted.filter((service) => !services().has(service));
    for (const until = Date.now() + 90_000; missing().length > 0 && Date.now() < until;) await pause(200);
    expect(missing()).toEqual([]);
  });

  it('holds what people wrote encrypted, but for the names of staff, and the bus, the logs and the traces nothing of it', async () => {
    const written = stories.flatMap(({ asked }) => writtenIn(asked));
    const texts = [...new Set(written.map(({ text }) => text))];
    const staff = written.filter(({ path }) => path === '/scheduling/v1/staff').map(({ text }) => text);
    expect([texts.length > 50, staff.length > 0]).toEqual([true, true]);
    const at = async (place: string) => {
      const found = await foundIn(place, texts);
      return texts.filter((_, i) => found[i]);
    };
    const dumps = await Promise.all(contexts.map((service) => dumpOf(platform.databases[service].backup)));
    expect({
      dumps: texts.filter((text) => dumps.some((dump) => dump.includes(text))),
      'NATS store': await at(platform.nats.storeDir),
      logs: await at(platform.dataDir),
      traces: await at(traces),
      // that a text of words would be found: a definition's, which everybody may read
      'a name on the bus': await foundIn(platform.nats.storeDir, ['Familiestue']),
    }).toEqual({ dumps: [...new Set(staff)], 'NATS store': [], logs: [], traces: [], 'a name on the bus': [true] });
  }, 120_000);

  it('holds a CPR number nowhere but encrypted, and the search for it finds a planted one everywhere', async () => {
    const canary = realLookingCpr({ birthDate: '1990-03-14' });
    const planted = realLookingCpr({ birthDate: '1991-05-16' });
    const good = referralOf(2, 'accepted', new Date(), 3);
    const members = good.members.map((member, i) => (i === 0 ? { ...member, cpr: canary } : member));
    const taken = await sender.post('/referral/v1/referrals', { ...good, members });
    expect(taken.status).toBe(201);
    const { id } = (await taken.json()) as { id: string };
    // and where it does not belong: refused, and not repeated anywhere
    for (const body of [
      { ...good, senderReference: canary },
      { ...good, programme: canary },
      { ...good, members: canary },
      { ...good, facts: { everydayConflicts: [], wholeFamilyTakesPart: true, [`a${canary}`]: Number(canary) } },
      { [canary]: 1 },
    ])
      await refused(sender, '/referral/v1/referrals', body, canary);
    for (const [path, body] of withCanary(id, canary)) await refused(sender.triager as Sender, path, body, canary);
    await sender.get(`/referral/v1/referrals/${canary}`);
    await pause(3_000);

    const dataDir = platform.postgres?.dataDir as string;
    const superuser = platform.postgres?.adminUrl as string;
    await connected(platform.databases.referral.owner, (owner) =>
      owner.query(`CREATE TABLE planted AS SELECT '${planted}'::text AS t`),
    );
    await connected(superuser, (admin) => admin.query('CHECKPOINT'));
    const bus = await connect({
      servers: platform.nats.url,
      user: 'referral',
      pass: platform.nats.passwords['referral'] ?? '',
      inboxPrefix: '_INBOX.referral',
    });
    bus.publish('helhed.9999.referral.planted.x', planted);
    await bus.flush();
    await bus.close();
    appendFileSync(join(platform.dataDir, 'referral-0.log'), `${planted}\n`);
    appendFileSync(traces, `{"name":"${planted}"}\n`);

    const dumps = async () =>
      Promise.all(contexts.map((service) => dumpOf(platform.databases[service].backup))).then((all) => all.join('\n'));
    const inText = (text: string) => (number: string) =>
      shapesOf(number).some((shape) => text.includes(shape.toString('latin1')));
    const numbers = [canary, planted];
    expect({
      'data files': await foundIn(join(dataDir, 'base'), numbers),
      'write-ahead log': await foundIn(join(dataDir, 'pg_wal'), numbers),
      'NATS store': await foundIn(platform.nats.storeDir, numbers),
      logs: await foundIn(platform.dataDir, numbers),
      traces: await foundIn(traces, numbers),
      dump: numbers.map(inText(await dumps())),
    }).toEqual({
      'data files': [false, true],
      'write-ahead log': [false, true],
      'NATS store': [false, true],
      logs: [false, true],
      traces: [false, true],
      dump: [false, true],
    });
  }, 300_000);
});
