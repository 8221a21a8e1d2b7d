import type { Deliver, Holdings, Readers, StandingBases } from '@helhed/access';
import type { Context } from '@helhed/contracts';
import type { dataSource } from '@helhed/database';
import type { Text } from '@helhed/kernel';
import type { SnapshotOf } from '@helhed/messaging';
import type { INestApplication, Type } from '@nestjs/common';
import type { PagesDefinition } from '../pages/session/sign-in-options.js';
import type { ProblemTypes } from '../problems/problem-types.js';

/** What makes one service differ from the next. */
export interface ServiceDefinition {
  /** The service's name: the prefix of its addresses, its stream, its client in Keycloak. */
  readonly name: Context;
  readonly title: Text;
  /** Its controllers (routes and reactions) and their providers. */
  readonly module: Type;
  readonly entities: Parameters<typeof dataSource>[0]['entities'];
  /** Addresses that a standard names, such as `/access/v1/evaluation`: they do not begin with the service's name. */
  readonly standardPaths?: readonly string[];
  /** The problems that only this service answers with. */
  readonly problems?: ProblemTypes;
  /** What it tells of a key to consumers that can no longer get the events; none when it emits nothing. */
  readonly snapshotOf?: SnapshotOf;
  /** The standing bases that its copies of the definitions assert; none when it shows nothing of families. */
  readonly standingBases?: StandingBases;
  /** What it holds on persons, which they can ask for; none when it holds nothing on anybody. */
  readonly holdings?: Holdings;
  /** Who may see it, which they can ask for too. */
  readonly readers?: Readers;
  /** Where its pages begin; none when it serves no pages but the public ones that every service has. */
  readonly pages?: PagesDefinition;
  /** What must be settled before anything is answered: tried until it succeeds, while requests are answered 503. */
  readonly beforeOpening?: (app: INestApplication) => Promise<void>;
  /** How its look-ups come to the register of look-ups: by its own event unless said. */
  readonly deliverLookUps?: Deliver;
}

export interface RunningService {
  readonly app: INestApplication;
  /** The port that the operating system gave, when PORT is 0. */
  readonly port: number;
  /** `http://127.0.0.1:4711/referral`: where this instance's routes begin. */
  readonly url: string;
  /** Finishes the requests and events under way, then lets go of the servers. */
  stop(): Promise<void>;
}
