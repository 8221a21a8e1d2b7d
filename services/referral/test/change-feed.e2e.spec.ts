import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, type TestActor, type TestPlatform } from '@helhed/testing';
import { ChangePage } from '../src/changes/changes.dto.js';
import { changeTypes } from '../src/changes/note-step.js';
import { apiOf } from './api.js';
import { blocksOf, commandsOf, guideText } from './guide.js';
import { body } from './submission.js';

const run = promisify(execFile);
const [begin, goOn] = commandsOf('change-feed') as [string, string];

describe('the guide to the change feed', () => {
  let platform: TestPlatform;
  let system: TestActor;
  let send: ReturnType<typeof apiOf>;
  beforeAll(async () => {
    platform = await startPlatform({ services: ['referral'] });
    const town = await platform.municipality();
    send = apiOf(platform.url);
    system = await town.system('dagtilbud', 'db-solsikken:referrer');
    const lead = await town.person('visitation:programme-lead');
    const definition = forMunicipality(getDefinition('nyborg-familiestue'), town.code);
    expect((await send('POST', '/programmes', { as: lead, body: { definition } })).status).toBe(201);
  }, 180_000);
  afterAll(() => platform?.stop());

  const refer = async () => {
    const parentsPart = (body().parentsPart ?? []).map((part) => ({ ...part, on: '2026-01-05' }));
    return (await send('POST', '/referrals', { as: system, body: body({ parentsPart }) })).body.id;
  };
  const type = async (command: string, more: Record<string, string> = {}): Promise<ChangePage> => {
    const env = { PATH: process.env['PATH'] ?? '', HELHED: platform.url, TOKEN: await system.token(), ...more };
    return ChangePage.parse(JSON.parse((await run('sh', ['-c', command], { env })).stdout));
  };

  it('has commands that tell what has changed, and what has since', async () => {
    const first = await refer();
    const page = await type(begin);
    expect(page.items).toEqual([{ id: first, type: 'referral.received' }]);
    const second = await refer();
    const since = await type(goOn, { RESUME: page.resume ?? '' });
    expect(since.items).toEqual([{ id: second, type: 'referral.received' }]);
  });

  it('shows an answer as it is, and has every type and no other', () => {
    const [example = ''] = blocksOf('change-feed', 'json');
    expect(ChangePage.parse(JSON.parse(example))).toEqual(JSON.parse(example));
    const named = new Set(
      [...guideText('change-feed').matchAll(/`(referral\.[a-z-]+)`/g)].map(([, name = '']) => name),
    );
    expect([...named].toSorted()).toEqual([...changeTypes].toSorted());
  });
});
