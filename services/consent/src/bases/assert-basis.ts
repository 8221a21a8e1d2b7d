import type { Actor, Look } from '@helhed/access';
import { change, type Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import type { CoverageFacts } from '../cover/coverage.js';
import { loadPeople } from '../cover/load-facts.js';
import { holdFacts } from '../cover/lock-facts.js';
import { FamilyMember } from '../families/family-member.js';
import { lockMeetings, wasHeld } from '../meetings/held-meeting.js';
import { getVersions } from '../programmes/programme-copy.js';
import type { RecordBasis } from './bases.dto.js';
import { BasisGiver, evidenceOf } from './basis-giver.js';
import { Basis } from './basis.js';
import { broken, faultsOf } from './check-assertion.js';
import { requireGivers, requireMembers } from './check-named.js';
import { faultsOfRule, requireCeiling, validToOf } from './check-purpose.js';
import { chooseProgramme } from './choose-programme.js';
import { reachFamily } from './reach.js';
import { recordedBy } from './recorded-by.js';
import { familyUnknown, incomplete } from './refusals.js';
import { saveNewBasis } from './save-basis.js';
import { requireMayRecord } from './who-records.js';

/** Notes a basis as this actor asserts it, and whom it covers; `renews` names the one that it is given anew for. */
export async function assertBasis(look: Look, asserted: RecordBasis, renews: string | null): Promise<Basis> {
  const { tx, actor } = look;
  const { manager, municipality } = tx;
  const { familyId, persons, kind, meeting } = asserted;
  await holdFacts(tx);
  const members = await manager.findBy(FamilyMember, { municipality, familyId });
  if (members.length === 0) throw familyUnknown();
  const programmes = await reachFamily(look, familyId);
  requireMayRecord(actor, kind);
  const programme = chooseProgramme(asserted.programme, programmes);
  const versions = await getVersions(tx, programme);
  const faults = [...faultsOf(asserted, tx.today), ...faultsOfRule(asserted, versions)];
  if (faults.length > 0) throw incomplete(faults);
  requireCeiling(asserted);
  const validTo = validToOf(asserted, versions);
  if (meeting !== undefined) await requireToCome(tx, meeting, familyId);
  // who is in the family, and who gives for whom, comes last: no refusal after it tells that all were named rightly
  await requireMembers(look, asserted, members);
  const facts = { ...(await loadPeople(tx, persons)), versions };
  const { givenBy, givenOn } = asserted;
  if (givenBy && givenOn !== undefined) await requireGivers(look, asserted, { givenBy, givenOn }, facts);
  const basis = basisOf(tx, actor, { ...asserted, programme, validTo }, facts, renews);
  await saveNewBasis(tx, basis);
  return basis;
}

/** That a meeting was held for the family is a look at it. */
async function requireToCome(tx: Tx, meeting: string, familyId: string): Promise<void> {
  await lockMeetings(tx, [meeting]);
  if (!(await wasHeld(tx, meeting, familyId))) return;
  tx.keepLooks();
  throw incomplete([broken('meeting', 'already-held')]);
}

function basisOf(
  tx: Tx,
  actor: Actor,
  asserted: Omit<RecordBasis, 'validTo'> & { programme: string; validTo: string | null },
  facts: CoverageFacts,
  renews: string | null,
): Basis {
  const { municipality, now: recordedAt, personalData } = tx;
  const { givenBy = [], how, givenOn, evidence, ...said } = asserted;
  const [id, by] = [newId(), recordedBy(actor)];
  const sealed = evidence === undefined ? null : personalData.encrypt(municipality, evidenceOf(id), evidence);
  const consent = how && givenOn && sealed ? { how, givenOn, evidence: sealed } : undefined;
  const givers = consent
    ? givenBy.map((personId) => BasisGiver.of({ municipality, basisId: id, personId, ...consent, recordedAt, by }))
    : [];
  const basis = change(new Basis(), {
    ...said,
    municipality,
    id,
    paragraph: said.paragraph ?? null,
    leftOut: said.leftOut ?? [],
    meeting: said.meeting ?? null,
    followUpMeeting: said.followUpMeeting ?? null,
    evidence: consent ? null : sealed,
    renews,
    ended: null,
    endedAt: null,
    recordedAt,
    recordedBy: by.sub,
    recordedInUnit: by.unit,
    recordedInFunction: by.function,
    version: 1,
    entryVersion: 1,
    givers,
  });
  basis.cover(facts);
  return basis;
}
