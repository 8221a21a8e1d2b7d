import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { Closure } from './closure.js';
import type { AddClosure as Wish, ClosureView } from './closures.dto.js';
import { FindClosures } from './find-closures.js';

@Injectable()
export class AddClosure {
  constructor(
    private readonly database: Database,
    private readonly closures: FindClosures,
  ) {}

  /** Courses that are already placed stay as they are. */
  async run(actor: Actor, { name, from, until }: Wish): Promise<ClosureView> {
    const { municipality } = actor;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const closure = { municipality, id: newId(), name, startsOn: from, endsBefore: until };
      await tx.manager.insert(Closure, closure);
      tx.log({ kind: 'command', act: 'closure.add', subjects: [] });
      return { id: closure.id };
    });
    return this.closures.get(actor, id);
  }
}
