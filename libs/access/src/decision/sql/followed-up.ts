/**
 * `boolean`: whether the family of a row, such as a relation's, is followed up in the row's programme (A-REL-07): it had an enrolment
 * there, and each has ended, with its referral. Over `caseTables`, which a service has that asks this.
 */
export const isFollowedUp = (row: string): string => `coalesce((SELECT bool_and(access_course.ended IS NOT NULL)
  FROM helhed.referral_replica access_course WHERE access_course.family_id = ${row}.family_id
    AND access_course.programme = ${row}.programme AND access_course.place_id IS NOT NULL), false)`;
