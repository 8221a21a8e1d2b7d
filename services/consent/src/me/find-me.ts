import type { Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { FindOwnPersons } from '../pages/my/find-own-persons.js';
import type { MeView } from './me.dto.js';

@Injectable()
export class FindMe {
  constructor(private readonly own: FindOwnPersons) {}

  /** Whose data a citizen can ask for (A-CIT-01). */
  async run(actor: Actor): Promise<MeView> {
    const persons = await this.own.all(actor);
    return { personId: actor.person!, children: persons.filter(({ self }) => !self).map(({ id }) => id) };
  }
}
