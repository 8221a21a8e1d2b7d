import { Looks, type Act, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { ownPersons } from '../pages/my/own-persons.js';
import type { MeView } from './me.dto.js';

export const readMe: Act = { act: 'me.read', mode: 'read', relations: ['own', 'custody'], sections: [] };

@Injectable()
export class FindMe {
  constructor(private readonly looks: Looks) {}

  /** Whose data a citizen can ask for (A-CIT-01). */
  async run(actor: Actor): Promise<MeView> {
    return this.looks.at(actor, readMe, async (look) => {
      const persons = await ownPersons(look.tx, actor);
      look.log(
        persons.map(({ id }) => id),
        { purpose: 'own-insight' },
      );
      return { personId: actor.person!, children: persons.filter(({ self }) => !self).map(({ id }) => id) };
    });
  }
}
