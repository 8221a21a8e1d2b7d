import type { Act } from '../looks/act.js';
import type { Me, ThingInSql } from '../decision/sql/thing-in-sql.js';
import type { HeldOf } from '../holdings/holdings.js';
import type { AccessDeclaration } from '../routes/declarations.js';

/** A look of the service's routes that shows something of persons, and the things that it shows it of. */
export interface ReadingLook {
  readonly act: Act;
  /** As the route's `@Access` says it; `link`: whoever holds the secret of one */
  readonly allow: AccessDeclaration['allow'] | 'link';
  readonly thing: ThingInSql;
  /** The things, under the alias that their `ThingInSql` uses */
  readonly from: string | ((of: HeldOf) => string);
  /** A condition that finds those that may be about the person, and that the look asks of whoever looks besides relations */
  readonly where: (of: HeldOf, me: Me) => string;
  /** Of a link: `text`, the unit that its holder is in */
  readonly unit?: string;
}

/** Who may see what a service holds on persons: its looks, of which one that shows less than another is left out. */
export interface Readers {
  /** The table of who holds custody, as of `Holdings` */
  readonly custody: string;
  readonly looks: readonly ReadingLook[];
}
