import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { EmployeeRelation } from './employee-relation.js';
import {
  toEmployeeRelationView,
  type EmployeeRelationView,
  type SetEmployeeRelation as Wish,
} from './employee-relations.dto.js';
import { matchRelation, tellRelation } from './match-employees.js';

@Injectable()
export class SetEmployeeRelation {
  constructor(private readonly database: Database) {}

  async run({ municipality }: Actor, wish: Wish): Promise<EmployeeRelationView> {
    let made: EmployeeRelation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const told = { ...wish, from: wish.from ?? tx.today };
      const relation = EmployeeRelation.set(tx.personalData, municipality, newId(), told);
      await tx.manager.insert(EmployeeRelation, relation);
      await matchRelation(tx, relation);
      await tellRelation(tx, relation);
      tx.log({ kind: 'command', act: 'employee-relation.set', subjects: relation.persons() });
      made = relation;
      return { id: relation.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return toEmployeeRelationView(made);
    return this.database.inTransaction(municipality, async (tx) => {
      const relation = await tx.manager.findOneByOrFail(EmployeeRelation, { municipality, id });
      tx.log({ kind: 'look', act: 'employee-relation.set', subjects: relation.persons() });
      return toEmployeeRelationView(relation);
    });
  }
}
