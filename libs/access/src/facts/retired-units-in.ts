import type { Database } from '@helhed/database';
import type { FindRetired } from '../actor/retired-units.js';

/** The retired units that the service has heard of. */
export const retiredUnitsIn =
  (database: Database): FindRetired =>
  (municipality) =>
    database.inTransaction(municipality, async (tx) => {
      const retired = await tx.query<{ code: string }>(
        'SELECT code FROM helhed.unit_replica WHERE municipality = helhed.tenant() AND retired',
      );
      return retired.map(({ code }) => code);
    });
