import type { IncomingHttpHeaders } from 'node:http';
import type { PersonalData } from '@helhed/database';
import type { Pool } from 'pg';
import type { Actor } from '../rules/tokens.js';
import type { Catalogue } from './catalogue.js';

export interface App {
  readonly pool: Pool;
  readonly keys: PersonalData;
  readonly catalogue: Catalogue;
}

export interface Request {
  readonly actor: Actor;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}
