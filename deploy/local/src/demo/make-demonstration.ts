import { getDefinition } from '@helhed/programmes';
import { connectAdmin } from '../keycloak/connect-admin.js';
import { createMunicipality } from '../keycloak/create-municipality.js';
import { ensureOperatorRealm } from '../keycloak/ensure-operator-realm.js';
import { operatorClient, operatorRealm } from '../keycloak/realm-names.js';
import { tokenForClient } from '../keycloak/tokens.js';
import type { Launched } from '../launcher/launch.js';
import { installationSecrets } from '../launcher/secrets.js';
import { progress } from '../launcher/words.js';
import { registerMunicipality } from '../platform/register-municipality.js';
import { DemoApi } from './demo-api.js';
import { demoCallers } from './demo-callers.js';
import { demoPasswords } from './demo-passwords.js';
import { linkCitizens } from './link-citizens.js';
import { openGroup, publishProgrammes, referFamilies } from './load-thread.js';
import { demoMunicipalities, type DemoMunicipality } from './people.js';

/**
 * Nyborg and Esbjerg with invented people and families, made by the municipality command's own functions and
 * the public APIs. May be repeated: it adds what is missing.
 */
export async function makeDemonstration({ edge, installation }: Launched): Promise<void> {
  const secrets = demoPasswords();
  const { operator: operatorSecret, keycloakAdmin } = installationSecrets();
  const { url, publicUrl } = installation.keycloak;
  const admin = await connectAdmin({ url, username: 'admin', password: keycloakAdmin });
  await ensureOperatorRealm(admin, { secret: operatorSecret, publicUrl });
  const operatorToken = await tokenForClient(url, operatorRealm, operatorClient, operatorSecret);

  const make = async (municipality: DemoMunicipality): Promise<void> => {
    const { code, name, units, people, citizens, system } = municipality;
    const passwords = secrets.passwords[code] ?? {};
    const accounts = [...people, ...citizens.map(({ family: _, ...citizen }) => citizen)];
    const users = accounts.map((person) => ({ ...person, password: passwords[person.username] }));
    const systems = [{ ...system, secret: passwords[system.clientId] ?? '' }];
    const plan = {
      code,
      name,
      publicUrl,
      pagesUrl: edge.url,
      serviceSecrets: installation.clientSecrets,
      units,
      users,
      systems,
      demo: true,
    };
    const { issuer } = await createMunicipality(admin, plan);
    // the address, and so the issuer, may be another than at the last start
    await registerMunicipality({ base: edge.url, operatorToken, code, issuer, replaceIssuer: true });
    progress(`${name} (${code}) er oprettet`, `${name} (${code}) is there`);
    await loadThread(municipality, passwords);
    progress(
      `${name}s indsatser og opdigtede familier er indlæst`,
      `${name}'s programmes and invented families are loaded`,
    );
  };

  const loadThread = async (
    municipality: DemoMunicipality,
    passwords: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const api = new DemoApi(edge.url);
    const callers = demoCallers(url, municipality, passwords);
    await publishProgrammes(api, municipality, callers);
    const withGroup = getDefinition(municipality.programme).group !== undefined;
    const plan = { count: withGroup ? 8 : 3, on: secrets.since };
    const families = await referFamilies(api, municipality, callers, plan);
    await linkCitizens(api, municipality, callers, families);
    if (withGroup) await openGroup(api, municipality, callers, inAMonth(secrets.since));
  };

  await Promise.all(demoMunicipalities.map(make));
}

const inAMonth = (date: string): string => new Date(Date.parse(date) + 30 * 86_400_000).toISOString().slice(0, 10);
