import type { Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { FindOwnPersons } from '../pages/my/find-own-persons.js';
import { registerRestored } from '../restored/restored.js';
import type { MeView } from './me.dto.js';

@Injectable()
export class FindMe {
  constructor(private readonly own: FindOwnPersons) {}

  /** Whose data a citizen can ask for (A-CIT-01). @throws DomainError `register-restored` where children cannot be told of */
  async run(actor: Actor): Promise<MeView> {
    const { persons, closed } = await this.own.all(actor);
    if (closed.length > 0) throw registerRestored();
    return { personId: actor.person!, children: persons.filter(({ self }) => !self).map(({ id }) => id) };
  }
}
