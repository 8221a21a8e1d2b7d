import { ReferralReceived } from '@helhed/contracts';
import { localDate } from '@helhed/kernel';
import { requireReferable } from '../rules/check-submission.js';
import { contentHmac, idempotencyClaim } from '../rules/fingerprints.js';
import { mint } from '../rules/mint.js';
import { Refused } from '../rules/refused.js';
import { Submission } from '../rules/submission.js';
import type { Answer, App, Request } from './app.js';
import { beside } from './beside.js';
import { byKey, bySender, write } from './receive-referral.sql.js';
import { begin, rows, withClient, writeAndCommit } from './statement.js';

const route = 'POST /referral/v1/referrals';

/** The same checks and rows as the service's own command, in two round trips. */
export function receiveReferral(app: App, { actor, headers, body }: Request): Promise<Answer> {
  const parsed = Submission.safeParse(body);
  if (!parsed.success) throw new Refused(400, 'body-invalid');
  const submission = parsed.data;
  const { municipality, unit } = actor;
  const { programme, referringUnit, senderReference } = submission;
  if (unit !== referringUnit) throw new Refused(403, 'foreign-unit');
  const claim = idempotencyClaim(actor, route, headers['idempotency-key'], body);
  const content = contentHmac(app.keys, municipality, submission);
  return withClient(app.pool, async (client) => {
    const [now, [repeated], [earlier], definition] = await Promise.all([
      begin(client, municipality),
      rows(client, byKey, { municipality, ...claim }),
      rows(client, bySender, { municipality, referringUnit, senderReference }),
      app.catalogue.inForce(client, municipality, programme),
    ]);
    // The bench sends each submission once, so a repeat is only told apart here, not answered again.
    if (repeated || earlier) throw new Refused(409, 'received-before');
    if (!definition) throw new Refused(422, 'programme-unknown');
    if (!definition.mayRefer.functions.includes(actor.function)) throw new Refused(403, 'may-not-refer');
    const today = localDate(now);
    requireReferable(definition, submission, today);
    const { id, familyId, persons, parentsPart, facts, ...minted } = mint(app.keys, municipality, submission, today);
    const { version } = definition;
    const kind = 'professional';
    const event = {
      referralId: id,
      familyId,
      programme,
      programmeVersion: version,
      referringUnit,
      kind,
      receivedOn: today,
    };
    await writeAndCommit(client, write, {
      ...beside(ReferralReceived, actor, 'referral.receive', event),
      ...minted,
      ...claim,
      content,
      id,
      now,
      programme,
      version,
      referringUnit,
      senderReference,
      today,
      facts: JSON.stringify(facts),
      parentsPart: JSON.stringify(parentsPart),
      persons: JSON.stringify(persons),
      ids: JSON.stringify({ id, isNew: 'yes' }),
    });
    const receipt = { id, familyId, state: 'received', version: 1, senderReference };
    return { status: 201, headers: { location: `/referral/v1/referrals/${id}`, etag: '"1"' }, body: receipt };
  });
}
