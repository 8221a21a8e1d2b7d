import { planOfClashes, plansIn, scansOf } from './plans.js';

const stamp = '2026-11-23 08:00:00.000 UTC [12] LOG:  duration: 0.100 ms  plan:';
const log = `2026-11-23 08:00:00.000 UTC [1] LOG:  parameter "auto_explain.log_min_duration" changed to "0"
${stamp}
\tQuery Text:
\t  SELECT resource_kind AS kind FROM unnest($2::text[], $3::uuid[]) AS wanted(kind, id)
\t  JOIN booking ON resource_id = wanted.id
\tNested Loop  (cost=0.42..1.00 rows=1 width=8)
\t  ->  Index Scan using booking_time on booking  (cost=0.42..0.50 rows=1 width=8)
${stamp}
\tQuery Text: SELECT 1 FROM programme_copy
\tSeq Scan on programme_copy  (cost=0.00..1.00 rows=1 width=8)
2026-11-23 08:00:01.000 UTC [12] WARNING:  something else
${stamp}
\tQuery Text: SELECT 1 FROM booking
\tSeq Scan on booking  (cost=0.00..1.00 rows=1 width=8)
`;

it('a log’s plans are told apart; the search for clashes is known, and what reads a whole table that grows', () => {
  const plans = plansIn(log);
  expect(plans).toHaveLength(3);
  expect(plans[1]).not.toContain('something else');
  expect(planOfClashes(plans)).toContain('booking_time');
  expect(scansOf(plans)).toEqual([plans[2]]);
});
