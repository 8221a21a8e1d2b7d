-- The four roles of one service, for the whole cluster. Variables as psql has them:
--   psql -v owner=… -v app=… -v worker=… -v backup=… -v owner_password=… (and so on) -f roles.sql
-- May be run again: passwords and attributes are set anew.
SELECT set_config('helhed.roles', concat_ws(',', :'owner', :'app', :'worker', :'backup'), false);
DO $$
DECLARE
  role_name text;
BEGIN
  -- Two services may be set up at once; the catalogue refuses concurrent changes of one role.
  PERFORM pg_advisory_xact_lock(hashtext('helhed.roles'));
  FOREACH role_name IN ARRAY string_to_array(current_setting('helhed.roles'), ',') LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I', role_name);
    END IF;
  END LOOP;
END $$;
-- owner: migrations only. Forced row level security binds it too.
ALTER ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
-- app: what requests and reactions run as.
ALTER ROLE :"app" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
-- worker: relay and timers; policies show it the id-only platform tables of all municipalities. A role may end
-- its own other sessions (pg_terminate_backend), which is how a stalled relay loses its leadership.
ALTER ROLE :"worker" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'worker_password';
-- backup: sees every row, changes none.
ALTER ROLE :"backup" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS PASSWORD :'backup_password';
ALTER ROLE :"backup" SET default_transaction_read_only = on;
