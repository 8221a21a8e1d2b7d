import { readFileSync } from 'node:fs';
import { municipalityNamed } from '../operations/names.js';
import { credentialsUsage, operatorOptions } from '../operations/operator-api.js';
import { Misused, runCommand } from '../operations/run-command.js';
import { registerMunicipality } from '../platform/register-municipality.js';
import { connectAdmin } from './connect-admin.js';
import { createMunicipality, type MunicipalityPlan } from './create-municipality.js';
import { readOperatorCredentials } from './operator-credentials.js';
import { operatorClient, operatorRealm } from './realm-names.js';
import { retireUnit } from './retire-unit.js';
import { tokenForClient } from './tokens.js';

const usage = `npm run municipality -- create CODE --name NAME     make a municipality's realm, or bring it up to the template
npm run municipality -- retire-unit CODE UNIT       end a unit; its code is never taken up again
${credentialsUsage}
  --plan FILE          units, users and systems as JSON: {"units": [{"code", "name", "institution", "functions"}], …}
  --demo               people get tokens for their password (client demo-cli); never in production
  --replace-issuer     the realm takes the place of the one that the services know for the municipality
  --public-url URL     Keycloak's public base, where it does not say so itself`;

const options = {
  ...operatorOptions,
  name: { type: 'string' },
  plan: { type: 'string' },
  demo: { type: 'boolean' },
  'public-url': { type: 'string' },
  'replace-issuer': { type: 'boolean' },
} as const;

await runCommand(usage, options, ({ values, positionals: [verb, named, unit] }) => {
  if (verb !== 'create' && verb !== 'retire-unit') throw new Misused('create or retire-unit?');
  const code = municipalityNamed(named);
  const credentials = () => readOperatorCredentials(values.credentials, values.target);
  if (verb === 'retire-unit') {
    if (!unit) throw new Misused('Name the unit by its code');
    return retire(credentials(), code, unit);
  }
  if (!values.name) throw new Misused('--name is the name of the municipality');
  return create(credentials(), { ...values, code, name: values.name });
});

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
  const wanted = { ...plan, code, name, demo, publicUrl, pagesUrl: target, serviceSecrets };
  const { realm, issuer } = await createMunicipality(admin, wanted);
  console.log(`Keycloak has the realm ${realm}`);
  const operatorToken = await tokenForClient(keycloak.url, operatorRealm, operatorClient, operatorSecret);
  await registerMunicipality({ base: target, operatorToken, code, issuer, replaceIssuer: wish['replace-issuer'] });
  console.log(`The services take tokens of ${issuer} as municipality ${code}, ${name}`);
}

async function retire({ keycloak }: Credentials, code: string, unit: string): Promise<void> {
  await retireUnit(await connectAdmin(keycloak), code, unit, new Date().toISOString().slice(0, 10));
  console.log(`Unit ${unit} of municipality ${code} is retired; its code stays taken`);
}
