import { randomBytes } from 'node:crypto';
import { Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import { PlaceOpened, RefillUntil, type ProgrammeDefinition } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers, type Tx } from '@helhed/database';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import type { DataSource } from 'typeorm';
import { migrations } from '../src/migrations/migrations.js';
import { WhenPlaceOpened } from '../src/places/when-place-opened.js';
import { WhenRefillUntil } from '../src/places/when-refill-until.js';
import { Catalogue } from '../src/programmes/catalogue.js';
import { PublishProgramme } from '../src/programmes/publish-programme.js';
import { ChangeReferral } from '../src/referrals/change-referral.js';
import { AcceptReferral } from '../src/referrals/accept-referral.js';
import type { Receipt } from '../src/referrals/receive-referral.dto.js';
import { ReceiveReferral } from '../src/referrals/receive-referral.js';
import type { ReferralSummary } from '../src/referrals/referrals.dto.js';
import { RecordSeparation } from '../src/separations/record-separation.js';
import { StartTriage } from '../src/referrals/start-triage.js';
import { referral } from '../src/service.js';
import { submission, type Wish } from './submission.js';

const key = randomBytes(32).toString('base64');
export const programme = 'nyborg-familiestue';

export interface Event {
  readonly type: string;
  readonly order_key: string;
  readonly data: Record<string, unknown>;
}

/** The service's commands on a real database of its own, with a municipality whose clock can be set. */
export class World {
  readonly paging = new Paging(randomBytes(32));
  readonly catalogue = new Catalogue();
  readonly database: Database;
  readonly looks: Looks;
  /** What the commands of triage are made with */
  readonly changing: ChangeReferral;
  readonly sender: Actor;
  readonly pedagogue: Actor;
  readonly triager: Actor;
  readonly lead: Actor;
  readonly stranger: Actor;

  private constructor(
    readonly at: ServiceDatabase,
    readonly source: DataSource,
    readonly workers: Workers,
    readonly municipality: MunicipalityCode,
  ) {
    this.database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    this.looks = new Looks(this.database, theRegister, standingBasesIn('programme'));
    this.changing = new ChangeReferral(this.database, this.looks);
    this.sender = { ...this.actor('db-solsikken', 'referrer'), kind: 'system', azp: 'dagtilbud' };
    this.pedagogue = this.actor('db-solsikken', 'pedagogue');
    this.triager = this.actor('visitation', 'triager');
    this.lead = this.actor('visitation', 'programme-lead');
    this.stranger = this.actor('db-maelkebotten', 'pedagogue');
  }

  static async make(poolSize = 10): Promise<World> {
    const at = await createServiceDatabase('referral');
    await migrate(at.owner, migrations);
    const source = await dataSource({ url: at.app, entities: referral.entities, poolSize }).initialize();
    const world = new World(at, source, new Workers(at.worker), municipalityCode('0450'));
    for (const code of ['0450', '0561'])
      await world.workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [
        code,
        `test/${code}`,
      ]);
    await world.setClock('2026-11-05T08:00:00Z');
    await world.publish(getDefinition(programme));
    return world;
  }

  actor(unit: string, name: string): Actor {
    const { municipality } = this;
    return {
      kind: 'person',
      municipality,
      issuer: 'test',
      sub: newId(),
      azp: 'test',
      functions: [{ unit, function: name }],
      unit,
      function: name,
    };
  }

  /** From this instant on the municipality's clock runs. */
  async setClock(instant: string): Promise<void> {
    const offset = Date.parse(instant) - Date.now();
    await this.workers.query('UPDATE helhed.municipality SET clock_offset_ms = $1 WHERE code = $2', [
      offset,
      this.municipality,
    ]);
  }

  publish(definition: ProgrammeDefinition, actor = this.lead): Promise<unknown> {
    const own = forMunicipality(definition, actor.municipality);
    return this.as(actor, () => new PublishProgramme(this.database).run(actor, own));
  }

  /** As a request of the actor's; the same idempotency key twice is the same request twice. */
  as<T>(actor: Actor, work: () => Promise<T>, idempotencyKey: string = newId()): Promise<T> {
    const hash = (text: string) => Buffer.from(text.padEnd(32).slice(0, 36));
    const idempotency = { keyHash: hash(idempotencyKey), bodyHmac: hash('body') };
    return requestContext.run({ requestId: newId(), actor, idempotency }, work);
  }

  /** As a reaction: in a transaction of its own, acting as the event's source. */
  react<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actor = { kind: 'service', issuer: 'helhed', sub: 'scheduling', azp: 'referral' } as const;
    return requestContext.run({ requestId: newId(), actor }, () =>
      this.database.inTransaction(this.municipality, work),
    );
  }

  async receive(wish: Wish = {}, actor = this.sender, idempotencyKey?: string): Promise<Receipt> {
    const command = new ReceiveReferral(this.database, this.catalogue);
    return (await this.as(actor, () => command.run(actor, submission(wish)), idempotencyKey)).receipt;
  }

  async underTriage(wish: Wish = {}): Promise<ReferralSummary> {
    return this.startTriage((await this.receive(wish)).id);
  }

  /** Of a referral just received, unless another version is named. */
  startTriage(id: string, actor = this.triager, version = 1): Promise<ReferralSummary> {
    return this.as(actor, () => new StartTriage(this.changing).run(actor, id, version));
  }

  accept({ id, version }: { id: string; version: number }): Promise<ReferralSummary> {
    const command = new AcceptReferral(this.changing, this.catalogue);
    return this.as(this.triager, () => command.run(this.triager, id, version, { reason: 'Målgruppen passer.' }));
  }

  async accepted(wish: Wish = {}): Promise<ReferralSummary> {
    return this.accept(await this.underTriage(wish));
  }

  /** The lead records that two families must not be in one group. */
  separate(one: { id: string }, other: { id: string }, wish: { to?: string; by?: Actor; key?: string } = {}) {
    const { to, by = this.lead, key } = wish;
    const body = { referralId: one.id, otherReferralId: other.id, ...(to !== undefined && { to }) };
    return this.as(by, () => new RecordSeparation(this.database, this.looks).run(by, body), key);
  }

  /** @returns the place's id */
  async openPlace(
    of: { programme?: string; startsOn?: string; placeId?: string; groupId?: string } = {},
  ): Promise<string> {
    const { placeId = newId(), groupId = newId(), startsOn = '2027-01-11' } = of;
    const data = { placeId, groupId, programme: of.programme ?? programme, startsOn };
    await this.react((tx) => new WhenPlaceOpened().handle({ type: PlaceOpened.type, data } as never, { tx }));
    return placeId;
  }

  /** Scheduling tells until when the group's places are given. */
  refillUntil(groupId: string, until: string): Promise<unknown> {
    const data = { groupId, programme, until };
    return this.react((tx) => new WhenRefillUntil().handle({ type: RefillUntil.type, data } as never, { tx }));
  }

  /** While it runs, no event can be stored: what a command wrote before must go too. */
  async withoutOutbox(work: () => Promise<unknown>): Promise<void> {
    await this.asOwner('REVOKE INSERT ON helhed.outbox FROM referral_app');
    await expect(work()).rejects.toThrow('permission denied');
    await this.asOwner('GRANT INSERT ON helhed.outbox TO referral_app');
  }

  /** While it runs, no access log row can be stored. */
  async withoutLog(work: () => Promise<unknown>): Promise<void> {
    await this.asOwner('REVOKE INSERT ON helhed.access_log FROM referral_app');
    await expect(work()).rejects.toMatchObject({ problem: 'log-unavailable' });
    await this.asOwner('GRANT INSERT ON helhed.access_log TO referral_app');
  }

  /** While it runs, the triager is another municipality's. */
  async elsewhere(work: () => Promise<unknown>): Promise<void> {
    const { triager } = this;
    Object.assign(this, { triager: { ...triager, municipality: '0561' } });
    await work();
    Object.assign(this, { triager });
  }

  /** The events about a family or programme, oldest first. */
  events(orderKey: string): Promise<Event[]> {
    return this.all<Event>(
      `SELECT split_part(type, '.', 4) AS type, order_key, data FROM helhed.outbox WHERE order_key = $1 ORDER BY id`,
      [orderKey],
    );
  }

  async names(orderKey: string): Promise<string[]> {
    return (await this.events(orderKey)).map(({ type }) => type);
  }

  /** The access log's acts on a family, oldest first. */
  async acts(subject: string): Promise<string[]> {
    const rows = await this.all<{ act: string }>(
      'SELECT act FROM helhed.access_log WHERE $1 = ANY(subjects) ORDER BY id',
      [subject],
    );
    return rows.map(({ act }) => act);
  }

  /** Rows of every municipality, as the backup role sees them. */
  async all<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    const reader = new Workers(this.at.backup);
    return reader.query<T>(sql, values).finally(() => reader.close());
  }

  async asOwner(sql: string): Promise<void> {
    const owner = new Workers(this.at.owner);
    await owner.query(sql).finally(() => owner.close());
  }

  async stop(): Promise<void> {
    await this.workers.close();
    await this.source.destroy();
  }
}
