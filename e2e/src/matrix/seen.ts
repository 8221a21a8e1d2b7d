import type { View, Withheld } from './oracle/request.js';

type Json = Record<string, unknown>;

const fields: Record<string, readonly string[]> = {
  'referral.content': ['reason', 'facts', 'parentsPart', 'members'],
  'referral.triage': ['triage', 'history'],
  'referral.outcome': [
    'state',
    'since',
    'outcome',
    'nextOwner',
    'place',
    'enrolment',
    'position',
    'explanation',
    'waitingSince',
    'change',
    'placeId',
    'type',
    'together',
  ],
  'family.structure': ['state', 'eraseOn', 'households', 'members'],
  enrolment: ['referralId', 'placeId', 'groupId', 'enrolledOn', 'endedOn'],
  'family.custody': ['holderId', 'from', 'to'],
  'child-view': ['personId', 'said', 'how', 'toldOn', 'openTo'],
  'registration-form': ['personId', 'number', 'filledOn', 'answers', 'workPoints'],
  plan: [
    'memberId',
    'workPointId',
    'words',
    'options',
    'actions',
    'setOn',
    'agreedOn',
    'leftOn',
    'heldOn',
    'missing',
    'goals',
  ],
  'goal.point': ['workPoint'],
  observation: ['personId', 'parentId', 'offeredOn', 'answeredOn', 'heldOn', 'deleteOn', 'notes'],
  'observation.notes': ['notes'],
  video: ['personIds', 'unit', 'occasion', 'filmedOn', 'deleteOn', 'reference'],
  attendance: ['kind', 'date', 'marks', 'present', 'reason', 'recordedOn'],
  // a whole group's has neither
  need: ['language', 'person'],
  'figure.row': ['on', 'part'],
  'orientation.entry': ['childId', 'parentId', 'askedOn', 'answeredOn', 'answer', 'paragraph', 'categories'],
  'orientation.reason': ['reason'],
  'basis.entry': ['kind', 'purpose', 'categories'],
  'basis.evidence': ['evidence'],
};

const any = (body: Json, names: readonly string[] = []): boolean => names.some((name) => name in body);
const named = (body: Json, names: readonly string[]): string[] => names.map((name) => `${name}:${String(body[name])}`);
const list = (found: unknown): Json[] => (Array.isArray(found) ? (found as Json[]) : []);

/** Which of the sections a body has fields of; a referral's `reason` in a change of the waiting list is its outcome's. */
export function seenIn(row: string, body: Json): View {
  const withheld = list(body['withheld']).map(({ category, reason, person }): Withheld => ({
    category: String(category),
    reason: String(reason),
    ...(typeof person === 'string' && { person }),
  }));
  return { shown: shownIn(row, body), withheld };
}

const sectionsOf: Record<string, readonly string[]> = {
  'A-REF-05': ['referral.outcome'],
  'A-REF-06': ['referral.content', 'referral.triage', 'referral.outcome'],
  'A-REF-07': ['referral.outcome'],
  'A-REF-09': ['referral.outcome'],
  'A-REF-10': ['referral.outcome'],
  'A-REF-14': ['referral.outcome'],
  'A-FAM-02': ['enrolment'],
  'A-FAM-03': ['enrolment'],
  'A-FAM-16': ['child-view'],
  'A-FAM-17': ['child-view'],
  'A-FAM-22': ['registration-form'],
  'A-FAM-25': ['plan', 'goal.point'],
  'A-FAM-29': ['plan'],
  'A-FAM-30': ['plan'],
  'A-FAM-44': ['observation'],
  'A-FAM-45': ['observation'],
  'A-FAM-46': ['observation', 'observation.notes'],
  'A-FAM-52': ['video'],
  'A-FAM-53': ['video'],
  'A-FAM-54': ['video'],
  'A-SCH-26': ['attendance'],
  'A-SCH-27': ['attendance'],
  'A-SCH-43': ['need'],
  'A-REP-03': ['figure.row'],
  'A-CON-20': ['orientation.entry', 'orientation.reason'],
  'A-CON-21': ['orientation.entry', 'orientation.reason'],
  'A-REF-08': ['referral.outcome'],
  'A-REF-20': ['referral.outcome'],
  'A-CON-01': ['basis.entry', 'basis.evidence'],
  'A-CON-04': ['basis.entry', 'basis.evidence'],
  'A-CON-05': ['basis.entry', 'basis.evidence'],
  'A-CON-06': ['basis.entry', 'basis.evidence'],
  'A-CON-07': ['basis.entry', 'basis.evidence'],
  'A-CON-02': ['basis.entry'],
  'A-CON-03': ['basis.entry'],
};

/** Fields of sections that no frame has, under whatever name a command answers. */
const inNoFrame = (
  'reason facts parentsPart members triage history outcome nextOwner place position explanation waitingSince households name ' +
  'birthDate custodyHolders holderId address said how toldOn toldBy openTo marks evidence givers persons coverage answers workPoints workPoint words memberId options actions doer dueOn heldOn participants missing goals notes offeredOn deleteOn filmedOn reference language arrangement'
).split(' ');

/** Sections of a command's own answer; of one that answers a frame, any field that is none. */
export const answered = (row: string, body: Json): View =>
  row in sectionsOf
    ? seenIn(row, body)
    : { shown: inNoFrame.filter((name) => name in body), withheld: seenIn(row, body).withheld };

function shownIn(row: string, body: Json): string[] {
  if (row === 'A-FAM-01') return familyShown(body);
  if (row === 'A-SCH-21' || row === 'A-SCH-22') return [String(body['kind']), ...named(body, ['cancel', 'recipient'])];
  if (row === 'A-SCH-25') return named(body, ['family', 'session', 'unit', 'recipient']);
  if (row === 'A-FAM-04')
    return any(body, fields['family.custody']) ? [`family.custody:${String(body['childId'])}`] : [];
  // where a consent's evidence is stands with each giver; what needs none says so with a null
  const inside = row.startsWith('A-CON-0') ? [body, ...list(body['givers'])] : [body];
  const isThere = (section: string) => (each: Json) =>
    section === 'basis.evidence' ? typeof each['evidence'] === 'string' : any(each, fields[section]);
  return (sectionsOf[row] ?? []).filter((section) => inside.some(isThere(section)));
}

function familyShown(body: Json): string[] {
  const members = list(body['members']);
  const parts = (things: readonly Json[], section: string, id: string, names: readonly string[]) =>
    things.filter((each) => any(each, names)).map((each) => `${section}:${String(each[id])}`);
  return [
    ...(any(body, fields['family.structure']) ? ['family.structure'] : []),
    ...parts(members, 'family.identity', 'personId', ['name', 'birthDate']),
    ...parts(
      members.filter(({ role }) => role === 'child'),
      'family.custody',
      'personId',
      ['custodyHolders'],
    ),
    ...parts(list(body['households']), 'family.address', 'id', ['address']),
  ];
}
