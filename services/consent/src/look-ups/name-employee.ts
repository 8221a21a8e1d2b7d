import { Looks, type AccessFacts, type Act, type Actor } from '@helhed/access';
import { Database, sqlState, type Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { EmployeeNames } from '../units/employee-names.js';
import type { NamedEmployee, NameEmployee as Wanted } from './name-employee.dto.js';
import { lookThing } from './things.js';

/** The officer reaches the register's rows by no relation to anybody in them. */
export const naming = {
  act: 'look-up.name-employee',
  mode: 'write',
  relations: [],
  sections: [],
} as const satisfies Act;

interface Row {
  readonly facts: AccessFacts;
  readonly subjects: string[];
  readonly actor: string;
  readonly sub: string;
  readonly named: boolean;
}

/**
 * The data protection officer decides that whom a look was at is told who made it: of this look, and of no other. The name
 * is the account's on that day: an account that is gone later has its name here still.
 */
@Injectable()
export class NameEmployee {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
    private readonly names: EmployeeNames,
  ) {}

  async run(actor: Actor, id: string, { paragraph, reason }: Wanted): Promise<NamedEmployee> {
    const { municipality } = actor;
    return this.database.inTransaction(municipality, async (tx) => {
      const { actor: kind, sub, named } = await this.#reach(tx, actor, id);
      if (sub === actor.sub) throw somebodyElse();
      if (named) throw employeeNamed();
      // nothing is locked: Keycloak may take its time
      const name = kind === 'person' ? await this.names.find(municipality, sub) : undefined;
      if (name === undefined) throw employeeUnknown();
      const sealed = (text: string, place: string) => tx.personalData.encrypt(municipality, place, text);
      await insert(tx, [id, sealed(name, nameOf(id)), paragraph, sealed(reason, reasonOf(id)), actor.sub, tx.now]);
      return { id, namedAt: tx.now.toISOString() };
    });
  }

  async #reach(tx: Tx, actor: Actor, id: string): Promise<Row> {
    const look = await this.looks.within(tx, actor, naming);
    const query = look.query(lookThing);
    const [row] = await query.rows<Row>(
      tx,
      `SELECT ${query.facts} AS facts, l.subjects, l.actor, l.sub, EXISTS (SELECT FROM look_up_employee e
         WHERE e.municipality = l.municipality AND e.look_up_id = l.id) AS named
       FROM look_up l WHERE l.municipality = helhed.tenant() AND l.salt IS NOT NULL AND l.id = ${query.value(id, 'uuid')}`,
    );
    if (!row) throw notFound({ da: 'Opslaget', en: 'The look' });
    look.requireUnbarred(query, row.facts);
    look.log(row.subjects);
    return row;
  }
}

/** What a name is encrypted for: it opens in no other row. @param id the look's */
export const nameOf = (id: string): string => `look_up_employee.name:${id}`;
const reasonOf = (id: string): string => `look_up_employee.reason:${id}`;

async function insert(tx: Tx, values: unknown[]): Promise<void> {
  const statement = `INSERT INTO look_up_employee (municipality, look_up_id, name, paragraph, reason, named_by, named_at)
    VALUES (helhed.tenant(), $1, $2, $3, $4, $5, $6)`;
  await tx.query(statement, values).catch((error: unknown) => {
    throw sqlState(error) === '23505' ? employeeNamed() : error;
  });
}

const somebodyElse = () =>
  new DomainError('forbidden', 'second-person-required', {
    da: 'En anden end den, der gjorde opslaget, skal afgøre, om navnet oplyses.',
    en: 'Somebody other than the one who made the look must decide whether the name is told.',
  });

const employeeNamed = () =>
  new DomainError('conflict', 'employee-named', {
    da: 'Medarbejderen er allerede nævnt for dette opslag.',
    en: 'The employee of this look was named already.',
  });

const employeeUnknown = () =>
  new DomainError('rule', 'employee-unknown', {
    da: 'Opslaget er ikke gjort af en medarbejder, eller kontoen kendes ikke længere.',
    en: 'The look was made by no employee, or the account is known no more.',
  });
