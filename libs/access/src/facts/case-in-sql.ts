import type { Me, OwnInSql, SectionInSql } from '../decision/sql/thing-in-sql.js';

interface OfFamily {
  /** `uuid` */
  readonly family: string;
  /** `text`, where the thing is of one programme: a relation of another does not reach it */
  readonly programme?: string;
  /** Where many things are looked for: the families are found first, and the things by them */
  readonly many?: true;
}

/** The relations that follow from a family's referrals and seats (docs/access.md 1.3), over the tables of `caseTables`. */
export function caseRelations(me: Me, of: OfFamily): Record<'triage' | 'group' | 'lead', OwnInSql> {
  return {
    triage: through('helhed.referral_replica', `case_row.ended IS NULL AND ${triages(me)}`, of),
    group: through('helhed.seat_replica', `case_row.unit = ${me.unit} AND NOT ${cameTo('withdrawn', 'closed')}`, of),
    lead: of.programme === undefined ? through('helhed.referral_replica', 'true', of) : { holds: 'true' },
  };
}

function through(table: string, mine: string, { family, programme, many }: OfFamily): OwnInSql {
  const first = many
    ? `${family} = ANY (ARRAY(SELECT case_row.family_id FROM ${table} case_row WHERE ${mine})) AND `
    : '';
  const ofIt = `FROM ${table} case_row WHERE case_row.family_id = ${family} AND ${mine}`;
  if (programme !== undefined)
    return { holds: `${first}EXISTS (SELECT ${ofIt} AND case_row.programme = ${programme})` };
  return { holds: `${first}EXISTS (SELECT ${ofIt})`, programmes: `ARRAY(SELECT DISTINCT case_row.programme ${ofIt})` };
}

/** Before triage was started any triager's unit has the referral, and so when the unit that has it is retired. */
const triages = ({ unit }: Me): string =>
  `(case_row.triage_unit IS NULL OR case_row.triage_unit = ${unit} OR case_row.triage_unit = ANY (ARRAY(
     SELECT case_unit.code FROM helhed.unit_replica case_unit WHERE case_unit.retired)))`;

/** The enrolment with the seat's place ends with its referral: withdrawn or closed. */
const cameTo = (
  ...ends: readonly ('withdrawn' | 'closed')[]
): string => `EXISTS (SELECT FROM helhed.referral_replica case_ended
  WHERE case_ended.family_id = case_row.family_id AND case_ended.place_id = case_row.place_id
    AND case_ended.ended IN (${ends.map((end) => `'${end}'`).join(', ')}))`;

/** Whose own a section is that belongs to the family's case. */
export const ofCase = (family: string, me: Pick<Me, 'today'>): Required<Pick<SectionInSql, 'owners' | 'keepers'>> => ({
  owners: caseCarrying(family, me),
  keepers: caseKeeping(family),
});

/** `text[]`: the case-keeping units of a family (docs/access.md 1.4), retired or not. */
export const caseKeeping = (family: string): string => `ARRAY(
  SELECT DISTINCT case_row.unit FROM helhed.seat_replica case_row
  WHERE case_row.family_id = ${family} AND ${cameTo('closed')})`;

/** `text[]`: the case-carrying units of a family (docs/access.md 1.4), retired or not. */
export const caseCarrying = (family: string, { today }: Pick<Me, 'today'>): string => `ARRAY(
  SELECT case_row.triage_unit FROM helhed.referral_replica case_row
  WHERE case_row.family_id = ${family} AND case_row.ended IS NULL AND case_row.triage_unit IS NOT NULL
  UNION SELECT case_row.unit FROM helhed.seat_replica case_row
  WHERE case_row.family_id = ${family} AND NOT ${cameTo('withdrawn', 'closed')}
  UNION SELECT case_row.unit FROM helhed.relation_replica case_row
  WHERE case_row.family_id = ${family} AND case_row.kind = 'coordinator' AND case_row.from_date <= ${today}
    AND (case_row.to_date IS NULL OR ${today} < case_row.to_date))`;
