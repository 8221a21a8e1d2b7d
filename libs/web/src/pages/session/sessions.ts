import { createHash, createHmac, randomBytes } from 'node:crypto';
import { PageSessions, type PageRequest, type PageSession } from '@helhed/access';
import type { Database, Tx } from '@helhed/database';
import { isMunicipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { cookieIn, hostCookie, hostPrefix } from '../cookies.js';
import type { Oidc } from './oidc.js';
import type { SessionTokens } from './tokens.js';

const name = 'helhed';
/** Real time, whatever a demonstration's clock says: as long as Keycloak's own session, and a working day. */
const inForce = `used_at > clock_timestamp() - interval '30 minutes' AND began_at > clock_timestamp() - interval '8 hours'`;
const tokenIsFresh = `token_expires_at > clock_timestamp() + interval '10 seconds'`;

interface Row {
  readonly tokens: Buffer;
  readonly fresh: boolean;
  readonly idle: boolean;
}

interface Key {
  readonly municipality: MunicipalityCode;
  readonly secret: string;
}

/** The browsers' sessions: a secret in a cookie, everything else here. */
export class Sessions extends PageSessions {
  constructor(
    private readonly database: Database,
    private readonly oidc: Oidc,
  ) {
    super();
  }

  /** A new one at each sign-in, whatever the browser had before. @returns its `Set-Cookie` */
  async begin(municipality: MunicipalityCode, tokens: SessionTokens): Promise<string> {
    const key = { municipality, secret: randomBytes(32).toString('base64url') };
    await this.database.inTransaction(municipality, async (tx) => {
      await tx.query(`DELETE FROM helhed.page_session WHERE municipality = helhed.tenant() AND NOT (${inForce})`);
      await tx.query(
        `INSERT INTO helhed.page_session (municipality, id, token_expires_at, tokens)
         VALUES (helhed.tenant(), $1, clock_timestamp() + make_interval(secs => $2), $3)`,
        [idOf(key), tokens.lifetime, sealed(tx, key, tokens)],
      );
    });
    return hostCookie(name, `${municipality}.${key.secret}`);
  }

  async find(request: PageRequest): Promise<PageSession | undefined> {
    const key = keyIn(request);
    const tokens = key && (await this.#tokens(key));
    return tokens && { accessToken: tokens.access, csrf: csrfOf(key), name: tokens.name };
  }

  /** Ends the session here. @returns where Keycloak ends its own; undefined where there was none */
  async end(request: PageRequest): Promise<URL | undefined> {
    const key = keyIn(request);
    if (!key) return undefined;
    const [row] = await this.database.inTransaction(key.municipality, (tx) =>
      tx.query<{ tokens: Buffer }>(
        'DELETE FROM helhed.page_session WHERE municipality = helhed.tenant() AND id = $1 RETURNING tokens',
        [idOf(key)],
      ),
    );
    return row && this.oidc.endSession(this.#opened(key, row.tokens));
  }

  /** A `Set-Cookie` that takes the session's away. */
  readonly forget = hostCookie(name, '', 0);

  async #tokens(key: Key): Promise<SessionTokens | undefined> {
    const row = await this.database.inTransaction(key.municipality, (tx) => this.#used(tx, key));
    if (!row) return undefined;
    return row.fresh ? this.#opened(key, row.tokens) : this.#refreshed(key);
  }

  async #used(tx: Tx, key: Key): Promise<Row | undefined> {
    const [row] = await tx.query<Row>(
      `SELECT tokens, ${tokenIsFresh} AS fresh, used_at < clock_timestamp() - interval '1 minute' AS idle
       FROM helhed.page_session WHERE municipality = helhed.tenant() AND id = $1 AND ${inForce}`,
      [idOf(key)],
    );
    if (row?.idle)
      await tx.query(
        'UPDATE helhed.page_session SET used_at = clock_timestamp() WHERE municipality = helhed.tenant() AND id = $1',
        [idOf(key)],
      );
    return row;
  }

  /** A refresh token is good once, so one request fetches and those beside it wait for the row; a refusal ends the session. */
  #refreshed(key: Key): Promise<SessionTokens | undefined> {
    return this.database.inTransaction(key.municipality, async (tx) => {
      const [row] = await tx.query<Row>(
        `SELECT tokens, ${tokenIsFresh} AS fresh, false AS idle FROM helhed.page_session
         WHERE municipality = helhed.tenant() AND id = $1 AND ${inForce} FOR UPDATE`,
        [idOf(key)],
      );
      if (!row) return undefined;
      const held = this.#opened(key, row.tokens);
      if (row.fresh) return held;
      const tokens = await this.oidc.refresh(held);
      await (tokens
        ? tx.query(
            `UPDATE helhed.page_session SET tokens = $2, token_expires_at = clock_timestamp() + make_interval(secs => $3)
             WHERE municipality = helhed.tenant() AND id = $1`,
            [idOf(key), sealed(tx, key, tokens), tokens.lifetime],
          )
        : tx.query('DELETE FROM helhed.page_session WHERE municipality = helhed.tenant() AND id = $1', [idOf(key)]));
      return tokens;
    });
  }

  #opened(key: Key, tokens: Buffer): SessionTokens {
    return JSON.parse(this.database.personalData.decrypt(key.municipality, placeOf(key), tokens)) as SessionTokens;
  }
}

const sealed = (tx: Tx, key: Key, tokens: SessionTokens): Buffer =>
  tx.personalData.encrypt(key.municipality, placeOf(key), JSON.stringify(tokens));

const idOf = ({ secret }: Key): Buffer => createHash('sha256').update(secret).digest();
const placeOf = (key: Key): string => `page_session.tokens:${idOf(key).toString('hex')}`;
const csrfOf = ({ secret }: Key): string => createHmac('sha256', secret).update('form').digest('base64url');

function keyIn({ headers }: PageRequest): Key | undefined {
  const [, municipality = '', secret = ''] =
    /^(\d{4})\.([\w-]{43})$/.exec(cookieIn(headers['cookie'], hostPrefix + name) ?? '') ?? [];
  return isMunicipalityCode(municipality) ? { municipality, secret } : undefined;
}
