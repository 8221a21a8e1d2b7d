import { rolesOf, type Tx } from '@helhed/database';
import { jest } from '@jest/globals';
import { AccessDatabase, esbjerg } from '../decision/test/access-database.js';
import { standingBasesIn } from './standing-bases-in-force.js';

let at: AccessDatabase;
beforeAll(async () => {
  at = await AccessDatabase.make();
  await at.asOwner(`CREATE TABLE published (municipality text DEFAULT helhed.tenant(), code text, version int, definition jsonb);
    GRANT SELECT, INSERT, UPDATE, DELETE ON published TO ${rolesOf('referral').app}`);
});
afterAll(() => at.stop());
afterEach(() => at.in((tx) => tx.query('DELETE FROM published WHERE municipality = helhed.tenant()')));

const standing = standingBasesIn('published');
const purposesOf = async (tx: Tx) => (await standing(tx)).map(({ purpose }) => purpose).toSorted();

const publish = (tx: Tx, version: number, purpose: string, validFrom = '2020-01-01') =>
  tx.query(`INSERT INTO published (code, version, definition) VALUES ('course', $1, $2)`, [
    version,
    definition(purpose, validFrom),
  ]);
const definition = (purpose: string, validFrom: string) =>
  JSON.stringify({
    validFrom,
    purposes: { [purpose]: { standing: [{ layer: 'processing', relation: 'triage', categories: [], validFrom }] } },
  });

it('a version published a moment ago is the one in force', async () => {
  await at.in((tx) => publish(tx, 1, 'triage'));
  expect(await at.in(purposesOf)).toEqual(['triage']);
  await at.in((tx) => publish(tx, 2, 'course'));
  expect(await at.in(purposesOf)).toEqual(['course']);
});

it('a row that was written anew is read anew', async () => {
  await at.in((tx) => publish(tx, 1, 'triage'));
  await at.in(purposesOf);
  await at.in((tx) => tx.query('UPDATE published SET definition = $1', [definition('course', '2020-01-01')]));
  expect(await at.in(purposesOf)).toEqual(['course']);
});

it('a version that was rolled back was never in force', async () => {
  await at.in((tx) => publish(tx, 1, 'triage'));
  await at.thrownAway(async (tx) => {
    await publish(tx, 2, 'course');
    expect(await purposesOf(tx)).toEqual(['course']);
  });
  expect(await at.in(purposesOf)).toEqual(['triage']);
});

it('a version is in force from its day, on the day that is asked about', async () => {
  await at.in(async (tx) => {
    await publish(tx, 1, 'triage');
    await publish(tx, 2, 'course', '2030-01-01');
    expect(await purposesOf(tx)).toEqual(['triage']);
    const later = Object.create(tx, { today: { value: '2030-01-01' } }) as Tx;
    expect(await purposesOf(later)).toEqual(['course']);
  });
});

it('one municipality’s are not another’s', async () => {
  await at.in((tx) => publish(tx, 1, 'triage'));
  await at.in(purposesOf);
  expect(await at.in(purposesOf, esbjerg)).toEqual([]);
});

it('definitions are read once while nothing changes', async () => {
  await at.in((tx) => publish(tx, 1, 'triage'));
  await at.in(async (tx) => {
    await purposesOf(tx);
    const asked = jest.spyOn(tx, 'prepared');
    expect(await purposesOf(tx)).toEqual(['triage']);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
