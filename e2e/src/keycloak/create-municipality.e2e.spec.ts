import {
  connectAdmin,
  createMunicipality,
  createUnit,
  createUser,
  newPassword,
  perService,
  retireUnit,
  tokenForClient,
  tokenForUser,
  type MunicipalityPlan,
} from '@helhed/local';
import { testServers } from '@helhed/testing';

type Admin = Awaited<ReturnType<typeof connectAdmin>>;

const functionsIn = (token: string): string[] =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { functions?: string[] }).functions ??
  [];

describe('the command that makes a municipality', () => {
  const code = '9901';
  const realm = `kommune-${code}`;
  const password = newPassword();
  const plan: MunicipalityPlan = {
    code,
    name: 'Prøvekøbing',
    demo: true,
    serviceSecrets: perService(newPassword),
    units: [
      {
        code: 'dagtilbud',
        name: 'Dagtilbud',
        units: [{ code: 'db-solsikken', name: 'Solsikken', functions: ['pedagogue'] }],
      },
    ],
    users: [{ username: 'anna', password, functions: ['db-solsikken:pedagogue'] }],
    systems: [{ clientId: 'dagtilbud', secret: newPassword(), functions: ['db-solsikken:referrer'] }],
  };
  let admin: Admin;
  let url: string;

  beforeAll(async () => {
    const keycloak = await testServers().keycloak();
    url = keycloak.url;
    admin = await connectAdmin({ url, ...keycloak.admin });
    await createMunicipality(admin, plan);
  }, 180_000);

  const count = async () => ({
    clients: (await admin.clients.find({ realm })).length,
    groups: (await admin.groups.find({ realm, populateHierarchy: false, q: '' })).length,
    scopes: (await admin.clientScopes.find({ realm })).length,
    users: await admin.users.count({ realm }),
  });

  it('can be run again: nothing is made twice, nobody loses a password or a function', async () => {
    const before = await count();
    const again = await createMunicipality(admin, plan);
    expect(again).toEqual({ code, realm, issuer: `${url}/realms/${realm}` });
    expect(await count()).toEqual(before);
    expect(functionsIn(await tokenForUser(url, code, 'anna', password))).toEqual(['db-solsikken:pedagogue']);
  });

  it('brings a realm that somebody weakened back to the template, and leaves what they added', async () => {
    await admin.realms.update({ realm }, { accessTokenLifespan: 86_400, bruteForceProtected: false });
    await admin.clientPolicies.updatePolicy({ realm, policies: [] });
    const [scope] = (await admin.clientScopes.find({ realm })).filter(({ name }) => name === 'helhed');
    await admin.clientScopes.delProtocolMapper({
      realm,
      id: scope?.id ?? '',
      mapperId: scope?.protocolMappers?.[0]?.id ?? '',
    });
    await admin.groups.create({ realm, name: 'Lavet i konsollen', attributes: { unit: ['konsol'] } });

    await createMunicipality(admin, plan);
    expect(await admin.realms.findOne({ realm })).toMatchObject({
      accessTokenLifespan: 290,
      bruteForceProtected: true,
    });
    expect((await admin.clientPolicies.listPolicies({ realm })).policies).toHaveLength(3);
    const mended = await admin.clientScopes.findOneByName({ realm, name: 'helhed' });
    expect(mended?.protocolMappers?.map(({ name }) => name).sort()).toEqual([
      'audience',
      'functions',
      'municipality',
      'service account',
    ]);
    expect(await admin.groups.find({ realm, search: 'Lavet i konsollen' })).toHaveLength(1);
  });

  it('gives a person exactly the functions that are asked for', async () => {
    await createUser(admin, code, {
      username: 'anna',
      functions: ['dagtilbud:head', 'db-solsikken:contact-pedagogue'],
    });
    const token = await tokenForUser(url, code, 'anna', password);
    expect(functionsIn(token).sort()).toEqual(['dagtilbud:head', 'db-solsikken:contact-pedagogue']);
  });

  it('refuses a function in a unit that is not there, and codes that tokens cannot carry', async () => {
    const user = { username: 'bodil', functions: ['nowhere:pedagogue'] };
    await expect(createUser(admin, code, user)).rejects.toThrow('no unit nowhere');
    await expect(createUnit(admin, code, { code: 'Solsikken', name: 'x' })).rejects.toThrow('no unit code');
    await expect(createUnit(admin, code, { code: 'a', name: 'x', functions: ['a:b'] })).rejects.toThrow(
      'no function code',
    );
  });

  it('takes a retired unit’s functions from everybody, and never its code up again', async () => {
    await expect(retireUnit(admin, code, 'dagtilbud', '2026-12-31')).rejects.toThrow('retire that one first');
    await retireUnit(admin, code, 'db-solsikken', '2026-12-31');
    const [system] = plan.systems ?? [];
    expect(functionsIn(await tokenForClient(url, realm, 'dagtilbud', system?.secret ?? ''))).toEqual([]);
    await expect(createUnit(admin, code, { code: 'db-solsikken', name: 'Ny' })).rejects.toThrow(
      'retired on 2026-12-31',
    );
    await expect(createUser(admin, code, { username: 'bodil', functions: ['db-solsikken:head'] })).rejects.toThrow(
      'retired',
    );
  });

  it('makes no client that takes passwords unless it is a demonstration', async () => {
    await createMunicipality(admin, { ...plan, code: '9902', demo: false, units: [], users: [], systems: [] });
    expect(await admin.clients.find({ realm: 'kommune-9902', clientId: 'demo-cli' })).toEqual([]);
    await createMunicipality(admin, { ...plan, code: '9902', units: [], users: [], systems: [] });
    expect(await admin.clients.find({ realm: 'kommune-9902', clientId: 'demo-cli' })).toHaveLength(1);
    await createMunicipality(admin, { ...plan, code: '9902', demo: false, units: [], users: [], systems: [] });
    expect(await admin.clients.find({ realm: 'kommune-9902', clientId: 'demo-cli' })).toEqual([]);
    const clients = await admin.clients.find({ realm: 'kommune-9902' });
    expect(clients.filter(({ directAccessGrantsEnabled }) => directAccessGrantsEnabled)).toEqual([]);
  });
});
