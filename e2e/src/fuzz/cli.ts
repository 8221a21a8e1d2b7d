import { runCommand } from '@helhed/local';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { startPlatform, stopTestServers, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { fuzz, schemathesis } from './schemathesis.js';

/** Who fuzzes what: callers whose functions open the most of each service. */
const runs: readonly {
  service: string;
  as: (municipality: TestMunicipality) => Promise<{ token: () => Promise<string> }>;
}[] = [
  { service: 'referral', as: (m) => m.system('fuzzing-system', 'db-solsikken:referrer') },
  { service: 'referral', as: (m) => m.person('visitation:triager') },
  { service: 'referral', as: (m) => m.person('familiestuen:programme-lead') },
  { service: 'family-plan', as: (m) => m.person('familiestuen:group-leader') },
  { service: 'family-plan', as: (m) => m.person('visitation:triager') },
  { service: 'family-plan', as: (m) => m.person('ppr:psychologist') },
  { service: 'family-plan', as: (m) => m.person('db-solsikken:pedagogue') },
  { service: 'scheduling', as: (m) => m.person('familiestuen:group-leader') },
  { service: 'consent', as: (m) => m.person('visitation:triager') },
  { service: 'consent', as: (m) => m.person('raadhuset:data-protection-officer') },
  { service: 'consent', as: (m) => m.citizen('fuzzing') },
  { service: 'reporting', as: (m) => m.person('familiestuen:programme-lead') },
];

const examples = process.env['HELHED_FULL'] === '1' ? 200 : 6;
const seed = Number(process.env['HELHED_SEED'] ?? 20_261_121);

async function publish(platform: TestPlatform, municipality: TestMunicipality): Promise<void> {
  const lead = await municipality.person('familiestuen:programme-lead');
  const definition = forMunicipality(getDefinition('nyborg-familiestue'), municipality.code);
  const answer = await fetch(`${platform.url}/referral/v1/programmes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await lead.token()}`,
      'content-type': 'application/json',
      'idempotency-key': 'fuzz',
    },
    body: JSON.stringify({ definition }),
  });
  if (!answer.ok) throw new Error(`the programme was not published: ${answer.status}`);
}

const usage = `npm run fuzz    schemathesis against the five services' OpenAPI documents, on a platform of its own

  HELHED_FULL=1 makes 200 examples of each operation instead of 6; HELHED_SEED says what chance makes of them
  --help          these lines`;

await runCommand(usage, {}, async () => {
  schemathesis();
  const platform = await startPlatform();
  let failed = 0;
  try {
    const municipality = await platform.municipality();
    await publish(platform, municipality);
    for (const { service, as } of runs) {
      const token = await (await as(municipality)).token();
      if ((await fuzz({ service, base: platform.url, token, examples, seed })) !== 0) failed++;
    }
    for (const service of ['referral', 'scheduling']) {
      const token = await platform.operator.token();
      if ((await fuzz({ service, base: platform.url, token, examples, seed, only: 'operations' })) !== 0) failed++;
    }
  } finally {
    await platform.stop();
    await stopTestServers();
  }
  console.log(`${runs.length + 2 - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
