import { Looks, type AccessFacts, type Actor, type Look } from '@helhed/access';
import { paperActs, paperKinds, type PaperKind } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { localDate, notFound } from '@helhed/kernel';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { Paging } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { isOwn } from '../bases/own.js';
import { addDays } from '../cover/dates.js';
import { acts } from './acts.js';
import { papersOfFamily, papersOfPerson, papersThing } from './papers-in-sql.js';
import type { PaperPage, PaperQuery, PaperView } from './papers.dto.js';

interface Row extends Pick<PaperView, 'id' | 'unit' | 'function'> {
  readonly pos: string;
  readonly at: string;
  readonly act: string;
}

const millisecondsPerDay = 86_400_000;
const onPage = 200;

/** What was given out on paper and cannot be called back: the register of look-ups knows the look that made each. */
@Injectable()
export class FindPapers {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** For who takes a consent back on a family's behalf. @throws DomainError `not-found`; 403 as for a family's basis */
  async ofFamily(actor: Actor, familyId: string, query: PaperQuery): Promise<PaperPage> {
    return this.looks.at(actor, acts.list, async (look) => {
      const asked = look.query(papersThing);
      const [found] = await asked.rows<{ facts: AccessFacts }>(
        look.tx,
        `SELECT ${asked.facts} AS facts FROM (SELECT ${asked.value(familyId, 'uuid')}) f (id) WHERE ${asked.related}`,
      );
      look.one(asked, found?.facts, { da: 'Familien', en: 'The family' });
      return this.#page(look.tx, papersOfFamily, familyId, query);
    });
  }

  /**
   * For a citizen: what told something about oneself, or about a child in one's custody today.
   * @throws DomainError `not-found`; `register-restored` of a child while the register is closed
   */
  async ofPerson(actor: Actor, personId: string, query: PaperQuery): Promise<PaperPage> {
    return this.looks.at(actor, acts.ownList, async (look) => {
      if (!(await isOwn(look, personId))) throw notFound({ da: 'Personen', en: 'The person' });
      noteOwn(look, personId);
      return this.#page(look.tx, papersOfPerson, personId, query);
    });
  }

  /** All those of several persons, the latest first, each once: what concerns a parent and a child is told of both. */
  async ofAll(actor: Actor, persons: readonly string[]): Promise<Pick<PaperPage, 'items' | 'since'>> {
    return this.looks.at(actor, acts.ownList, async (look) => {
      const found = new Map<string, PaperView>();
      for (const person of persons) {
        if (!(await isOwn(look, person))) throw notFound({ da: 'Personen', en: 'The person' });
        noteOwn(look, person);
        for (let cursor: string | null | undefined; cursor !== null;) {
          const query = { limit: onPage, ...(cursor && { cursor }) };
          const { items, next } = await this.#page(look.tx, papersOfPerson, person, query);
          for (const each of items) found.set(each.id, each);
          cursor = next;
        }
      }
      const items = [...found.values()].toSorted((a, b) => b.givenOn.localeCompare(a.givenOn));
      return { items, since: since(look.tx) };
    });
  }

  async #page(tx: Tx, statement: string, of: string, query: PaperQuery): Promise<PaperPage> {
    const list = `papers of ${of}`;
    const [last] = this.paging.after(list, query) ?? [];
    const values = [of, tx.today, last ?? null, query.limit + 1];
    const [found] = await tx.query<{ total: number; rows: Row[] }>(statement, values);
    const { items, next, total } = this.paging.page(list, query, found!.rows, found!.total, toView, ({ pos }) => [pos]);
    return { items: [...items], next, total, since: since(tx) };
  }
}

const noteOwn = (look: Look, person: string): void =>
  look.log([person], { purpose: 'own-insight', categories: ['look-up-log'] });

function toView({ id, at, act, unit, function: name }: Row): PaperView {
  return { id, kind: kindOf(act), givenOn: localDate(new Date(at)), unit, function: name };
}

const kindOf = (act: string): PaperKind => paperKinds.find((kind) => paperActs[kind] === act)!;

/** The day after the one on which the oldest content kept was made: of that day some may be erased already. */
function since({ now, today }: Tx): string {
  const days = valueOn(getGroundRules().lookUps.contentDays, today);
  return addDays(localDate(new Date(now.getTime() - days * millisecondsPerDay)), 1);
}
