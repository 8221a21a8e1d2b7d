import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { registerMunicipality } from '../platform/register-municipality.js';
import { connectAdmin } from './connect-admin.js';
import { createMunicipality, type MunicipalityPlan } from './create-municipality.js';
import { readOperatorCredentials } from './operator-credentials.js';
import { operatorClient, operatorRealm } from './realm-names.js';
import { retireUnit } from './retire-unit.js';
import { tokenForClient } from './tokens.js';

const usage = `npm run municipality -- create CODE --name NAME     make a municipality's realm, or bring it up to the template
npm run municipality -- retire-unit CODE UNIT       end a unit; its code is never taken up again

  --target URL         the platform's base address; the credentials' own unless given
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given
  --plan FILE          units, users and systems as JSON: {"units": [{"code", "name", "functions"}], …}
  --demo               people get tokens for their password (client demo-cli); never in production
  --replace-issuer     the realm takes the place of the one that the services know for the municipality
  --public-url URL     Keycloak's public base, where it does not say so itself`;

const options = {
  name: { type: 'string' },
  target: { type: 'string' },
  credentials: { type: 'string' },
  plan: { type: 'string' },
  demo: { type: 'boolean' },
  'public-url': { type: 'string' },
  'replace-issuer': { type: 'boolean' },
} as const;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [verb, code, unit] = positionals;
  const credentials = () => readOperatorCredentials(values.credentials, values.target);
  if (verb === 'create' && code && values.name) return create(credentials(), { ...values, code, name: values.name });
  if (verb === 'retire-unit' && code && unit) return retire(credentials(), code, unit);
  throw new Error(usage);
}

type Credentials = ReturnType<typeof readOperatorCredentials>;
type Wish = Pick<MunicipalityPlan, 'code' | 'name' | 'demo'> & {
  readonly plan?: string;
  readonly 'public-url'?: string;
  readonly 'replace-issuer'?: boolean;
};

async function create(credentials: Credentials, wish: Wish): Promise<void> {
  const { target, keycloak, operatorSecret, serviceSecrets } = credentials;
  const { code, name, demo, plan: file } = wish;
  const plan = file ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<MunicipalityPlan>) : {};
  const publicUrl = wish['public-url'];
  const admin = await connectAdmin(keycloak);
  const { realm, issuer } = await createMunicipality(admin, { ...plan, code, name, demo, publicUrl, serviceSecrets });
  console.log(`Keycloak has the realm ${realm}`);
  const operatorToken = await tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret);
  await registerMunicipality({ base: target, operatorToken, code, issuer, replaceIssuer: wish['replace-issuer'] });
  console.log(`The services take tokens of ${issuer} as municipality ${code}, ${name}`);
}

async function retire({ keycloak }: Credentials, code: string, unit: string): Promise<void> {
  await retireUnit(await connectAdmin(keycloak), code, unit, new Date().toISOString().slice(0, 10));
  console.log(`Unit ${unit} of municipality ${code} is retired; its code stays taken`);
}

try {
  await run();
} catch (error) {
  const { message = String(error), cause } = error as Error;
  console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
  process.exitCode = 1;
}
