import { randomBytes } from 'node:crypto';
import { ClaimCheck, Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import {
  AttendanceRecorded,
  FamilyEnrolled,
  FamilyErased,
  findContract,
  ProgrammePublished,
  type CloudEvent,
  type FigureCode,
} from '@helhed/contracts';
import { Database, dataSource, migrate, PersonalData, Workers, type Tx } from '@helhed/database';
import { municipalityCode, newId, type MunicipalityCode } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { getDefinition } from '@helhed/programmes';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { AskOwner } from '../src/claimed/ask-owner.js';
import { ClaimsTimer } from '../src/claimed/claims-timer.js';
import { WhenClaimable } from '../src/claimed/when-claimable.js';
import { WhenAnyEvent } from '../src/facts/when-any-event.js';
import { FindFigureRows } from '../src/figures/find-figure-rows.js';
import { FindFigures } from '../src/figures/find-figures.js';
import { migrations } from '../src/migrations/migrations.js';
import { ProgrammeCopy } from '../src/programmes/programme-copy.js';
import { WhenProgrammePublished } from '../src/programmes/when-programme-published.js';
import { Release } from '../src/releases/release.js';
import { RebuildReadModels } from '../src/read-models/rebuild-read-models.js';
import { Numbering, programme } from './events.js';

export const year = { programme, from: '2026-01-01', to: '2026-12-31' };
const actor = { issuer: 'test', azp: 'test', functions: [] };
const operator = { ...actor, kind: 'operator' as const, sub: 'an-operator' };

/** The service's database and its reactions behind the inbox. */
export class World {
  #municipalities = 0;
  /** What could not be applied. */
  readonly refused: string[] = [];
  readonly rebuild: RebuildReadModels;
  readonly applier: Applier;
  readonly looks: Looks;
  readonly findFigures: FindFigures;
  readonly findRows: FindFigureRows;

  private constructor(
    readonly database: Database,
    readonly workers: Workers,
    readonly backup: Workers,
    readonly ownerUrl: string,
  ) {
    const [facts, copies, claimable] = [new WhenAnyEvent(), new WhenProgrammePublished(), new WhenClaimable()];
    const handle = async (event: CloudEvent, tx: Tx, snapshot?: CloudEvent) => {
      if (!findContract(event.type)) {
        await facts.keepRaw(event, { tx, snapshot });
        return true;
      }
      await facts.keep(event, { tx, snapshot });
      if (event.type === ProgrammePublished.type) await copies.keep(event as never, { tx });
      if (event.type === FamilyEnrolled.type) await claimable.enrolled(event as never, { tx });
      if (event.type === AttendanceRecorded.type) await claimable.attended(event as never, { tx });
      if (event.type === FamilyErased.type) await claimable.erased(event as never, { tx });
    };
    this.applier = new Applier(database, 'reporting', handle, (what, error) =>
      this.refused.push(`${what}: ${String(error)}`),
    );
    this.rebuild = new RebuildReadModels(database);
    this.looks = new Looks(database, theRegister, standingBasesIn('programme_copy'));
    this.findFigures = new FindFigures(this.looks);
    this.findRows = new FindFigureRows(this.looks, new Paging(randomBytes(32)));
  }

  static async start(): Promise<World> {
    const urls = await createServiceDatabase('reporting');
    await migrate(urls.owner, migrations);
    const source = await dataSource({ url: urls.app, entities: [ProgrammeCopy, Release] }).initialize();
    const key = randomBytes(32).toString('base64');
    const database = new Database(source, new PersonalData({ current: 'k1', keys: { k1: key }, index: key }));
    return new World(database, new Workers(urls.worker), new Workers(urls.backup), urls.owner);
  }

  /** A municipality of the caller's own, with Nyborg's programme. */
  async municipality(): Promise<Here> {
    const code = municipalityCode(String(9_001 + this.#municipalities++));
    await this.workers.query('INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2)', [
      code,
      `issuer of ${code}`,
    ]);
    const definition = { ...getDefinition(programme) };
    await this.applier.apply([new Numbering(code).next(ProgrammePublished, { programme, version: 1, definition })]);
    return new Here(this, code);
  }

  /** Events of one municipality in large batches, a source at a time. */
  async deliver(events: readonly CloudEvent[], batch = 200): Promise<void> {
    for (const told of Map.groupBy(events, ({ source }) => source).values()) await this.deliverInOrder(told, batch);
  }

  /** As the bus may deliver them: a batch is of one source. */
  async deliverInOrder(events: readonly CloudEvent[], batch = 200): Promise<void> {
    for (let at = 0; at < events.length;) {
      const source = events[at]?.source;
      const end = events.findIndex((event, index) => index > at && (event.source !== source || index - at === batch));
      const upTo = end === -1 ? events.length : end;
      await this.applier.apply(events.slice(at, upTo));
      at = upTo;
    }
  }

  /** Reads every row, whoever's it is. */
  async rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.backup.query<T>(sql, values);
  }

  /** One turn of the timer that asks owners, at this address. */
  async askOwners(address: string): Promise<void> {
    const tokens = { forMunicipality: async (code: string) => `token of ${code}` };
    const claims = new ClaimCheck('reporting', { 'family-plan': address, scheduling: address }, tokens);
    await new ClaimsTimer(this.database, this.workers, new AskOwner(claims)).run();
  }

  /** As autovacuum does by and by. */
  async analyze(): Promise<void> {
    const owner = new Workers(this.ownerUrl);
    await owner.query('ANALYZE');
    await owner.close();
  }

  async stop(): Promise<void> {
    await this.rebuild.onApplicationShutdown();
    await this.backup.close();
    await this.workers.close();
    await this.database.dataSource.destroy();
  }
}

/** One municipality of the world. */
export class Here {
  readonly lead: Actor;

  constructor(
    readonly world: World,
    readonly code: MunicipalityCode,
  ) {
    this.lead = {
      ...actor,
      kind: 'person',
      municipality: code,
      sub: 'a-lead',
      unit: 'familiestuen',
      function: 'programme-lead',
    };
  }

  inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.world.database.inTransaction(this.code, work);
  }

  figures(period = year, actor = this.lead) {
    return as(actor, () => this.world.findFigures.get(actor, period));
  }

  /** Code → value. */
  async values(period = year, actor = this.lead): Promise<Record<string, number | null>> {
    return Object.fromEntries((await this.figures(period, actor)).figures.map(({ code, value }) => [code, value]));
  }

  /** The first rows of a figure. */
  rows(code: FigureCode, actor = this.lead, period = year) {
    return as(actor, () => this.world.findRows.page(actor, code, { ...period, limit: 200 }));
  }

  begin() {
    return as(operator, () => this.world.rebuild.begin(this.code));
  }

  async done(): Promise<void> {
    while ((await this.world.rebuild.progress(this.code)).state !== 'done')
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async rebuilt(): Promise<void> {
    await this.begin();
    await this.done();
  }
}

/** As a request of the actor's. */
export const as = <T>(who: Pick<Actor, 'kind' | 'issuer' | 'sub' | 'azp'>, work: () => Promise<T>): Promise<T> =>
  requestContext.run({ requestId: newId(), actor: who }, work);
