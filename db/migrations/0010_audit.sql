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
  -- transaction first, so that the sealer finds what is new without an index of its own
  primary key (municipality_id, xid, id)
);
create index events_by_subject on audit.events using gin (subjects);
create index events_of_user on audit.events (municipality_id, user_id, occurred_at);
create index events_in_time on audit.events (municipality_id, occurred_at, id);

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

-- Seals: per municipality and organisation a chain of batches, each with the root of the one before and a signature made outside the database.
create table audit.seals (
  municipality_id uuid not null,
  organization_id uuid not null,
  batch bigint not null check (batch > 0),
  -- positions in the chain, counted from 1
  first bigint not null,
  last bigint not null,
  count bigint not null check (count > 0 and count = last - first + 1),
  total bigint not null check (total = last),
  -- every event of a transaction before this one is in this seal or an earlier one
  upto xid8 not null,
  merkle_root bytea not null check (octet_length(merkle_root) = 32),
  previous_root bytea not null check (octet_length(previous_root) = 32),
  root bytea not null check (octet_length(root) = 32),
  signature bytea not null,
  sealed_at timestamptz not null,
  primary key (municipality_id, organization_id, batch)
);
create index seals_in_time on audit.seals (sealed_at);

create table audit.sealed_rows (
  municipality_id uuid not null,
  organization_id uuid not null,
  seq bigint not null,
  batch bigint not null,
  event_xid xid8 not null,
  event_id bigint not null,
  row_hash bytea not null check (octet_length(row_hash) = 32),
  primary key (municipality_id, organization_id, seq),
  constraint sealed_once unique (municipality_id, event_xid, event_id),
  foreign key (municipality_id, organization_id, batch) references audit.seals
);

-- When the log was last held against its seals, and what came of it.
create table audit.verifications (
  verified_at timestamptz not null,
  id uuid primary key,
  state text not null check (state in ('intact', 'tampered', 'unclear')),
  rows bigint not null,
  findings integer not null
);
create index verifications_in_time on audit.verifications (verified_at);

create trigger append_only before update or delete on audit.seals for each row execute function audit.refuse();
create trigger append_only_whole before truncate on audit.seals for each statement execute function audit.refuse();
create trigger append_only before update or delete on audit.sealed_rows for each row execute function audit.refuse();
create trigger append_only_whole before truncate on audit.sealed_rows for each statement execute function audit.refuse();
create trigger append_only before update or delete on audit.verifications for each row execute function audit.refuse();
create trigger append_only_whole before truncate on audit.verifications for each statement execute function audit.refuse();

grant usage on schema audit to schakelbord_sealer;
grant select on audit.events to schakelbord_sealer;
grant select, insert on audit.seals, audit.sealed_rows, audit.verifications to schakelbord_sealer;

/* The numbers of the cases among these ids, at most three: a log line says which case, never what was in it. */
create function audit.cases_among(town uuid, subjects uuid[]) returns jsonb language plpgsql stable set search_path = pg_catalog as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number)), '[]')
    from (select k.id, k.number from public.cases k where k.municipality_id = town and k.id = any (subjects) order by k.number limit 3) c);
end $$;

/* Who looked at the resident's own case, and when: the same by one person on one day is one line. Empty for everybody else.
   Names of workers only, whom residents may know anyway; of a volunteer the organisation and role. */
create function audit.looks("case" uuid) returns table (day date, first_at timestamptz, last_at timestamptz, times integer,
  name text, organization text, user_kind text, role text, event_code text, action text, purpose text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() is distinct from 'resident' or not ("case" = any (ctx.own_cases())) then return; end if;
  return query
    select l.on_day, min(l.occurred_at), max(l.occurred_at), count(*)::integer, l.person, l.organization, l.user_kind, l.role, l.event_code, l.action, l.purpose
    from (
      select (e.occurred_at at time zone 'Europe/Amsterdam')::date as on_day, e.occurred_at, e.user_id, p.name as person, o.name as organization, e.user_kind, e.role, e.event_code, e.action, e.purpose
      from audit.events e
        left join public.organizations o on o.municipality_id = e.municipality_id and o.id = e.organization_id
        left join public.people p on p.municipality_id = e.municipality_id and p.id = e.user_id and p.kind = 'worker'
      where e.municipality_id = ctx.municipality() and e.subjects @> array["case"] and e.outcome <> 'refused') l
    group by l.on_day, l.user_id, l.person, l.organization, l.user_kind, l.role, l.event_code, l.action, l.purpose
    order by 3 desc;
end $$;

/* The log of the municipality for its privacy officer, newest first. Names of workers and volunteers only. Empty for everybody else. */
create function audit.lines(since timestamptz, until timestamptz, person uuid, organization uuid, dossier text, skip integer, most integer)
returns table (id bigint, occurred_at timestamptz, who text, user_kind text, role text, organization_name text, event_code text, action text, outcome text, purpose text, subjects integer, cases jsonb)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  town uuid := ctx.municipality();
  about uuid;
begin
  if ctx.kind() is distinct from 'worker' or ctx.role() is distinct from 'privacy-officer' then return; end if;
  if dossier is not null then
    select k.id into about from public.cases k where k.municipality_id = town and k.number = dossier;
    if not found then return; end if;
  end if;
  return query
    select e.id, e.occurred_at, p.name, e.user_kind, e.role, o.name, e.event_code, e.action, e.outcome, e.purpose, cardinality(e.subjects), audit.cases_among(town, e.subjects)
    from (select * from audit.events v where v.municipality_id = town
        and (since is null or v.occurred_at >= since) and (until is null or v.occurred_at < until)
        and (person is null or v.user_id = person) and (lines.organization is null or v.organization_id = lines.organization)
        and (about is null or v.subjects @> array[about])
        order by v.occurred_at desc, v.id desc offset skip limit most) e
      left join public.people p on p.municipality_id = e.municipality_id and p.id = e.user_id and p.kind <> 'resident'
      left join public.organizations o on o.municipality_id = e.municipality_id and o.id = e.organization_id
    order by e.occurred_at desc, e.id desc;
end $$;

/* What the actor did and looked at, newest first. */
create function audit.my_lines(skip integer, most integer) returns table (id bigint, occurred_at timestamptz, event_code text, action text, outcome text, purpose text, subjects integer, cases jsonb)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.person() is null then return; end if;
  return query
    select e.id, e.occurred_at, e.event_code, e.action, e.outcome, e.purpose, cardinality(e.subjects), audit.cases_among(e.municipality_id, e.subjects)
    from audit.events e where e.municipality_id = ctx.municipality() and e.user_id = ctx.person()
    order by e.occurred_at desc, e.id desc offset skip limit most;
end $$;

/* How far the log of the municipality is sealed, and when all was last verified. For its privacy officer. */
create function audit.status() returns table (sealed_at timestamptz, sealed bigint, waiting bigint, verified_at timestamptz, state text)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  town uuid := ctx.municipality();
begin
  if ctx.kind() is distinct from 'worker' or ctx.role() is distinct from 'privacy-officer' then return; end if;
  return query
    with newest as (select distinct on (s.organization_id) s.total, s.sealed_at from audit.seals s where s.municipality_id = town order by s.organization_id, s.batch desc),
      checked as (select v.verified_at, v.state from audit.verifications v order by v.verified_at desc limit 1)
    select (select max(n.sealed_at) from newest n), (select coalesce(sum(n.total), 0)::bigint from newest n),
      (select count(*) from audit.events e where e.municipality_id = town
        and e.xid >= coalesce((select s.upto from audit.seals s order by s.sealed_at desc, s.upto desc limit 1), '0'::xid8)
        and not exists (select from audit.sealed_rows r where r.municipality_id = e.municipality_id and r.event_xid = e.xid and r.event_id = e.id)),
      (select c.verified_at from checked c), (select c.state from checked c);
end $$;

revoke all on all functions in schema audit from public;
grant usage on schema audit to schakelbord_app;
grant execute on function audit.looks(uuid), audit.lines(timestamptz, timestamptz, uuid, uuid, text, integer, integer), audit.my_lines(integer, integer), audit.status() to schakelbord_app;
