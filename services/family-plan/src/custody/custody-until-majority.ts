/** SQL: who holds custody, and until when: its end, or the child's majority. What a citizen looks at a child by. */
export const custodyUntilMajority = `(SELECT c.municipality, c.family_id, c.child_id, c.holder_id, c.from_date,
  least(c.to_date, c.of_age_on) AS to_date FROM custody c)`;
