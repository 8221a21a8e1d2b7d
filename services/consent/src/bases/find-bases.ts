import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { And, In, MoreThan, type FindOperator } from 'typeorm';
import { shownOf, toBasisView, type Sections } from './basis-view.js';
import type { BasisQuery, BasisView, OwnBasesQuery } from './bases.dto.js';
import { Basis } from './basis.js';
import { getBasis, loadBases } from './load-bases.js';
import { isOwn, mayList, requireReach } from './reach.js';

interface Where {
  readonly familyId?: string;
  readonly id?: FindOperator<string>;
}

@Injectable()
export class FindBases {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get(actor: Actor, id: string, sections: Sections = 'entry and evidence'): Promise<BasisView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const basis = await getBasis(tx, id);
      requireReach(tx, actor, basis);
      tx.log({ kind: 'look', act: 'basis.read', ...shownOf([basis], actor, sections) });
      return toBasisView(basis, actor, tx.personalData, sections);
    });
  }

  /** The bases about a family. */
  async page(actor: Actor, query: BasisQuery): Promise<Page<BasisView>> {
    const { familyId } = query;
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const ids = mayList(tx, actor, familyId) ? { familyId } : { familyId, id: In([]) };
      return this.#page(tx, actor, query, { list: 'bases', act: 'basis.list', where: ids, subjects: [familyId] });
    });
  }

  /** For a citizen: the bases that the person gave, or that are about the person. */
  async ofPerson(actor: Actor, person: string, query: OwnBasesQuery): Promise<Page<BasisView>> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      if (!(await isOwn(tx, actor, person))) throw notFound({ da: 'Personen', en: 'The person' });
      const rows = await tx.query<{ id: string }>(basesOfPerson, [person]);
      const where = { id: In(rows.map(({ id }) => id)) };
      const list = `bases of ${person}`;
      return this.#page(tx, actor, query, { list, act: 'basis.own-list', where, subjects: [person] });
    });
  }

  async #page(
    tx: Tx,
    actor: Actor,
    query: OwnBasesQuery,
    asked: { list: string; act: string; where: Where; subjects: string[] },
  ): Promise<Page<BasisView>> {
    const { list, act, where, subjects } = asked;
    const { municipality, personalData } = tx;
    const [last] = this.paging.after(list, query) ?? [];
    const beyond = last === undefined ? [] : [MoreThan(String(last))];
    const ids = [...(where.id ? [where.id] : []), ...beyond];
    const after = ids.length > 0 ? { ...where, id: And(...ids) } : where;
    const bases = await loadBases(tx, { where: after, take: query.limit + 1 });
    const total = await tx.manager.countBy(Basis, { municipality, ...where });
    const shown = bases.slice(0, query.limit);
    const seen = shownOf(shown, actor, 'entry and evidence');
    tx.log({ kind: 'look', act, ...seen, subjects: [...subjects, ...seen.subjects] });
    return this.paging.page(
      list,
      query,
      bases,
      total,
      (basis) => toBasisView(basis, actor, personalData, 'entry and evidence'),
      ({ id }) => [id],
    );
  }
}

const basesOfPerson = `
  SELECT basis_id AS id FROM basis_cover WHERE municipality = helhed.tenant() AND person_id = $1
  UNION SELECT basis_id FROM basis_giver WHERE municipality = helhed.tenant() AND person_id = $1`;
