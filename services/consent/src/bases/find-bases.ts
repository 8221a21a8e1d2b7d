import type { Actor } from '@helhed/access';
import { Database, type Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Act, acts } from './acts.js';
import { shownOf, toBasisView, type Sections } from './basis-view.js';
import type { BasisQuery, BasisView, OwnBasesQuery } from './bases.dto.js';
import { getBasis, loadBases } from './load-bases.js';
import { isOwn } from './own.js';
import { asking, reachBasis, reachFamily } from './reach.js';
import { basisThing } from './things.js';

interface Listed {
  readonly ids: string[];
  readonly total: string;
}

@Injectable()
export class FindBases {
  constructor(
    private readonly database: Database,
    private readonly paging: Paging,
  ) {}

  async get(actor: Actor, id: string): Promise<BasisView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const basis = await getBasis(tx, id);
      await reachBasis(tx, actor, acts.read, basis);
      tx.log({ kind: 'look', act: acts.read.act, ...shownOf([basis], actor, 'entry and evidence') });
      return toBasisView(basis, actor, tx.personalData, 'entry and evidence');
    });
  }

  /**
   * As a command answers it to who has just recorded it, also by a relation that reads no basis of others. A repeat under
   * the same Idempotency-Key comes here too, perhaps days later: what let it be recorded must still be there.
   */
  async recorded(actor: Actor, id: string, act: Act, sections: Sections): Promise<BasisView> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const basis = await getBasis(tx, id);
      await reachFamily(tx, actor, act, basis.familyId);
      tx.log({ kind: 'look', act: act.act, ...shownOf([basis], actor, sections) });
      return toBasisView(basis, actor, tx.personalData, sections);
    });
  }

  /** The bases about a family; of one that is out of reach, those that name the actor's unit. */
  async page(actor: Actor, query: BasisQuery): Promise<Page<BasisView>> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const asked = asking(acts.list, actor, tx, basisThing);
      const which = `b.family_id = ${asked.value(query.familyId, 'uuid')} AND ${asked.reached}`;
      const [last] = this.paging.after('bases', query) ?? [];
      const statement = listOf(which, asked.value(last ?? null, 'uuid'), asked.value(query.limit + 1, 'int'));
      const [listed] = await asked.rows<Listed>(tx, statement);
      return this.#show(tx, actor, query, {
        list: 'bases',
        act: acts.list.act,
        about: query.familyId,
        listed: listed!,
      });
    });
  }

  /** For a citizen: the bases that the person gave, or that are about the person. */
  async ofPerson(actor: Actor, person: string, query: OwnBasesQuery): Promise<Page<BasisView>> {
    return this.database.inTransaction(actor.municipality, async (tx) => {
      if (!(await isOwn(tx, actor, person))) throw notFound({ da: 'Personen', en: 'The person' });
      const list = `bases of ${person}`;
      const [last] = this.paging.after(list, query) ?? [];
      const statement = listOf(`b.id IN (${basesOfPerson})`, '$2::uuid', '$3::int');
      const [listed] = await tx.query<Listed>(statement, [person, last ?? null, query.limit + 1]);
      return this.#show(tx, actor, query, { list, act: acts.ownList.act, about: person, listed: listed! });
    });
  }

  async #show(
    tx: Tx,
    actor: Actor,
    query: OwnBasesQuery,
    { list, act, about, listed }: { list: string; act: string; about: string; listed: Listed },
  ): Promise<Page<BasisView>> {
    const bases = await loadBases(tx, { where: { id: In(listed.ids) } });
    const { subjects, categories } = shownOf(bases.slice(0, query.limit), actor, 'entry and evidence');
    tx.log({ kind: 'look', act, subjects: [about, ...subjects], categories });
    const view = (basis: (typeof bases)[number]) => toBasisView(basis, actor, tx.personalData, 'entry and evidence');
    return this.paging.page(list, query, bases, Number(listed.total), view, ({ id }) => [id]);
  }
}

/** One page and the total of all, by one statement. */
const listOf = (which: string, after: string, limit: string): string => `
  WITH listed AS (SELECT b.id FROM basis b WHERE b.municipality = helhed.tenant() AND ${which})
  SELECT ARRAY(SELECT id FROM listed WHERE ${after} IS NULL OR id > ${after} ORDER BY id LIMIT ${limit}) AS ids,
    (SELECT count(*) FROM listed) AS total`;

const basesOfPerson = `
  SELECT basis_id FROM basis_cover WHERE municipality = helhed.tenant() AND person_id = $1
  UNION SELECT basis_id FROM basis_giver WHERE municipality = helhed.tenant() AND person_id = $1`;
