import { Looks, type Actor, type Decision } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { goalThing } from './goal-thing.js';
import { openWords } from './goal-words.js';
import type { GoalQuery, GoalView } from './goals.dto.js';

@Injectable()
export class FindGoals {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of the family, of each what the bases allow (A-FAM-25). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: GoalQuery): Promise<Page<GoalView>> {
    const list = `goals of ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listGoals, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const query = look.query(goalThing);
      const { rows, total } = await look.list<Row>(query, {
        from: 'goal g',
        where: ['g.municipality = helhed.tenant()', `g.family_id = ${query.value(familyId, 'uuid')}`],
        columns,
        after: last ? `g.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'g.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}

/** As the statement reads it: what is encrypted in base64. */
type Row = Required<Omit<GoalView, 'withheld'>>;

const columns = {
  id: 'g.id',
  familyId: 'g.family_id',
  programme: 'g.programme',
  state: 'g.state',
  memberId: 'g.person_id',
  workPointId: 'g.work_point_id',
  words: `(SELECT coalesce(jsonb_agg(jsonb_build_object('personId', gw.person_id, 'said', encode(gw.words, 'base64'),
      'saidOn', gw.said_on) ORDER BY gw.said_on, gw.person_id), '[]')
    FROM goal_words gw WHERE gw.municipality = g.municipality AND gw.goal_id = g.id)`,
  setOn: 'g.set_on::text',
  agreedOn: 'g.agreed_on::text',
  leftOn: 'g.left_on::text',
} as const satisfies Record<keyof Row, string>;

/** What the decision shows of it; only that is decrypted. */
function toView({ id, familyId, programme, ...row }: Row, decision: Decision, tx: Tx): GoalView {
  const framed = { id, familyId, programme, withheld: decision.withheld };
  if (!decision.shows('plan')) return framed;
  const { municipality, personalData } = tx;
  const words = row.words.map(({ personId, said, saidOn }) => ({
    personId,
    said: openWords(personalData, { municipality, goalId: id, personId }, Buffer.from(said, 'base64')),
    saidOn,
  }));
  const { state, memberId, workPointId, setOn, agreedOn, leftOn } = row;
  return { ...framed, state, memberId, workPointId, words, setOn, agreedOn, leftOn };
}
