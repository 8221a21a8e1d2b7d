import { endEmployeeRelation, type Actor } from '@helhed/access';
import { EmployeeRelationEnded } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { requireVersion } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { ownRelation } from '../own-relation.js';
import { EmployeeRelation } from './employee-relation.js';
import { toEmployeeRelationView, type EmployeeRelationView } from './employee-relations.dto.js';

@Injectable()
export class EndEmployeeRelation {
  constructor(private readonly database: Database) {}

  async run(
    { municipality, sub }: Actor,
    id: string,
    version: number,
    on: string | undefined,
  ): Promise<EmployeeRelationView> {
    return this.database.inTransaction(municipality, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const relation = await tx.manager.findOne(EmployeeRelation, { where: { municipality, id }, lock });
      if (!relation) throw notFound({ da: 'Det, der er bedt om,', en: 'What was asked for' });
      if (relation.sub === sub) throw ownRelation();
      requireVersion(relation, version);
      relation.end(on ?? tx.today);
      await tx.manager.save(relation);
      const ended = relation.ended();
      if (ended) {
        tx.emit(EmployeeRelationEnded, ended);
        await endEmployeeRelation(tx, ended);
      }
      tx.log({ kind: 'command', act: 'employee-relation.end', subjects: relation.persons() });
      return toEmployeeRelationView(relation);
    });
  }
}
