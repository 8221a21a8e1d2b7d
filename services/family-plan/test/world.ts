import { randomBytes } from 'node:crypto';
import { ClaimCheck, Looks, standingBasesIn, theRegister, WhenBasisTold, WhenCaseTold } from '@helhed/access';
import { Database, dataSource, migrate, PersonalData, Workers } from '@helhed/database';
import { ProgrammePublished } from '@helhed/contracts';
import { municipalityCode } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { createServiceDatabase } from '@helhed/testing';
import { TellDueCustody } from '../src/custody/tell-due-custody.js';
import { EraseDueFamilies } from '../src/erasure/erase-due-families.js';
import { ReachFamily } from '../src/families/reach-family.js';
import { ReachPerson } from '../src/families/reach-person.js';
import { WhenReferralEnded } from '../src/families/when-referral-ended.js';
import { WhenPlaceAssigned } from '../src/enrolments/when-place-assigned.js';
import { WhenReferralReceived } from '../src/families/when-referral-received.js';
import { entities } from '../src/entities.js';
import { DeleteDue } from '../src/deletion/delete-due.js';
import { WhenReferralTold } from '../src/snapshot/when-referral-told.js';
import { migrations } from '../src/migrations/migrations.js';
import { WhenProgrammePublished } from '../src/programmes/when-programme-published.js';
import { EndAtMajority } from '../src/relations/end-at-majority.js';
import { nextEvent } from './events.js';
import { reactTo } from './react-to.js';
import { startReferralDouble } from './referral-double.js';

export const nyborg = municipalityCode('0450');
export const esbjerg = municipalityCode('0561');

/** The service's database, its reactions behind the inbox, and a referral service that serves intakes; Nyborg's programme is published. */
export async function startWorld() {
  const urls = await createServiceDatabase('family-plan');
  await migrate(urls.owner, migrations);
  const source = await dataSource({ url: urls.app, entities }).initialize();
  const key = randomBytes(32).toString('base64');
  const database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
  const workers = new Workers(urls.worker);
  for (const code of [nyborg, esbjerg])
    await workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `issuer of ${code}`]);
  const referral = await startReferralDouble();
  const claims = new ClaimCheck(
    'family-plan',
    { referral: referral.url },
    { forMunicipality: async (code) => `token of ${code}` },
  );
  const handle = reactTo([
    new WhenReferralReceived(claims),
    new WhenReferralEnded(),
    new WhenPlaceAssigned(),
    new WhenProgrammePublished(),
    new WhenReferralTold(),
    new WhenCaseTold(),
    new WhenBasisTold(),
  ]);
  const looks = new Looks(database, theRegister, standingBasesIn('programme_copy'));
  const families = new ReachFamily(looks);
  const backup = new Workers(urls.backup);
  const applier = new Applier(database, 'family-plan', handle, () => undefined);
  for (const code of [nyborg, esbjerg]) {
    const definition = { ...forMunicipality(getDefinition('nyborg-familiestue'), code) };
    await applier.apply([nextEvent(code, ProgrammePublished, { programme: definition.code, version: 1, definition })]);
  }
  return {
    database,
    looks,
    families,
    persons: new ReachPerson(families),
    workers,
    referral,
    applier,
    erasure: new EraseDueFamilies(database, workers),
    deletion: new DeleteDue(database, workers),
    dueCustody: new TellDueCustody(database, workers),
    atMajority: new EndAtMajority(database, workers),
    /** Moves the municipality's clock to noon of a day; without one, back to today. */
    async live(day?: string) {
      const offset = day === undefined ? 0 : Date.parse(`${day}T12:00:00Z`) - Date.now();
      await workers.query('UPDATE helhed.municipality SET clock_offset_ms = $2 WHERE code = $1', [nyborg, offset]);
    },
    /** Reads every row, whoever's it is. */
    rows: <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => backup.query<T>(sql, values),
    async asOwner(sql: string): Promise<void> {
      const owner = new Workers(urls.owner);
      await owner.query(sql).finally(() => owner.close());
    },
    async stop() {
      await referral.stop();
      await backup.close();
      await workers.close();
      await source.destroy();
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;
