-- Who did and saw what. Written in the transaction of the act itself: no audit row, no data.
-- Names beside NEN 7513: event_code EventTypeCode, action EventActionCode, outcome EventOutcomeIndicator, occurred_at EventDateTime,
-- user_id UserID, role RoleIDCode, organization_id AuditEnterpriseSiteID, purpose PurposeOfUse, access_kind and access_point NetworkAccessPointTypeCode and -ID,
-- subjects ParticipantObjectID. Never content, search words, names, passwords or addresses of people.
create table audit.events (
  municipality_id uuid not null,
  id bigint generated always as identity,
  -- one chain per organisation; residents and visitors share the chain of nobody
  organization_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  event_code text not null,
  action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome text not null check (outcome in ('done', 'repeated', 'refused')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  user_kind text not null,
  user_id uuid,
  role text,
  purpose text,
  access_kind text,
  access_point uuid,
  subjects uuid[] not null,
  request_id text not null,
  primary key (municipality_id, id)
);
create index events_by_subject on audit.events using gin (subjects);
create index events_of_user on audit.events (municipality_id, user_id, occurred_at);
create index events_in_time on audit.events using brin (occurred_at);

create function audit.nobody() returns uuid language sql immutable as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

/* Writes down one request. Who and when come from the sealed context, not from the caller. */
create function audit.record(act text, action text, outcome text, subjects uuid[], request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare claims jsonb := ctx.claims();
begin
  if claims is null then raise exception 'no context'; end if;
  insert into audit.events (municipality_id, organization_id, event_code, action, outcome, occurred_at, user_kind, user_id, role, purpose, access_kind, access_point, subjects, request_id)
  values ((claims ->> 'municipality')::uuid, coalesce((claims ->> 'organization')::uuid, audit.nobody()), act, action, outcome, (claims ->> 'moment')::timestamptz,
    claims ->> 'kind', (claims ->> 'person')::uuid, claims ->> 'role', claims ->> 'purpose', claims ->> 'sessionKind', (claims ->> 'session')::uuid, coalesce(subjects, '{}'), request);
end $$;
revoke all on function audit.record(text, text, text, uuid[], text) from public;

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the log is only added to' using errcode = '42501';
end $$;
create trigger append_only before update or delete on audit.events for each row execute function audit.refuse();
create trigger append_only_whole before truncate on audit.events for each statement execute function audit.refuse();
