import type { Client } from 'pg';
import type { Bus } from './bus.js';

/** Published within this long before a server restart may be unsynced there (NATS syncs every two minutes by default). */
const unsyncedWindow = '10 minutes';

/**
 * Compares the stream with what was published to it, and unmarks what the bus may have lost: everything when the stream
 * is a new one, what stood beyond its end when its store went back in time, and the last minutes whenever the server is
 * another process than before. The bus and the consumers drop what they already have.
 * @returns the number of rows to publish again
 */
export async function refill(session: Client, bus: Bus): Promise<number> {
  const stream = await bus.ownStream();
  const serverId = await bus.serverId();
  const { rows } = await session.query<{ stream_created: string | null; server_id: string | null }>(
    'SELECT stream_created, server_id FROM helhed.relay',
  );
  const known = rows[0];
  const sameStream = known?.stream_created === stream.created;
  const sameServer = known?.server_id === serverId;
  if (sameStream && sameServer) return 0;
  const lost = !sameStream
    ? await session.query(
        'UPDATE helhed.outbox SET published_at = NULL, stream_seq = NULL WHERE published_at IS NOT NULL',
      )
    : await session.query(
        `UPDATE helhed.outbox SET published_at = NULL, stream_seq = NULL
         WHERE stream_seq > $1 OR published_at > clock_timestamp() - $2::interval`,
        [stream.lastSeq, unsyncedWindow],
      );
  await session.query('UPDATE helhed.relay SET stream_created = $1, server_id = $2', [stream.created, serverId]);
  return lost.rowCount ?? 0;
}
