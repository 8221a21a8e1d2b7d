import { Looks, type Act, type Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { registerRestored } from '../../restored/restored.js';
import { ownPersons, type OwnPerson, type OwnPersons } from './own-persons.js';

/** Whom a page is about, and whom else it could be about. */
export interface AboutPerson {
  readonly person: OwnPerson;
  readonly persons: readonly OwnPerson[];
  /** The municipality's date. */
  readonly today: string;
}

export const readMe = {
  act: 'me.read',
  mode: 'read',
  relations: ['own', 'custody'],
  sections: [],
} as const satisfies Act;

@Injectable()
export class FindOwnPersons {
  constructor(
    private readonly database: Database,
    private readonly looks: Looks,
  ) {}

  async all(actor: Actor): Promise<OwnPersons> {
    return this.looks.at(actor, readMe, async (look) => {
      look.settledBy('own');
      const own = await ownPersons(look.tx, actor);
      look.log(
        own.persons.map(({ id }) => id),
        { purpose: 'own-insight' },
      );
      return own;
    });
  }

  /**
   * One of them, and the others to choose among. What is then shown of the person logs itself.
   * @throws DomainError `not-found`; `register-restored` for a child while the register is closed
   */
  async one(actor: Actor, id: string): Promise<AboutPerson> {
    const { persons, closed, today } = await this.database.inTransaction(actor.municipality, async (tx) => {
      (await this.looks.within(tx, actor, readMe)).settledBy('own');
      return { ...(await ownPersons(tx, actor)), today: tx.today };
    });
    if (closed.includes(id)) throw registerRestored();
    const person = persons.find((each) => each.id === id);
    if (!person) throw notFound({ da: 'Personen', en: 'The person' });
    return { person, persons, today };
  }
}
