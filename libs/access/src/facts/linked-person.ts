import type { Database } from '@helhed/database';
import type { FindLinked } from '../actor/citizens.js';

/**
 * Whom the service's own table of links ties an account to. Two persons for one account, as between the events of an end
 * and of a new link, are nobody.
 */
export const linkedPersonIn =
  (database: Database): FindLinked =>
  (municipality, sub) =>
    database.inTransaction(municipality, async (tx) => {
      const linked = await tx.query<{ personId: string }>(
        `SELECT person_id AS "personId" FROM helhed.citizen_link
         WHERE municipality = helhed.tenant() AND sub = $1 AND ended_on IS NULL LIMIT 2`,
        [sub],
      );
      return linked.length === 1 ? linked[0]?.personId : undefined;
    });
