import { besideSql } from './beside.js';
import { statement } from './statement.js';

export const byKey = statement(
  'by key',
  'SELECT body_hmac, ids FROM helhed.idempotency WHERE municipality = :municipality AND key_hash = :keyHash',
);

export const bySender = statement(
  'by sender',
  `SELECT id, content_hmac FROM referral
   WHERE municipality = :municipality AND referring_unit = :referringUnit AND sender_reference = :senderReference`,
);

/** All rows of a receipt in one statement. */
export const write = statement(
  'receive',
  `WITH referral AS (
    INSERT INTO referral (municipality, id, family_id, programme, programme_version, referring_unit, sender_reference,
      content_hmac, reason, facts, parents_part, received_on, received_at, state, since, next_owner, version)
    VALUES (:municipality, :id, :familyId, :programme, :version, :referringUnit, :senderReference,
      :content, :reason, :facts, :parentsPart, :today, :now, 'received', :today, 'triage', 1)
  ), intake AS (
    INSERT INTO intake (municipality, referral_id, members, document) VALUES (:municipality, :id, :persons, :document)
  ), step AS (
    INSERT INTO referral_step (municipality, referral_id, number, at, command, state, next_owner, unit, function)
    VALUES (:municipality, :id, 1, :now, 'receive', 'received', 'triage', :unit, :function)
  ), ${besideSql}
  INSERT INTO helhed.idempotency (municipality, key_hash, body_hmac, ids)
  VALUES (:municipality, :keyHash, :bodyHmac, :ids)`,
);
