import type { PageRow } from './oracle/page.js';

type Reasons = Readonly<Record<string, string>>;

const each = (outcomes: string, reason: string): Reasons =>
  Object.fromEntries(outcomes.split(' ').map((outcome) => [outcome, reason]));

const outcome = (name: string, reason: string): Reasons => ({ [name]: reason });

const own = 'A-OWN-01 A-OWN-02 A-OWN-03';
const ofAGroup = each(own, 'a group is about no single family: section 7');
const nobodys = each(own, 'the looks of the world are at families of nobody in the unit: defer-look-up.int.spec.ts');
const nothingWaits = each('A-SHP-01 A-REL-02', 'nothing is there: whoever may is told so');
const disturbs = each('answers', 'it would disturb the platform at work: platform-routes.int.spec.ts');
const closes = each('answers', 'it would close the register to all the others: restored.int.spec.ts');
const onEnding = each('own-relation', 'of ending one alone');
const onGiving = each('A-REL-03', 'of the route whose body names the family');

/** Why no cell of a row, or of one route of it, is about an outcome that the page makes possible there. */
const reasons: Readonly<Record<string, Reasons>> = {
  'GET /{service}/v1/operations/dead-letters/{id}': nothingWaits,
  'POST /{service}/v1/operations/dead-letters/{id}:replay': nothingWaits,
  'POST /{service}/v1/operations/outbox:republish': disturbs,
  'POST /{service}/v1/operations/snapshots:publish': disturbs,
  'POST /{service}/v1/operations/incarnation:renew': disturbs,
  'POST /reporting/v1/operations/read-models:rebuild': each('answers', 'it would disturb others: rebuild.int.spec.ts'),
  'GET /reporting/v1/releases/{id}': each('A-REL-02', 'a release is for all readers of its municipality'),
  'A-CON-17': closes,
  'A-OPS-04': each('withholds', 'who may not see it is not in it'),
  'A-REF-02': each(
    'A-REL-01 foreign-unit',
    'its definition is none, and its only lead published the programmes: publish-programme.int.spec.ts',
  ),
  'A-REF-09': each('shows', 'everybody has a place here; in the worlds of chance some wait'),
  'A-REF-10': each('shows', 'everybody has a place here; in the worlds of chance some wait'),
  'A-REF-11': nothingWaits,
  'POST /referral/v1/webhooks/{id}:end': each('A-REL-02', 'nothing is there: whoever may is told so'),
  'A-REF-19': each('A-REL-02', 'nothing is there: whoever may is told so'),
  'A-REF-14': each('withholds', 'what is withheld is no item: A-LST-03'),
  'POST /family-plan/v1/custody/{id}:end': {
    ...onGiving,
    ...each('not-a-member', 'of the route whose body names them'),
  },
  'POST /family-plan/v1/custody': outcome(
    'wrong, not told',
    'nobody of a team here has a function that records it: who-sees-custody.int.spec.ts',
  ),
  'POST /family-plan/v1/employee-relations': onEnding,
  'GET /family-plan/v1/employee-relations': onEnding,
  'POST /family-plan/v1/clearances': each('A-OWN-03', 'a colleague’s record bars nobody from giving one: A-OWN-05'),
  'POST /family-plan/v1/clearances/{id}:end': {
    ...onGiving,
    ...each('A-OWN-03', 'a colleague’s record bars nobody from ending one: A-OWN-05'),
    ...each('own-relation', 'of giving one alone'),
  },
  'A-FAM-13': each('family-erased', 'the erased family had no place: find-heads.int.spec.ts'),
  'POST /family-plan/v1/child-views/{id}:close': each('already-open', 'of opening one alone'),
  'POST /family-plan/v1/goals/{id}:leave': {
    ...each('not-a-member', 'of accepting one alone'),
    ...outcome('wrong, told', 'it is answered the same, however it stands'),
  },
  'POST /family-plan/v1/relations': outcome('wrong, not told', 'whoever may set one is told who is in the family'),
  'A-SCH-14': outcome('wrong, not told', 'whoever reaches the family is told who receives nothing'),
  'A-FAM-35': each('withholds', 'what is withheld is no item: A-LST-03'),
  'A-FAM-19': each('withholds', 'what is withheld is no item: A-LST-03'),
  'A-SCH-11': ofAGroup,
  'A-SCH-13': ofAGroup,
  'A-SCH-18': ofAGroup,
  'A-SCH-31': ofAGroup,
  'A-SCH-32': ofAGroup,
  'A-SCH-34': ofAGroup,
  'A-SCH-55': ofAGroup,
  'A-SCH-19': each(
    'withholds',
    'a CANCEL, or an empty calendar, says of nothing that it is withheld: A-SCH-23, A-SEC-07',
  ),
  'A-SCH-43': each('withholds', 'what is withheld is no item: A-LST-03'),
  'POST /consent/v1/look-ups/{id}:defer': { ...nobodys, ...each('second-person-required', 'of confirming alone') },
  'POST /consent/v1/look-ups/{id}:confirm-deferral': nobodys,
  'A-CON-16': nobodys,
  'POST /consent/my/bases/{id}/withdraw': each('answers', 'it would take back what the others are asked about'),
  'POST /consent/samples/{id}/review': each('answers', 'a look is reviewed once: by its route'),
};

export const unreached = ({ id, method, path }: PageRow): Reasons => ({
  ...reasons[id],
  ...reasons[`${method} ${path}`],
});

/** Of which rows and routes nothing can be asked for that is there and out of reach, and why. */
export const notCompared: Reasons = {
  'GET /{service}/v1/operations/dead-letters/{id}': 'nothing is parked',
  'POST /{service}/v1/operations/dead-letters/{id}:replay': 'nothing is parked',
  'A-REF-11': 'a claim asks for no relation',
  'POST /referral/v1/webhooks/{id}:end': 'nobody has one: webhooks.e2e.spec.ts',
  'A-REF-19': 'nobody has one: register-webhook.int.spec.ts',
  'GET /reporting/v1/releases/{id}':
    'nothing is released: another municipality’s is asked for in figures.access.e2e.spec.ts',
  'A-FAM-13': 'a claim asks for no relation',
  'A-FAM-14': 'a claim asks for no relation',
  'A-SCH-40': 'a claim asks for no relation',
  'A-CON-14': 'a lease lasts some seconds, so that each request is about another',
};
