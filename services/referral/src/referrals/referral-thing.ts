import type { Me, OwnInSql, ThingInSql } from '@helhed/access';

/** Before triage was started, and when the unit that triages is retired, every triager's unit has the referral. */
export const triage = ({ unit }: Me, r = 'r'): OwnInSql => ({
  holds: `${r}.triage_unit = ${unit} OR ${r}.triage_unit IS NULL OR ${r}.triage_unit = ANY (ARRAY(
    SELECT u.code FROM helhed.unit_replica u WHERE u.municipality = helhed.tenant() AND u.retired))`,
});

const sender = ({ unit, function: name }: Me): OwnInSql => ({
  holds: `r.referring_unit = ${unit} AND (r.programme, r.programme_version) IN (
    SELECT p.code, p.version FROM programme p
    WHERE p.municipality = helhed.tenant() AND p.definition -> 'mayRefer' -> 'functions' ? ${name})`,
});

const triaging = 'ARRAY[coalesce(r.triage_unit, r.referring_unit)]';

/** A referral, in the scope of `FROM referral r`. It is of a programme of the municipality, which whoever leads reaches. */
export const referralThing: ThingInSql = {
  family: 'r.family_id',
  programme: 'r.programme',
  members: 'r.persons',
  own: (me) => ({ triage: triage(me), sender: sender(me), lead: { holds: 'true' } }),
  sections: {
    'referral.content': {
      persons: 'r.persons',
      owners: 'array_remove(ARRAY[r.referring_unit, r.triage_unit], NULL)',
    },
    'referral.triage': { persons: 'r.persons', owners: triaging },
    'referral.outcome': { persons: 'r.persons', owners: triaging },
  },
};
