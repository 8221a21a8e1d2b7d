import { testMunicipality, type TestMunicipality } from './test-municipality.js';
import { testOperator } from './test-operator.js';

describe('a municipality for a test', () => {
  let municipality: TestMunicipality;
  beforeAll(async () => {
    municipality = await testMunicipality();
  });

  it('gives a person a token that names the municipality and the functions', async () => {
    const triager = await municipality.person('visitation:triager', 'familiestuen:group-leader');
    const claims = read(await triager.token());
    expect(claims).toMatchObject({ iss: municipality.issuer, sub: triager.sub, municipality: municipality.code });
    expect((claims['functions'] as string[]).sort()).toEqual(['familiestuen:group-leader', 'visitation:triager']);
    expect(await municipality.person('visitation:triager', 'familiestuen:group-leader')).toBe(triager);
  });

  it("gives a department's system and a service theirs", async () => {
    const system = await municipality.system('dagtilbud', 'db-solsikken:referrer');
    expect(read(await system.token())).toMatchObject({ azp: 'dagtilbud', functions: ['db-solsikken:referrer'] });
    expect(read(await municipality.service('family-plan').token())).toMatchObject({
      azp: 'family-plan',
      municipality: municipality.code,
    });
  });

  it('is not another one', async () => {
    const other = await testMunicipality();
    expect(other.code).not.toBe(municipality.code);
    expect(other.issuer).not.toBe(municipality.issuer);
  });

  it('has an operator above it', async () => {
    const operator = await testOperator();
    expect(read(await operator.token())).toMatchObject({ iss: operator.issuer, operator: true });
  });
});

const read = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
