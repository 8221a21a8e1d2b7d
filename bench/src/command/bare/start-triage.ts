import { TriageStarted } from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import { Refused } from '../rules/refused.js';
import type { Answer, App, Request } from './app.js';
import { besideSql, beside } from './beside.js';
import { begin, rows, statement, withClient, writeAndCommit } from './statement.js';

interface Row {
  readonly familyId: string;
  readonly programme: string;
  readonly programmeVersion: number;
  readonly referringUnit: string;
  readonly senderReference: string;
  readonly receivedOn: string;
  readonly state: string;
  readonly version: number;
}

const lock = statement(
  'lock',
  `SELECT family_id AS "familyId", programme, programme_version AS "programmeVersion", state, version,
     referring_unit AS "referringUnit", sender_reference AS "senderReference", received_on::text AS "receivedOn"
   FROM referral WHERE municipality = :municipality AND id = :id FOR UPDATE`,
);

const write = statement(
  'start triage',
  `WITH referral AS (
    UPDATE referral SET state = 'under-triage', triage_unit = :unit, next_owner = 'triage', since = :today, version = :version
    WHERE municipality = :municipality AND id = :id
  ), ${besideSql}
  INSERT INTO referral_step (municipality, referral_id, number, at, command, state, next_owner, unit, function)
  VALUES (:municipality, :id, :version, :now, 'start-triage', 'under-triage', 'triage', :unit, :function)`,
);

/** The same checks and rows as the service's own command, in two round trips. */
export function startTriage(app: App, { actor, headers }: Request, id: string): Promise<Answer> {
  const expected = /^"(\d{1,9})"$/.exec(headers['if-match'] ?? '')?.[1];
  if (expected === undefined) throw new Refused(428, 'if-match-required');
  if (actor.function !== 'triager') throw new Refused(403, 'not-allowed');
  const { municipality } = actor;
  return withClient(app.pool, async (client) => {
    const [now, [found]] = await Promise.all([
      begin(client, municipality),
      rows<Row>(client, lock, { municipality, id }),
    ]);
    if (!found) throw new Refused(404, 'not-found');
    if (found.version !== Number(expected)) throw new Refused(412, 'stale');
    if (found.state !== 'received') throw new Refused(409, 'transition-refused');
    const { familyId, programme } = found;
    const today = localDate(now);
    const version = found.version + 1;
    const event = { referralId: id, familyId, programme, startedOn: today, unit: actor.unit ?? '' };
    const values = { ...beside(TriageStarted, actor, 'referral.start-triage', event), id, now, today, version };
    await writeAndCommit(client, write, values);
    const changed = { state: 'under-triage', since: today, nextOwner: 'triage', version };
    return { status: 200, headers: { etag: `"${version}"` }, body: { ...found, id, outcome: null, ...changed } };
  });
}
