import { Looks, type AccessFacts, type Act, type Actor, type Look } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from './acts.js';
import { shownOf, toBasisView, type Sections } from './basis-view.js';
import type { Basis } from './basis.js';
import type { BasisQuery, BasisView, OwnBasesQuery } from './bases.dto.js';
import { getBasis, loadBases } from './load-bases.js';
import { isOwn } from './own.js';
import { askingBases, reachBasis, reachFamily } from './reach.js';

interface Listed {
  readonly rows: readonly { readonly id: string; readonly facts: AccessFacts }[];
  readonly total: string;
}

@Injectable()
export class FindBases {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  async get(actor: Actor, id: string): Promise<BasisView> {
    return this.looks.at(actor, acts.read, async (look) => {
      await reachBasis(look, id);
      const basis = await getBasis(look.tx, id);
      return toBasisView(basis, actor, look.tx, noted(look, [basis]));
    });
  }

  /**
   * As a command answers it to who has just recorded it, also by a relation that reads no basis of others. A repeat under
   * the same Idempotency-Key comes here too, perhaps days later: what let it be recorded must still be there.
   */
  async recorded(actor: Actor, id: string, act: Act, sections: Sections): Promise<BasisView> {
    return this.looks.at(actor, { ...act, mode: 'read' }, async (look) => {
      const basis = await getBasis(look.tx, id);
      await reachFamily(look, basis.familyId);
      const { subjects, categories } = shownOf([basis], actor, sections);
      look.log(subjects, { categories });
      return toBasisView(basis, actor, look.tx, sections);
    });
  }

  /** The bases about a family; of one that is out of reach, those that name the actor's unit. */
  async page(actor: Actor, query: BasisQuery): Promise<Page<BasisView>> {
    return this.looks.at(actor, acts.list, async (look) => {
      const asked = askingBases(look);
      const [last] = this.paging.after('bases', query) ?? [];
      const [listed] = await asked.rows<Listed>(
        look.tx,
        listOf({
          which: `b.family_id = ${asked.value(query.familyId, 'uuid')} AND ${asked.reached}`,
          facts: asked.facts,
          after: asked.value(last ?? null, 'uuid'),
          limit: asked.value(query.limit + 1, 'int'),
        }),
      );
      for (const { facts } of listed!.rows.slice(0, query.limit)) look.item(asked, facts);
      // of what is out of reach nothing was seen: an empty page is no look at a family
      if (Number(listed!.total) > 0) look.log([query.familyId]);
      return this.#show(look, query, 'bases', listed!);
    });
  }

  /** For a citizen: the bases that the person gave, or that are about the person. */
  async ofPerson(actor: Actor, person: string, query: OwnBasesQuery): Promise<Page<BasisView>> {
    return this.looks.at(actor, acts.ownList, async (look) => {
      const { tx } = look;
      if (!(await isOwn(look, person))) throw notFound({ da: 'Personen', en: 'The person' });
      const list = `bases of ${person}`;
      const [last] = this.paging.after(list, query) ?? [];
      const parts = { which: `b.id IN (${basesOf('$1')})`, facts: 'NULL', after: '$2::uuid', limit: '$3::int' };
      const [listed] = await tx.query<Listed>(listOf(parts), [person, last ?? null, query.limit + 1]);
      look.log([person], { purpose: 'own-insight' });
      return this.#show(look, query, list, listed!, 'own-insight');
    });
  }

  async #show(
    look: Look,
    query: OwnBasesQuery,
    list: string,
    { rows, total }: Listed,
    purpose?: string,
  ): Promise<Page<BasisView>> {
    const { tx, actor } = look;
    const bases = await loadBases(tx, { where: { id: In(rows.map(({ id }) => id)) } });
    const sections = noted(look, bases.slice(0, query.limit), purpose);
    const view = (basis: Basis) => toBasisView(basis, actor, tx, sections);
    return this.paging.page(list, query, bases, Number(total), view, ({ id }) => [id]);
  }
}

/** Whose bases are shown, and of which of them it is shown where their evidence is, is noted. @returns what is shown of them */
function noted(look: Look, bases: readonly Basis[], purpose?: string): Sections {
  for (const basis of bases) {
    const { subjects, categories } = shownOf([basis], look.actor, 'entry and evidence');
    look.log(subjects, { categories, purpose });
  }
  return 'entry and evidence';
}

/** One page and the total of all, by one statement. */
const listOf = ({ which, facts, after, limit }: Record<'which' | 'facts' | 'after' | 'limit', string>): string => `
  WITH listed AS (SELECT b.id FROM basis b WHERE b.municipality = helhed.tenant() AND ${which}), page AS (
    SELECT b.id, ${facts} AS facts FROM basis b WHERE b.municipality = helhed.tenant()
      AND b.id = ANY (ARRAY(SELECT id FROM listed WHERE ${after} IS NULL OR id > ${after} ORDER BY id LIMIT ${limit})))
  SELECT (SELECT coalesce(json_agg(page ORDER BY page.id), '[]') FROM page) AS rows,
    (SELECT count(*) FROM listed) AS total`;

/** SQL: the bases that the person gave, or that are about the person. */
export const basesOf = (person: string): string => `
  SELECT basis_id FROM basis_cover WHERE municipality = helhed.tenant() AND person_id = ${person}
  UNION SELECT basis_id FROM basis_giver WHERE municipality = helhed.tenant() AND person_id = ${person}`;
