/** SQL, `$1` the municipality and `$2` the programme: the outcomes that count as this, each with its definition's version. */
const listed = (as: 'completed' | 'dropped'): string => `
  (programme_version, outcome) IN (
    SELECT said.version, reason ->> 'code'
    FROM programme_copy said, jsonb_array_elements(said.definition -> 'reasons') AS reason
    WHERE said.municipality = $1 AND said.code = $2 AND reason ->> 'countsAs' = '${as}')`;

/**
 * SQL over journeys: whether the course was closed as completed, by the definition that the family came in under. Where that
 * does not say, the outcome was one of the two codes by which courses were closed before definitions did.
 */
export const countsAsCompleted = `(${listed('completed')}
  OR outcome IN ('completed', 'course-completed') AND (${listed('dropped')}) IS NOT TRUE)`;
