/** Why the matrix has no pair for a rule, and which test of which spec asks about it instead. */
export const askedElsewhere: Readonly<Record<string, readonly [why: string, spec: string, test: string]>> = {
  'A-AZN-06': [
    'what a question may be made of is no access',
    'e2e/src/platform/authzen.e2e.spec.ts',
    'answers 200 and false to %s that it does not know',
  ],
  'A-AZN-08': [
    'what an answer says beside yes and no',
    'e2e/src/platform/authzen.e2e.spec.ts',
    'rests on the bases that it names, in both languages',
  ],
  'A-BAS-03': [
    'the world has one programme',
    'services/consent/src/bases/check-purpose.int.spec.ts',
    'has the programme that the family was referred to; none or several must be named',
  ],
  'A-BAS-04': [
    'of whoever may record, it is a rule of the body',
    'services/consent/src/bases/check-purpose.int.spec.ts',
    'refuses with %s, naming %s',
  ],
  'A-BAS-10': [
    'the world is asked on one day',
    'services/consent/src/cover/coverage.spec.ts',
    'is on every day what the page’s tables say, whatever the custody, the ages, the rules and the givers',
  ],
  'A-BAS-11': [
    'no route merges families',
    'libs/access/src/decision/worked-examples.spec.ts',
    '34: a basis covers the person it names, not the family that the person came into',
  ],
  'A-BAS-12': [
    'it is about what events name',
    'services/consent/src/cover/told-coverage.spec.ts',
    'is right on each day where it is told again when that is due, and names no day before it is near, nor after',
  ],
  'A-CMD-05': [
    'it is about which rules the page has',
    'tools/contracts/named-in-commands.spec.ts',
    'stands in the page with its rules, or with a reason',
  ],
  'A-CMD-06': [
    'whoever reaches a family by its group is shown its seat there, by a standing basis',
    'services/scheduling/src/families/seat-withheld.int.spec.ts',
    'nobody notes or changes %s, and that tells not how it stands',
  ],
  'A-END-01': [
    'it is about a second request, after custody, a relation or a link has ended',
    'e2e/src/ends/ends.e2e.spec.ts',
    'the parent reads nothing of the child in family-plan from the answer on, nor elsewhere a lease after consent has heard',
  ],
  'A-FAM-26': [
    'of whoever may, how a goal stands is a rule of its state',
    'services/family-plan/src/goals/goals.int.spec.ts',
    'is offered as a goal, and becomes one when both parents have accepted it in their own words',
  ],
  'A-FAM-31': [
    'of whoever may, who must attend is a rule of the programme’s definition',
    'services/family-plan/src/conversations/conversations.int.spec.ts',
    'is refused while somebody who must attend is neither there nor missing with a reason, naming the field and the rule',
  ],
  'A-FAM-33': [
    'for whom a goal is, and that nothing is kept, is about one paper',
    'services/family-plan/src/printed-plan/print-plan.int.spec.ts',
    'has the goals that were agreed to, for one of the family, and how many are proposed',
  ],
  'A-FAM-40': [
    'that something is noted would change what is asked about',
    'services/family-plan/src/observations/observations.int.spec.ts',
    'MIM is neither noted nor shown: %s',
  ],
  'A-FAM-58': [
    'what is kept of a referral is no access, and asks for several in each order; what was told is compared in A-FAM-04, holdings and readers',
    'services/family-plan/src/custody/told-custody.int.spec.ts',
    'makes its holders those of the child, and of the others each is only told',
  ],
  'A-FAM-50': [
    'that a video is registered would change what is asked about',
    'services/family-plan/src/videos/videos.int.spec.ts',
    'no video is registered: %s',
  ],
  'A-FAM-36': [
    'of whoever may, what is noted is a rule of the body, and what counts is the newest',
    'services/family-plan/src/privacy-notices/privacy-notices.int.spec.ts',
    'is outstanding of everybody from the referral on, and what is noted last counts',
  ],
  'A-LEA-01': [
    'a lease is over where consent is down or behind',
    'e2e/src/consent-down/consent-down.e2e.spec.ts',
    'what rests on firm grounds is answered, and the rest is not, and soon after all is again',
  ],
  'A-LEA-02': [
    'each read is asked while consent is down',
    'e2e/src/consent-down/consent-down.e2e.spec.ts',
    'what rests on firm grounds is answered, and the rest is not, and soon after all is again',
  ],
  'A-LOG-01': [
    'the log is closed to the services there',
    'e2e/src/look-log/look-log.e2e.spec.ts',
    '%s answers none of its looks, and every one again when it can be noted',
  ],
  'A-LOG-02': [
    'what one row has is read where it is written',
    'libs/database/src/look-up-log.int.spec.ts',
    'is one row with all subjects, however often it speaks and in however many transactions',
  ],
  'A-LOG-03': [
    'who held a link, or claimed, stands in the row itself',
    'services/scheduling/src/feeds/feeds.int.spec.ts',
    'logs each look with the link and whose calendar it is',
  ],
  'A-LOG-04': [
    'it takes weeks',
    'libs/database/src/look-up-log.int.spec.ts',
    'stay with the rows until these are old; what was not shipped is never dropped',
  ],
  'A-LST-04': [
    'it is about a second request',
    'services/family-plan/src/custody/who-sees-custody.int.spec.ts',
    'tells by no version that a custody which is withheld has ended',
  ],
  'A-OPS-05': [
    'it says what is in an answer of A-OPS-04, and on a page: each is compared whole',
    'e2e/src/matrix/matrix.access.e2e.spec.ts',
    '%s %s %s',
  ],
  'A-REF-12': [
    'what became of a referral is another’s step',
    'services/referral/src/referrals/receive-referral.int.spec.ts',
    'sent again later tells nobody more than what was received',
  ],
  'A-REF-13': [
    'a state is asked about after the version',
    'services/referral/src/referrals/amend-referral.int.spec.ts',
    'names no state to a sender who may hear it either: that is asked for by its outcome',
  ],
  'A-REF-18': [
    'what a letter is headed, and that nothing is kept, is about one paper',
    'services/referral/src/letters/letter.spec.ts',
    'is headed as a decision, with how to complain, where the definition says so',
  ],
  'A-REF-23': [
    'who is given which place is the platform’s step',
    'services/referral/src/separations/separations.int.spec.ts',
    'are not: the second waits beside an open place, as where none is open, and has one in another group',
  ],
  'A-SCH-17': [
    'two courses that clash',
    'services/scheduling/src/courses/place-course.int.spec.ts',
    'is refused where a family is taken, without saying which',
  ],
  'A-SCH-20': [
    'it is about a booking held meanwhile',
    'services/consent/src/meetings/booked-exchange.int.spec.ts',
    'of each family that names the booking is used up',
  ],
  'A-SCH-33': [
    'of whoever may, when a session is moved, and that each family is told, is a rule of its state',
    'services/scheduling/src/courses/move-session.int.spec.ts',
    'takes everything along: room, staff and families are free before and taken there, and each family is told',
  ],
  'A-REP-07': [
    'the world is asked on one day, of a year that is not over',
    'services/reporting/src/figures/parts-attacked.int.spec.ts',
    'are in no other period, however short or long',
  ],
  'A-SCH-45': [
    'of how many there are and how old the world says nothing',
    'services/scheduling/src/groups/heads.int.spec.ts',
    'are without a family whose seat is withheld from the asker as its %s, however many come with it',
  ],
  'A-SCH-38': [
    'of whoever may, when staff are too few is a rule of the group',
    'services/scheduling/src/staffing/staffing.int.spec.ts',
    'below the definition is an alarm, told in numbers, until somebody joins',
  ],
  'A-SCH-54': [
    'of whoever may, whom a group cannot be run by is a rule of the group',
    'services/scheduling/src/staffing/disqualified.int.spec.ts',
    'joins while the family comes: refused, or an alarm says that the group is short',
  ],
  'A-SCH-44': [
    'of whoever may, what a need is and what becomes of it is a rule of its state',
    'services/scheduling/src/needs/needs-of-sessions.int.spec.ts',
    'of a family that leaves: what was arranged is called off by whoever plans, without whose it was',
  ],
  'A-SCH-53': [
    'which calendars a conversation is in is asked by A-SCH-16 and 19 of whoever has them; that no other family hears of it',
    'services/scheduling/src/conversations/conversations.int.spec.ts',
    'are in the feeds and invitations of that family’s parents, and in nobody else’s',
  ],
  'A-SYS-03': [
    'a token that is exchanged',
    'e2e/src/keycloak/administration.e2e.spec.ts',
    'makes a department’s system, which reads a person’s data with its user’s exchanged token only',
  ],
  'A-SYS-05': [
    'somebody who is disabled',
    'e2e/src/security/disabled.access.e2e.spec.ts',
    'is given no token, neither a new one nor one for an old',
  ],
};
