/**
 * SQL that names the running database server: another one after a restart, a failover or a restore. A promoted standby
 * may lack rows that the one before it had committed.
 */
export const thisServer = `helhed.incarnation()::text || ' ' || extract(epoch FROM pg_postmaster_start_time())::text`;
