/** SQL: who a referral's persons are is not known yet: it may be any family. A withdrawn one's never will be. */
const isToBeMatched = (referral: string): string =>
  `(array_position(${referral}.persons, NULL) IS NOT NULL AND ${referral}.state <> 'withdrawn')`;

/** SQL: a family is the one named, and the same persons under another referral; until either's are known, it may be. */
const mayBe = (referral: string, side: string, opposite: string): string => `(
  ${referral}.family_id = ${side}.family_id OR ${referral}.persons && ${side}.persons
  OR ${referral}.family_id <> ${opposite}.family_id AND (${isToBeMatched(referral)} OR ${isToBeMatched(side)}))`;

const areBoth = (one: string, other: string): string =>
  `(${mayBe(one, 'one', 'other')} AND ${mayBe(other, 'other', 'one')})`;

/**
 * SQL: in the place's group sits a family that the referral's family must not sit with, or may turn out to be such a one,
 * whichever of the two was named first. One whose referral is closed sits there no more.
 * @param place alias of a place; @param referral alias of a referral; @param today `date`
 */
export const isApart = (place: string, referral: string, today: string): string => `EXISTS (
  SELECT FROM separation apart
  JOIN referral one ON one.municipality = apart.municipality AND one.id = apart.referral_id
  JOIN referral other ON other.municipality = apart.municipality AND other.id = apart.other_referral_id
  JOIN place taken ON taken.municipality = apart.municipality AND taken.group_id = ${place}.group_id
  JOIN referral sits ON sits.municipality = taken.municipality AND sits.id = taken.referral_id AND sits.state = 'accepted'
  WHERE apart.municipality = helhed.tenant() AND apart.programme = ${place}.programme
    AND (apart.to_date IS NULL OR apart.to_date > ${today})
    AND (${areBoth(referral, 'sits')} OR ${areBoth('sits', referral)}))`;

/** SQL: whether two of the referrals named sit in one group of the programme today. */
export const sitTogether = (one: string, other: string): string => `EXISTS (
  SELECT FROM place a JOIN place b ON b.municipality = a.municipality AND b.group_id = a.group_id
  WHERE a.municipality = ${one}.municipality AND a.referral_id = ${one}.id AND b.referral_id = ${other}.id
    AND ${one}.state = 'accepted' AND ${other}.state = 'accepted')`;
