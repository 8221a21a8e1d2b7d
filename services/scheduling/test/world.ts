import { randomBytes } from 'node:crypto';
import { Looks, standingBasesIn, theRegister, type Actor, type ClaimCheck } from '@helhed/access';
import { eventSource, FamilyEnrolled } from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers, type Tx } from '@helhed/database';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import type { DataSource } from 'typeorm';
import { entities } from '../src/entities.js';
import { FindRooms } from '../src/rooms/find-rooms.js';
import { AddRoom } from '../src/rooms/add-room.js';
import { FindStaff } from '../src/staff/find-staff.js';
import { AddStaff } from '../src/staff/add-staff.js';
import { FindGroups } from '../src/groups/find-groups.js';
import { OpenGroup } from '../src/groups/open-group.js';
import { WhenPersonsMatched } from '../src/families/when-persons-matched.js';
import { WhenReferralReceived } from '../src/families/when-referral-received.js';
import { WhenEnrolled } from '../src/groups/when-enrolled.js';
import { WhenPlaceAssigned } from '../src/groups/when-place-assigned.js';
import { WhenReferralWithdrawn } from '../src/groups/when-referral-withdrawn.js';
import type { GroupView } from '../src/groups/groups.dto.js';
import { migrations } from '../src/migrations/migrations.js';
import { ProgrammeCopy } from '../src/programmes/programme-copy.js';
import { custodyOfBoth, parentsAndChildren, type Member } from './members.js';

const key = randomBytes(32).toString('base64');

export interface Event {
  readonly type: string;
  readonly order_key: string;
  readonly data: Record<string, unknown>;
}

export interface FamilyWish {
  readonly familyId?: string;
  readonly households?: readonly string[];
  readonly members?: readonly Member[];
}

/** The service's commands on a real database of its own, with a municipality whose clock can be set. */
export class World {
  readonly paging = new Paging(randomBytes(32));
  readonly leader: Actor;
  readonly lead: Actor;
  readonly stranger: Actor;
  readonly database: Database;
  readonly looks: Looks;
  readonly findGroups: FindGroups;
  readonly openGroup: OpenGroup;

  private constructor(
    readonly at: ServiceDatabase,
    readonly source: DataSource,
    readonly workers: Workers,
    readonly municipality: MunicipalityCode,
  ) {
    this.database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    this.looks = new Looks(this.database, theRegister, standingBasesIn('programme_copy'));
    this.findGroups = new FindGroups(this.database, this.looks, this.paging);
    this.openGroup = new OpenGroup(this.database, this.findGroups);
    this.leader = this.person('familiestuen', 'group-leader');
    this.lead = this.person('visitation', 'programme-lead');
    this.stranger = this.person('db-solsikken', 'group-leader');
  }

  static async make(poolSize = 20): Promise<World> {
    const at = await createServiceDatabase('scheduling');
    await migrate(at.owner, migrations);
    const source = await dataSource({ url: at.app, entities, poolSize }).initialize();
    const world = new World(at, source, new Workers(at.worker), municipalityCode('0450'));
    await world.addMunicipality('0450');
    await world.setClock('2026-09-01T08:00:00Z');
    await world.publish();
    return world;
  }

  person(unit: string, name: string): Actor {
    const sub = newId();
    return {
      kind: 'person',
      municipality: this.municipality,
      issuer: 'test',
      sub,
      azp: 'test',
      functions: [{ unit, function: name }],
      unit,
      function: name,
    };
  }

  async addMunicipality(code: string): Promise<void> {
    await this.workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [code, `test/${code}`]);
  }

  /** From this instant on the municipality's clock runs. */
  async setClock(instant: string): Promise<void> {
    const offset = Date.parse(instant) - Date.now();
    await this.workers.query('UPDATE helhed.municipality SET clock_offset_ms = $1 WHERE code = $2', [
      offset,
      this.municipality,
    ]);
  }

  async publish(): Promise<void> {
    const definition = getDefinition('nyborg-familiestue');
    const { municipality } = this;
    await this.inTx((tx) =>
      tx.manager.insert(ProgrammeCopy, {
        municipality,
        code: definition.code,
        version: 1,
        validFrom: definition.validFrom,
        definition,
      }),
    );
  }

  /** As a request of the actor's; the same idempotency key twice is the same request twice. */
  as<T>(actor: Actor, work: () => Promise<T>, idempotencyKey: string = newId()): Promise<T> {
    const hash = (text: string) => Buffer.from(text.padEnd(32).slice(0, 36));
    const idempotency = { keyHash: hash(idempotencyKey), bodyHmac: hash('body') };
    return requestContext.run({ requestId: newId(), actor, idempotency }, work);
  }

  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(this.municipality, work);
  }

  addRoom(name = 'Stuen'): Promise<{ id: string }> {
    const command = new AddRoom(this.database, new FindRooms(this.database, this.paging));
    return this.as(this.leader, () => command.run(this.leader, { unit: 'familiestuen', name }));
  }

  addStaff(name: string, does = 'group-leader'): Promise<{ id: string }> {
    const command = new AddStaff(this.database, new FindStaff(this.database, this.paging));
    return this.as(this.leader, () =>
      command.run(this.leader, { sub: newId(), unit: 'familiestuen', function: does, name }),
    );
  }

  /** A group of Nyborg's with a room and two pedagogues, its own unless given. */
  async group(given: { room?: string; staff?: readonly string[]; startsOn?: string } = {}): Promise<GroupView> {
    const room = given.room ?? (await this.addRoom()).id;
    const staff = given.staff ?? [(await this.addStaff('Sanne')).id, (await this.addStaff('Karim')).id];
    const wish = {
      programme: 'nyborg-familiestue',
      name: 'Torsdag',
      room,
      staff: [...staff],
      startsOn: given.startsOn ?? '2026-10-01',
    };
    return this.as(this.leader, () => this.openGroup.run(this.leader, wish));
  }

  assign(group: GroupView, place: number, familyId: string): Promise<void> {
    const { id: placeId } = group.places[place]!;
    const data = { placeId, groupId: group.id, familyId, assignedOn: '2026-09-02' };
    return this.#heard('referral', (tx) => new WhenPlaceAssigned().seat({ data } as never, { tx }));
  }

  enrol(
    group: GroupView,
    place: number,
    familyId: string,
    members: FamilyWish['members'],
    claims: Pick<ClaimCheck, 'find'> = { find: async () => undefined },
  ): Promise<void> {
    const { id: placeId } = group.places[place]!;
    const data = { enrolmentId: newId(), placeId, groupId: group.id, familyId, members };
    const event = { type: FamilyEnrolled.type, source: eventSource('0450', 'family-plan'), municipality: '0450', data };
    return this.#heard('family-plan', (tx) => new WhenEnrolled(claims as ClaimCheck).note(event as never, { tx }));
  }

  /** Heard in either order, of a family that has no seat. */
  async referred(familyId: string, persons: readonly string[], programme = 'nyborg-familiestue'): Promise<void> {
    const referralId = newId();
    const members = persons.map((personId) => ({ personId }));
    const matched = { data: { referralId, familyId, members } };
    await this.#heard('family-plan', (tx) => new WhenPersonsMatched().keep(matched as never, { tx }));
    const received = { data: { referralId, familyId, programme } };
    await this.#heard('referral', (tx) => new WhenReferralReceived().keep(received as never, { tx }));
  }

  withdraw(familyId: string, programme = 'nyborg-familiestue'): Promise<void> {
    const data = { familyId, programme };
    return this.#heard('referral', (tx) => new WhenReferralWithdrawn().free({ data } as never, { tx }));
  }

  /** As the consumer runs a reaction: the source acts. */
  #heard(source: string, react: (tx: Tx) => Promise<void>): Promise<void> {
    const actor = { kind: 'service', issuer: 'helhed', sub: source, azp: 'scheduling' } as const;
    return this.inTx((tx) => requestContext.run({ requestId: newId(), actor }, () => react(tx)));
  }

  /** Two parents and two children in the custody of both, assigned and enrolled. */
  async seat(
    group: GroupView,
    place: number,
    wish: FamilyWish = {},
  ): Promise<{ familyId: string; households: readonly string[] }> {
    const { familyId = newId(), households = [newId()], members = parentsAndChildren(households) } = wish;
    await this.assign(group, place, familyId);
    await this.enrol(group, place, familyId, members);
    if (!wish.members) await custodyOfBoth(this, familyId, members);
    return { familyId, households };
  }

  read(group: { id: string }, actor = this.leader): Promise<GroupView> {
    return this.as(actor, () => this.findGroups.get(actor, group.id));
  }

  /** While it runs, no event can be stored: what a command wrote before must go too. */
  withoutOutbox(work: () => Promise<unknown>): Promise<void> {
    return this.without('outbox', work);
  }

  /** While it runs, nothing can be stored in the table, and the work must fail of it. */
  async without(table: 'outbox' | 'access_log', work: () => Promise<unknown>): Promise<void> {
    const owner = new Workers(this.at.owner);
    await owner.query(`REVOKE INSERT ON helhed.${table} FROM scheduling_app`);
    await expect(work()).rejects.toThrow(table === 'access_log' ? 'log-unavailable' : 'permission denied');
    await owner.query(`GRANT INSERT ON helhed.${table} TO scheduling_app`);
    await owner.close();
  }

  async analyze(table: string): Promise<void> {
    const owner = new Workers(this.at.owner);
    await owner.query(`ANALYZE ${table}`).finally(() => owner.close());
  }

  events(name?: string): Promise<Event[]> {
    return this.all<Event>(
      `SELECT type, order_key, data FROM helhed.outbox WHERE $1::text IS NULL OR type LIKE '%.' || $1 || '.v1' ORDER BY id`,
      [name ?? null],
    );
  }

  /** Rows of every municipality, as the backup role sees them. */
  async all<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    const reader = new Workers(this.at.backup);
    return reader.query<T>(sql, values).finally(() => reader.close());
  }

  async stop(): Promise<void> {
    await this.workers.close();
    await this.source.destroy();
  }
}
