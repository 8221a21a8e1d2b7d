import { Looks, type Actor, type Decision, type Look } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { acts } from '../acts.js';
import { countHeads } from '../groups/count-heads.js';
import { allShown, findSummed } from '../groups/find-places.js';
import { Group } from '../groups/group.js';
import type { GroupHeads } from '../groups/groups.dto.js';
import { getProgrammeOf } from '../programmes/programme-copy.js';
import { needThing } from './need-thing.js';
import type { NeedQuery, NeedView } from './needs.dto.js';
import { isOpen, people } from './people.js';

type Row = Omit<NeedView, 'withheld' | 'heads'> & {
  /** To a theme evening the parents come alone. */
  readonly isRegular: boolean;
};

const inState = {
  open: isOpen,
  arranged: `n.state = 'arranged'`,
  'not-needed': `n.state = 'not-needed'`,
} as const;

@Injectable()
export class FindNeeds {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /**
   * What is to be ordered and called off, first appointment first: a whole group's to whoever plans, a family's to whoever is
   * shown it; what is withheld is no item (A-SCH-43).
   */
  page(actor: Actor, asked: NeedQuery): Promise<Page<NeedView>> {
    const { from, until, appointment, family, state } = asked;
    const list = `needs ${JSON.stringify([from, until, appointment, family, state])}`;
    const [startsAt, id] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listNeeds, async (look) => {
      const query = look.query(needThing);
      const where = (condition: string, value: unknown, type: string): string[] =>
        value === undefined ? [] : [`${condition} ${query.value(value, type)}`];
      const { rows, total } = await look.list<Row>(query, {
        from: `appointment_need n JOIN appointment a ON a.municipality = n.municipality AND a.id = n.appointment_id
          LEFT JOIN family_group g ON g.municipality = a.municipality AND (g.course_id = a.course_id OR g.id = a.group_id)`,
        where: [
          'n.municipality = helhed.tenant()',
          ...where('a.local_date >=', from, 'date'),
          ...where('a.local_date <', until, 'date'),
          ...where('n.appointment_id =', appointment, 'uuid'),
          ...where('n.family_id =', family, 'uuid'),
          state === undefined ? `n.state <> 'not-needed'` : inState[state],
        ],
        by: [{ section: 'need', of: 'n.family_id IS NOT NULL' }],
        columns,
        after:
          id === undefined
            ? undefined
            : `(a.starts_at, n.id) > (${query.value(startsAt, 'timestamptz')}, ${query.value(id, 'uuid')})`,
        order: 'a.starts_at, n.id',
        limit: asked.limit + 1,
      });
      const counted = await countedIn(look, rows);
      const view = ({ facts, ...row }: (typeof rows)[number]) =>
        toView(row, look.item(query, facts), counted.get(row.group ?? ''));
      return this.paging.page(list, asked, rows, total, view, (row) => [row.startsAt, row.id]);
    });
  }
}

const columns = {
  id: 'n.id',
  appointment: 'n.appointment_id',
  group: 'g.id',
  family: 'n.family_id',
  unit: 'n.unit',
  programme: 'n.programme',
  date: 'a.local_date::text',
  startTime: 'a.start_time',
  minutes: 'a.minutes',
  startsAt: `to_char(a.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  room: 'a.room_id',
  isRegular: `a.kind = 'session'`,
  kind: 'n.kind',
  state: 'n.state',
  language: 'n.language',
  person: 'n.person_id',
  people,
  arrangement: `CASE WHEN n.reference IS NOT NULL
    THEN jsonb_build_object('by', n.arranged_by, 'reference', n.reference, 'on', n.arranged_on) END`,
  namedOn: 'n.named_on::text',
  endedOn: 'n.ended_on::text',
  version: 'n.version',
} as const satisfies Record<keyof Row, string>;

interface Counted {
  readonly heads: GroupHeads | null;
  /** Whether nobody's seat is withheld. */
  readonly isWhole: boolean;
}

/** Of the groups whose own needs are listed: counted once for each, over the families whose seats are shown. */
async function countedIn(look: Look, rows: readonly Row[]): Promise<ReadonlyMap<string, Counted>> {
  const { tx } = look;
  const { manager, municipality } = tx;
  const ids = rows.flatMap(({ family, group }) => (family === null && group !== null ? [group] : []));
  const counted = new Map<string, Counted>();
  for (const group of await manager.findBy(Group, { municipality, id: In([...new Set(ids)]) })) {
    const places = await findSummed(look, group.id);
    const heads = await countHeads(tx, (await getProgrammeOf(tx, group)).group.ageBands, places);
    counted.set(group.id, { heads, isWhole: allShown(places) });
  }
  return counted;
}

function toView(row: Row, decision: Decision, counted: Counted | undefined): NeedView {
  const { id, appointment, group, family, unit, programme, date, startTime, minutes, startsAt, room } = row;
  const frame = { id, appointment, group, family, unit, programme, date, startTime, minutes, startsAt, room };
  // a whole group's tells nothing of anybody; the list has no family's that is not shown, but of a closed one
  if (family !== null && !decision.shows('need')) return { ...frame, version: 1, withheld: decision.withheld };
  const { kind, state, language, person, people: many, arrangement, namedOn, endedOn, version } = row;
  return {
    ...frame,
    kind,
    state,
    ...(family !== null && { language, person }),
    people: family === null && counted?.isWhole === false ? null : many,
    heads: kind === 'meal' && many !== null && row.isRegular ? (counted?.heads ?? null) : null,
    arrangement,
    namedOn,
    endedOn,
    version,
    withheld: [],
  };
}
