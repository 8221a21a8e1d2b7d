/**
 * One statement writes what a command leaves beside its own rows: events numbered from their keys' locked rows, access
 * log rows and the idempotency row. $1 events, $2 log rows, $3 idempotency (or null), $4 the municipality's time.
 * A key of an earlier incarnation goes on at 2. Number 1 is missing for good, so whatever is written first, a consumer
 * gets from one incarnation into the next by a snapshot.
 */
export const flushStatement = `
  WITH event AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS e(ord int, id uuid, type text, order_key text, data jsonb, traceparent text)
  ), key AS (
    INSERT INTO helhed.order_key AS k (municipality, order_key, incarnation, last_seq)
    SELECT helhed.tenant(), order_key, helhed.incarnation(), count(*) FROM event GROUP BY order_key ORDER BY order_key
    ON CONFLICT (municipality, order_key) DO UPDATE SET
      last_seq = CASE WHEN k.incarnation = excluded.incarnation THEN k.last_seq ELSE 1 END + excluded.last_seq,
      incarnation = excluded.incarnation
    RETURNING order_key, incarnation, last_seq
  ), sent AS (
    INSERT INTO helhed.outbox (municipality, event_id, type, order_key, incarnation, seq, occurred_at, traceparent, data)
    SELECT helhed.tenant(), e.id, e.type, e.order_key, key.incarnation,
      key.last_seq - count(*) OVER (PARTITION BY e.order_key) + row_number() OVER (PARTITION BY e.order_key ORDER BY e.ord),
      $4::timestamptz, e.traceparent, e.data
    FROM event e JOIN key USING (order_key) ORDER BY e.ord
  ), logged AS (
    INSERT INTO helhed.access_log (municipality, look_up_id, occurred_at, kind, act, subjects, actor_kind, actor_sub, azp, unit, function,
      purposes, categories, bases, shown, refused, request_id, traceparent)
    SELECT helhed.tenant(), l.look_up_id, $4::timestamptz, l.kind, l.act, l.subjects, l.actor_kind, l.actor_sub, l.azp, l.unit, l.function,
      l.purposes, l.categories, l.bases, l.shown, l.refused, l.request_id, l.traceparent
    FROM jsonb_to_recordset($2::jsonb) AS l(look_up_id uuid, kind text, act text, subjects uuid[], actor_kind text, actor_sub text, azp text,
      unit text, function text, purposes text[], categories text[], bases text[], shown jsonb, refused boolean, request_id text, traceparent text)
  )
  INSERT INTO helhed.idempotency (municipality, key_hash, body_hmac, ids)
  SELECT helhed.tenant(), decode(i.key_hash, 'hex'), decode(i.body_hmac, 'hex'), i.ids
  FROM jsonb_to_recordset($3::jsonb) AS i(key_hash text, body_hmac text, ids jsonb)
`;
