import { randomBytes, randomUUID } from 'node:crypto';
import { CitizenLinked, tell, type CloudEvent } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, platformTables, Workers, type Tx } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { createServiceDatabase } from '@helhed/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { citizenLinkTable } from './citizen-link-table.js';
import { CitizenLink } from './citizen-link.js';
import { linkedPersonIn } from './linked-person.js';
import { WhenCitizenLinked } from './when-citizen-linked.js';

class Links1763000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(platformTables('referral') + citizenLinkTable('referral'));
  }

  async down(): Promise<void> {}
}

describe('a service’s copy of the links between accounts and persons', () => {
  const [nyborg, esbjerg] = [municipalityCode('0450'), municipalityCode('0561')];
  const reaction = new WhenCitizenLinked();
  let database: Database;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const urls = await createServiceDatabase('referral');
    await migrate(urls.owner, [Links1763000000001]);
    const source = await dataSource({ url: urls.app, entities: [CitizenLink] }).initialize();
    const key = randomBytes(32).toString('base64');
    database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    const workers = new Workers(urls.worker);
    for (const code of [nyborg, esbjerg])
      await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `of ${code}`]);
    await workers.close();
    stop = () => source.destroy();
  });
  afterAll(() => stop());

  const link = (changes: object = {}) => ({
    linkId: randomUUID(),
    personId: randomUUID(),
    sub: randomUUID(),
    linkedOn: '2026-09-14',
    ...changes,
  });
  const event = <T>(data: T) => ({ data }) as CloudEvent<T>;
  const within = <T>(work: (tx: Tx) => Promise<T>) => database.inTransaction(nyborg, work);
  const linked = (data: ReturnType<typeof link>) => within((tx) => reaction.link(event(data), { tx }));
  const unlinked = ({ linkedOn: _, ...data }: ReturnType<typeof link>) =>
    within((tx) => reaction.unlink(event({ ...data, endedOn: '2026-10-01' }), { tx }));
  const found = (sub: string, code = nyborg) => linkedPersonIn(database)(code, sub);

  it('tells whom an account is linked to, in its own municipality only', async () => {
    const one = link();
    await linked(one);
    expect(await found(one.sub)).toBe(one.personId);
    expect(await found(one.sub, esbjerg)).toBeUndefined();
    expect(await found(randomUUID())).toBeUndefined();
  });

  it('tells nobody once the link has ended, also when it is told anew', async () => {
    const one = link();
    await linked(one);
    await unlinked(one);
    expect(await found(one.sub)).toBeUndefined();
    await linked(one);
    expect(await found(one.sub)).toBeUndefined();
  });

  it('takes two persons for one account for nobody, until the earlier link has ended', async () => {
    const [earlier, later] = [link({ sub: 'the same' }), link({ sub: 'the same' })];
    await linked(earlier);
    await linked(later);
    expect(await found('the same')).toBeUndefined();
    await unlinked(earlier);
    expect(await found('the same')).toBe(later.personId);
  });

  it('loses what a restored family-plan does not know any more', async () => {
    const personId = randomUUID();
    const [kept, lost, other] = [link({ personId }), link({ personId }), link()];
    for (const one of [kept, lost, other]) await linked(one);
    const snapshot = { orderKey: personId, standsAt: 2, events: [tell(CitizenLinked, kept)] };
    await within((tx) => reaction.settle(event(snapshot), { tx }));
    expect(await Promise.all([kept, lost, other].map(({ sub }) => found(sub)))).toEqual([
      personId,
      undefined,
      other.personId,
    ]);
  });
});
