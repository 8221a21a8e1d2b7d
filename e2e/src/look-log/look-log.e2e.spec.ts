import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contexts, type Context } from '@helhed/contracts';
import { repository } from '@helhed/local';
import { startPlatform, testServers, type TestPlatform } from '@helhed/testing';
import { eventually } from '../story/api.js';
import { faultsOfFamilyPages } from './family-pages.js';
import { foreignHead } from './foreign-head.js';
import { givings, unsaidIn } from './given-out.js';
import { LooksWorld, type Held } from './looks-world.js';
import { lookRoutes, looks, type Look } from './other-looks.js';
import { ran } from './ran.js';
import { intakeRoute, reads, type Read } from './reads.js';
import { asOwner, shipped } from './register.js';
import { readRoutes } from './routes.js';
import { look as lookAt, shownIn, withoutLog } from './without-log.js';

const full = process.env['HELHED_FULL'] === '1';

/** Two instances of each service. What is done to databases is done as their owners, as an intruder would. */
describe('the register of look-ups of a running platform', () => {
  let platform: TestPlatform;
  let world: LooksWorld;

  beforeAll(async () => {
    platform = await startPlatform({ instances: 2 });
    world = await LooksWorld.make(platform);
  }, 300_000);
  afterAll(() => platform?.stop());

  const look = (asked: Pick<Look, 'as' | 'path'>, base?: string) => lookAt(world, asked, base);
  const owner = <T extends object>(service: Context, sql: string, values: unknown[] = []) =>
    asOwner<T>(platform.databases[service].owner, world.code, sql, values);

  it('the family’s page tells what each of the five services holds, on the parent and on the child', async () => {
    for (const who of ['person', 'child'] as const) {
      const path = (held: Held) => `/consent/my/${held[who]}/held`;
      // a service that takes its lease just now does not answer yet
      const answers = ({ text }: { text: string }) => !text.includes('Svarer ikke lige nu');
      const { status, text } = await eventually(`held on the ${who}`, () => look({ as: 'maja', path }), answers);
      expect([who, status]).toEqual([who, 200]);
      const cards = text.split('<h2>').slice(1);
      expect(cards).toHaveLength(contexts.length);
      for (const card of cards)
        expect([who, card]).toEqual([who, expect.stringMatching(/<dt>Antal<\/dt>\s*<dd>[1-9]/)]);
    }
  });

  it('the pages of taking a consent back say what was given out already', async () => {
    for (const each of givings) expect([each.route, (await look(each)).status]).toEqual([each.route, 200]);
    expect(givings).toHaveLength(3);
    const path = ({ bases }: Held) => `/consent/my/bases/${bases.at(-1)}/withdraw`;
    const said = ({ text }: { text: string }) => unsaidIn(text).length === 0;
    expect(await eventually('what was given out', () => look({ as: 'maja', path }), said)).toMatchObject({
      status: 200,
    });
  });

  describe('where the log cannot be written', () => {
    it('every look of the API, the decision API and the pages is asked, of each service that notes it', () => {
      const routes = lookRoutes();
      // docs/access.md and what the routes declare, each by itself
      const declared = readRoutes().filter(({ method, aboutSomebody }) => method === 'GET' && aboutSomebody);
      const asked = [...looks.map(({ route }) => route), intakeRoute];
      const missing = [...routes, ...declared.map(({ template }) => `GET ${template}`)];
      expect([...new Set(missing)].filter((route) => !asked.includes(route))).toEqual([]);
      expect(asked.filter((route) => !routes.includes(route))).toEqual([]);
    });

    it.each(contexts)('%s answers none of its looks, and every one again when it can be noted', async (service) => {
      const own = looks.filter(({ notedBy }) => notedBy.includes(service));
      const shown = async (each: Look) =>
        eventually(
          `${each.route} by ${each.as}`,
          () => look(each),
          ({ status, text }) => status === 200 && !each.instead?.test(text),
        );
      for (const each of own) await shown(each);
      await withoutLog(world, service, async () => {
        for (const each of own)
          expect([each.route, each.as, shownIn(await look(each), each, world.held)]).toEqual([each.route, each.as, []]);
      });
      for (const each of own) await shown(each);
      console.info(`${service}: ${own.length} looks by ${new Set(own.map(({ route }) => route)).size} routes`);
    });

    it('nor does referral tell family-plan what it has received', async () => {
      await world.referUnmatched(async (referral) => {
        const path = () => `/referral/v1/intakes/${referral}`;
        const claim: Look = { route: intakeRoute, as: 'family-plan', path, notedBy: ['referral'] };
        expect((await look(claim)).status).toBe(200);
        await withoutLog(world, 'referral', async () =>
          expect(shownIn(await look(claim), claim, world.held)).toEqual([]),
        );
      });
    });
  });

  it('is behind pages that a family can read, on a phone and a desktop, in both languages', async () => {
    expect(await faultsOfFamilyPages(world)).toEqual([]);
  }, 240_000);

  describe('has no gap in a service’s numbers', () => {
    const list: Read = reads.find(({ route, as }) => route.endsWith('/referrals') && as === 'vibeke') as Read;
    const rowsOf = async () =>
      (await shipped(platform, world.code)).filter(
        ({ act, source }) => source === 'referral' && act === 'referral.list',
      );
    const gaps = () =>
      owner<{ source: string }>(
        'consent',
        `SELECT source FROM look_up GROUP BY source, incarnation HAVING max(seq) - min(seq) + 1 <> count(*) OR min(seq) <> 1`,
      );

    it('when instances are killed between a look’s answer and its shipping', async () => {
      const before = (await rowsOf()).length;
      let answered = 0;
      for (const each of [0, 1, 0, 1]) {
        const process = platform.process('referral', each);
        const looks = await Promise.all(Array.from({ length: 20 }, () => look(list, process.url)));
        await process.kill();
        answered += looks.filter(({ status }) => status === 200).length;
        await process.start();
      }
      expect(answered).toBe(80);
      expect((await rowsOf()).length - before).toBe(answered);
      expect(await gaps()).toEqual([]);
    });

    it('when the bus, or consent, is away for a while, and looks go on', async () => {
      const before = (await rowsOf()).length;
      let answered = 0;
      const looking = async (ms: number) => {
        const until = Date.now() + ms;
        for (let asked = 0; asked < 25 || Date.now() < until; asked++, await pause(100))
          if ((await look(list)).status === 200) answered++;
      };
      await platform.nats.kill();
      await looking(full ? 60_000 : 6_000);
      await platform.nats.start();
      const consent = [0, 1].map((each) => platform.process('consent', each));
      await Promise.all(consent.map((each) => each.kill()));
      await looking(full ? 60_000 : 6_000);
      await Promise.all(consent.map((each) => each.start()));
      expect(answered).toBeGreaterThan(40);
      expect((await rowsOf()).length - before).toBe(answered);
      expect(await gaps()).toEqual([]);
    });
  });

  describe('is read by npm run verify-look-ups, which', () => {
    let credentials: string;
    let heads: string;

    beforeAll(async () => {
      const { url, admin } = await testServers().keycloak();
      const { url: target, dataDir, installation } = platform;
      credentials = join(dataDir, 'credentials.json');
      const operatorSecret = process.env['HELHED_TEST_OPERATOR_SECRET'];
      const content = {
        target,
        keycloak: { url, ...admin },
        operatorSecret,
        serviceSecrets: installation.clientSecrets,
      };
      writeFileSync(credentials, JSON.stringify(content), { mode: 0o600 });
      heads = join(dataDir, 'look-up-heads', `${world.code}.jsonl`);
      await shipped(platform, world.code);
      // a service signs soon after its start
      await platform.process('consent').stop();
      await platform.process('consent').start();
      await eventually('the head signed', async () => existsSync(heads), Boolean);
    }, 120_000);

    const command = join(repository, 'deploy/local/dist/operations/verify-look-ups-command.js');
    // the edge that the command asks is in this very process, which must not stand still meanwhile
    const verify = async () => {
      const { status, stdout, stderr } = await ran([command, world.code, '--credentials', credentials]);
      const [summary = '', ...faults] = stdout.trimEnd().split('\n');
      return { status, summary, faults: faults.map((line) => line.trim()), stderr };
    };
    /** Does something, looks what is said, and undoes it. */
    const tampered = async (sql: readonly string[], undo: readonly string[]) => {
      for (const each of sql) await owner('consent', each);
      const said = await verify();
      for (const each of undo) await owner('consent', each);
      return said;
    };

    it('says that it is whole', async () => {
      const { status, summary, faults, stderr } = await verify();
      expect([status, faults, stderr]).toEqual([0, [], '']);
      expect(summary).toMatch(new RegExp(`^${world.code}: \\d+ rows, signed up to [1-9]\\d*, no faults$`));
    });

    it('names a flipped byte with its position, and ends with 1', async () => {
      const flip = `UPDATE look_up SET salt = set_byte(salt, 3, get_byte(salt, 3) # 1) WHERE pos = 7`;
      const { status, faults } = await tampered([flip], [flip]);
      expect([status, faults]).toEqual([1, [expect.stringMatching(/^content-altered at 7 \([a-z-]+\)$/)]]);
    });

    it('names a dropped row', async () => {
      const { status, faults } = await tampered(
        [
          'CREATE TABLE dropped AS SELECT * FROM look_up WHERE pos = 7',
          'CREATE TABLE dropped_subject AS SELECT * FROM look_up_subject WHERE pos = 7',
          'DELETE FROM look_up_subject WHERE pos = 7',
          'DELETE FROM look_up WHERE pos = 7',
        ],
        [
          'INSERT INTO look_up SELECT * FROM dropped',
          'INSERT INTO look_up_subject SELECT * FROM dropped_subject',
          'DROP TABLE dropped, dropped_subject',
        ],
      );
      expect(status).toBe(1);
      expect(faults[0]).toBe('missing at 7');
    });

    it('names a swapped pair', async () => {
      const swap = [
        'UPDATE look_up SET pos = CASE pos WHEN 5 THEN -9 ELSE -5 END WHERE pos IN (5, 9)',
        'UPDATE look_up SET pos = -pos WHERE pos < 0',
      ];
      const { status, faults } = await tampered(swap, swap);
      expect([status, faults.filter((line) => line.startsWith('swapped'))]).toEqual([1, ['swapped at 5 and 9']]);
    });

    it('names a head that somebody else signed, one that was altered, and heads that are gone', async () => {
      const signed = readFileSync(heads, 'utf8');
      const [line = ''] = signed.split('\n');
      const { pos } = JSON.parse(line) as { pos: number };
      appendFileSync(heads, `${foreignHead(line)}\n`);
      expect((await verify()).faults).toEqual([`signature-invalid at ${pos}`]);
      writeFileSync(heads, signed.replace(`"pos":${pos},`, `"pos":${pos - 1},`));
      expect((await verify()).faults).toEqual([`signature-invalid at ${pos - 1}`]);
      renameSync(heads, `${heads}.away`);
      expect((await verify()).faults).toEqual([expect.stringMatching(/^heads-missing at \d+$/)]);
      renameSync(`${heads}.away`, heads);
      writeFileSync(heads, signed);
      expect(await verify()).toMatchObject({ status: 0, faults: [] });
    });
  });
});
