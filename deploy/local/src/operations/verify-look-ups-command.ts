import { parseArgs } from 'node:util';
import { readOperatorCredentials } from '../keycloak/operator-credentials.js';
import { operatorClient, operatorRealm } from '../keycloak/realm-names.js';
import { tokenForClient } from '../keycloak/tokens.js';

const usage = `npm run verify-look-ups [-- 0450]    reads the register of look-ups, of one municipality or of all, and names what is not as it was appended

  --target URL         the platform's base address; the credentials' own unless given
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given

It ends with 1 where something was altered, dropped, swapped, cut off or never came.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string' }, credentials: { type: 'string' }, help: { type: 'boolean' } },
});

interface Verified {
  readonly municipality: string;
  readonly rows: number;
  readonly signedUpTo: number;
  readonly faults: readonly { kind: string; pos: number; to?: number; source?: string }[];
}

async function run(municipality: string | undefined): Promise<void> {
  const { target, keycloak, operatorSecret } = readOperatorCredentials(values.credentials, values.target);
  const token = await tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret);
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (municipality) headers.set('helhed-municipality', municipality);
  const address = `${target}/consent/v1/operations/look-ups:verify`;
  const answer = await fetch(address, { method: 'POST', headers });
  if (!answer.ok) throw new Error(`POST ${address}: ${answer.status} ${await answer.text()}`);
  const { municipalities } = (await answer.json()) as { municipalities: readonly Verified[] };
  for (const { municipality: code, rows, signedUpTo, faults } of municipalities) {
    console.log(`${code}: ${rows} rows, signed up to ${signedUpTo}, ${faults.length || 'no'} faults`);
    for (const { kind, pos, to, source } of faults)
      console.log(`  ${kind} at ${pos}${to && to !== pos ? ` and ${to}` : ''}${source ? ` (${source})` : ''}`);
  }
  if (municipalities.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

if (values.help) console.log(usage);
else
  run(positionals[0]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
