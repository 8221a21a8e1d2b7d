import { Database, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';

/** What people call a unit, by its code; a unit whose name is not known is shown by its code. */
export type NameOf = (unit: string) => string;

/** As the municipality's Keycloak names its groups. */
export async function unitNames(tx: Tx): Promise<NameOf> {
  const rows = await tx.query<{ unit: string; name: string }>(
    'SELECT unit, name FROM unit_name WHERE municipality = helhed.tenant()',
  );
  const names = new Map(rows.map(({ unit, name }) => [unit, name]));
  return (unit) => names.get(unit) ?? unit;
}

/** The names for a page. */
@Injectable()
export class UnitNames {
  constructor(private readonly database: Database) {}

  of({ municipality }: { readonly municipality: MunicipalityCode }): Promise<NameOf> {
    return this.database.inTransaction(municipality, unitNames);
  }
}
