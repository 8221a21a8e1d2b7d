import { randomUUID } from 'node:crypto';
import { localDate, newId } from '@helhed/kernel';
import { Refused } from '../rules/refused.js';
import { lookAt, shownToTriage, type Reach } from '../rules/shown-to-triage.js';
import { viewOf, type Whole } from '../rules/view.js';
import type { Answer, App, Request } from './app.js';
import { begin, rows, statement, withClient, writeAndCommit } from './statement.js';

type Row = Whole &
  Reach & {
    readonly familyId: string;
    readonly programme: string;
    readonly programmeVersion: number;
    readonly version: number;
  };

const today = `(helhed.now() AT TIME ZONE 'Europe/Copenhagen')::date`;
const holds = (of: string): string =>
  `${of}.from_date <= ${today} AND (${of}.to_date IS NULL OR ${today} < ${of}.to_date)`;

/** The referral, and what the decision on it rests on, of one moment. */
const read = statement(
  'read',
  `SELECT r.id, r.family_id AS "familyId", r.programme, r.programme_version AS "programmeVersion",
     r.referring_unit AS "referringUnit", r.sender_reference AS "senderReference", r.received_on::text AS "receivedOn",
     r.state, r.since::text, r.outcome, r.next_owner AS "nextOwner", r.version, r.reason, r.facts,
     r.parents_part AS "parentsPart",
     (SELECT i.members FROM intake i WHERE i.municipality = :municipality AND i.referral_id = r.id) AS members,
     (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'at', s.at, 'command', s.command, 'state', s.state,
         'nextOwner', s.next_owner, 'reason', encode(s.reason, 'base64'), 'unit', s.unit, 'function', s.function)
         ORDER BY s.number)
       FROM referral_step s WHERE s.municipality = :municipality AND s.referral_id = r.id) AS history,
     (SELECT jsonb_build_object('groupId', p.group_id, 'startsOn', p.starts_on) FROM place p
       WHERE p.municipality = :municipality AND p.referral_id = r.id) AS place,
     (r.triage_unit = :unit OR r.triage_unit IS NULL) AS reached,
     EXISTS (SELECT FROM helhed.barred_person b WHERE b.municipality = :municipality AND b.sub = :sub
       AND b.person_id = ANY (r.persons) AND ${holds('b')}) AS barred,
     EXISTS (SELECT FROM helhed.unit_member m JOIN helhed.barred_person b USING (municipality, sub)
       WHERE m.municipality = :municipality AND m.unit = :unit AND m.sub <> :sub AND b.kind = 'own-person'
         AND b.person_id = ANY (r.persons) AND ${holds('b')})
     AND NOT EXISTS (SELECT FROM helhed.clearance c WHERE c.municipality = :municipality AND c.sub = :sub
       AND c.unit = :unit AND c.function = :function AND c.family_id = r.family_id AND ${holds('c')}) AS colleague,
     ARRAY(SELECT unnest(b.categories) FROM helhed.basis_replica b
       WHERE b.municipality = :municipality AND b.to_unit = :unit AND b.purpose = 'triage' AND b.ended IS NULL
         AND b.valid_from <= ${today} AND (b.valid_to IS NULL OR ${today} < b.valid_to) AND cardinality(r.persons) =
           (SELECT count(*) FROM helhed.basis_person c WHERE c.municipality = :municipality AND c.basis_id = b.id
             AND c.person_id = ANY (r.persons) AND c.state = 'covered' AND ${holds('c')})) AS granted
   FROM referral r WHERE r.municipality = :municipality AND r.id = :id`,
);

const occupied = statement(
  'occupied',
  `SELECT count(*)::int AS families FROM referral
   WHERE municipality = :municipality AND programme = :programme AND state = 'accepted'`,
);

const log = statement(
  'log look',
  `INSERT INTO helhed.access_log (municipality, look_up_id, occurred_at, kind, act, subjects, purposes, categories, bases,
     refused, actor_kind, actor_sub, azp, unit, function, request_id)
   VALUES (:municipality, :lookUpId, :now, 'look', :act, ARRAY[:familyId::uuid], :purposes, :categories, '{}', false, :kind, :sub, :azp, :unit,
     :function, :requestId)`,
);

/** The same decision and log row as the service's own read, committed before the answer. */
export function readReferral(app: App, { actor }: Request, id: string): Promise<Answer> {
  const { municipality } = actor;
  return withClient(app.pool, async (client) => {
    const [now, [found]] = await Promise.all([begin(client, municipality), rows<Row>(client, read, { ...actor, id })]);
    if (!found) throw new Refused(404, 'not-found');
    const { reached, barred, colleague, granted, ...row } = found;
    const definition = await app.catalogue.version(client, municipality, row.programme, row.programmeVersion);
    const shown = shownToTriage(actor, definition, { reached, barred, colleague, granted }, localDate(now));
    const [counted] = definition.targetBand
      ? await rows<{ families: number }>(client, occupied, { municipality, programme: row.programme })
      : [];
    await writeAndCommit(client, log, {
      ...actor,
      ...lookAt(shown),
      lookUpId: newId(),
      now,
      familyId: row.familyId,
      requestId: randomUUID(),
    });
    const body = viewOf(app.keys, municipality, row, definition, counted?.families ?? 0, shown);
    return { status: 200, headers: { 'cache-control': 'no-store' }, body };
  });
}
