-- The context of one transaction: who asks, for which organisation and purpose, at which moment.
-- The claims travel in a transaction-local setting with a seal over them, so that a forged set_config in injected SQL opens nothing:
-- the secret is in a table the application cannot read, and the seal holds for one backend and one transaction only.

create function ctx.sealed(claims text) returns text language sql stable security definer set search_path = pg_catalog as $$
  select encode(sha256(secret || sha256(secret || convert_to(claims || pg_backend_pid()::text || transaction_timestamp()::text, 'utf8'))), 'hex') from auth.seal
$$;
revoke all on function ctx.sealed(text) from public;

create function ctx.claims() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare claims text := current_setting('ctx.claims', true);
begin
  if claims is null or claims = '' then return null; end if;
  if current_setting('ctx.seal', true) is distinct from ctx.sealed(claims) then return null; end if;
  return claims::jsonb;
end $$;

create function ctx.municipality() returns uuid language sql stable as $$ select (ctx.claims() ->> 'municipality')::uuid $$;
create function ctx.kind() returns text language sql stable as $$ select ctx.claims() ->> 'kind' $$;
create function ctx.person() returns uuid language sql stable as $$ select (ctx.claims() ->> 'person')::uuid $$;
create function ctx.organization() returns uuid language sql stable as $$ select (ctx.claims() ->> 'organization')::uuid $$;
create function ctx.role() returns text language sql stable as $$ select ctx.claims() ->> 'role' $$;
create function ctx.purpose() returns text language sql stable as $$ select ctx.claims() ->> 'purpose' $$;
create function ctx.moment() returns timestamptz language sql stable as $$ select (ctx.claims() ->> 'moment')::timestamptz $$;
create function ctx.today() returns date language sql stable as $$ select ((ctx.claims() ->> 'moment')::timestamptz at time zone 'Europe/Amsterdam')::date $$;
-- Teams in which the actor now is a core member; shell members are consulted per case and have no view of the team's work.
create function ctx.teams() returns uuid[] language sql stable as $$
  select coalesce(array(select jsonb_array_elements_text(ctx.claims() -> 'teams')::uuid), '{}') $$;
create function ctx.coordinates() returns uuid[] language sql stable as $$
  select coalesce(array(select jsonb_array_elements_text(ctx.claims() -> 'coordinates')::uuid), '{}') $$;
-- Cases that are about the actor: the resident's own, by account or by code on paper.
create function ctx.own_cases() returns uuid[] language sql stable as $$
  select coalesce(array(select jsonb_array_elements_text(ctx.claims() -> 'cases')::uuid), '{}') $$;

/* Opens the context of this transaction and, for a change, claims its idempotency key.
   Answers null when the token is unknown, ended, expired or idle too long, or its person is no longer active.
   A second request with the same key waits here for the first and gets its kept answer. */
create function ctx.open(token bytea, municipality uuid, moment timestamptz, key uuid, print bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_session auth.sessions;
  actor jsonb;
  claims text;
  replay jsonb;
  today date := (moment at time zone 'Europe/Amsterdam')::date;
  owner uuid := '00000000-0000-0000-0000-000000000000';
begin
  if token is null then
    actor := jsonb_build_object('kind', 'visitor', 'municipality', municipality);
  else
    select * into found_session from auth.sessions s
      where s.token_hash = token and s.ended_at is null and s.expires_at > moment and (s.kind = 'bearer' or s.seen_at + s.idle > moment);
    if not found then return null; end if;
    municipality := found_session.municipality_id;
    owner := coalesce(found_session.person_id, found_session.case_id);
    if found_session.kind = 'code' then
      actor := jsonb_build_object('kind', 'resident', 'municipality', municipality, 'role', 'resident', 'cases', jsonb_build_array(found_session.case_id),
        'session', found_session.id, 'sessionKind', 'code', 'endsAt', least(found_session.expires_at, moment + found_session.idle));
    else
      select jsonb_build_object(
        'kind', p.kind, 'municipality', municipality, 'person', p.id, 'name', p.name, 'locale', p.locale, 'theme', p.theme,
        'session', found_session.id, 'sessionKind', found_session.kind,
        'endsAt', case when found_session.kind = 'bearer' then found_session.expires_at else least(found_session.expires_at, moment + found_session.idle) end, 'strongAt', found_session.strong_at,
        'membership', m.id, 'organization', m.organization_id, 'organizationName', o.name,
        'role', case when p.kind = 'resident' then 'resident' else m.role end,
        'purpose', (select d.purpose from public.mandates d where d.municipality_id = municipality and d.organization_id = m.organization_id
          and d.purpose = found_session.purpose and d.from_on <= today and (d.until_on is null or d.until_on >= today) limit 1),
        'purposes', coalesce((select jsonb_agg(distinct d.purpose) from public.mandates d
          where d.municipality_id = municipality and d.organization_id = m.organization_id and d.from_on <= today and (d.until_on is null or d.until_on >= today)), '[]'),
        'teams', coalesce((select jsonb_agg(t.team_id order by t.team_id) from public.team_members t
          where t.municipality_id = municipality and t.person_id = p.id and t.organization_id = m.organization_id and t.ring = 'core'
            and t.from_on <= today and (t.until_on is null or t.until_on >= today)), '[]'),
        'coordinates', coalesce((select jsonb_agg(t.team_id order by t.team_id) from public.team_members t
          where t.municipality_id = municipality and t.person_id = p.id and t.organization_id = m.organization_id and t.ring = 'core' and t.duty = 'coordinator'
            and t.from_on <= today and (t.until_on is null or t.until_on >= today)), '[]'),
        'cases', case when p.kind = 'resident' then auth.cases_of(municipality, p.id) else '[]'::jsonb end)
      into actor
      from public.people p
        left join public.memberships m on m.municipality_id = p.municipality_id and m.id = found_session.membership_id and m.person_id = p.id
          and m.from_on <= today and (m.until_on is null or m.until_on >= today)
        left join public.organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id
      where p.municipality_id = municipality and p.id = found_session.person_id and p.active and (p.kind = 'resident' or m.id is not null);
      if actor is null then return null; end if;
    end if;
    if found_session.kind <> 'bearer' and found_session.seen_at < moment - interval '1 minute' then
      update auth.sessions set seen_at = moment where token_hash = token;
    end if;
  end if;
  claims := (actor || jsonb_build_object('moment', moment))::text;
  perform set_config('ctx.claims', claims, true), set_config('ctx.seal', ctx.sealed(claims), true);
  if key is not null then
    insert into auth.idempotency values (municipality, owner, key, print, null, null, moment) on conflict do nothing;
    if not found then
      select jsonb_build_object('same', k.fingerprint = print, 'act', k.act, 'answer', k.answer) into replay
        from auth.idempotency k where k.municipality_id = municipality and k.owner_id = owner and k.key = open.key;
    end if;
  end if;
  return jsonb_build_object('actor', actor, 'replay', replay);
end $$;

/* Ends the transaction's work: the audit row and, for a change, the kept answer. Runs before commit, in the same transaction. */
create function ctx.finish(act text, action text, outcome text, subjects uuid[], request text, kept_key uuid, kept_answer text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  owner uuid := coalesce(ctx.person(), (ctx.own_cases())[1], '00000000-0000-0000-0000-000000000000');
begin
  if ctx.claims() is null then raise exception 'no context'; end if;
  perform audit.record(act, action, outcome, subjects, request);
  if kept_key is not null then
    update auth.idempotency k set act = finish.act, answer = kept_answer where k.municipality_id = ctx.municipality() and k.owner_id = owner and k.key = kept_key;
  end if;
end $$;

-- The resident's own cases; replaced when the vault exists.
create function auth.cases_of(municipality uuid, person uuid) returns jsonb language sql stable as $$ select '[]'::jsonb $$;

revoke all on all functions in schema ctx from public;
grant execute on function ctx.claims(), ctx.municipality(), ctx.kind(), ctx.person(), ctx.organization(), ctx.role(), ctx.purpose(), ctx.moment(), ctx.today(),
  ctx.teams(), ctx.coordinates(), ctx.own_cases(), ctx.open(bytea, uuid, timestamptz, uuid, bytea), ctx.finish(text, text, text, uuid[], text, uuid, text) to schakelbord_app;

-- Row level security of what 0001 made. Directory-like facts are open to everybody within the municipality; people are not.
alter table municipalities enable row level security;
create policy everybody on municipalities for select using (true);
alter table areas enable row level security;
create policy everybody on areas for select using (municipality_id = (select ctx.municipality()));
alter table organizations enable row level security;
create policy everybody on organizations for select using (municipality_id = (select ctx.municipality()));
alter table teams enable row level security;
create policy everybody on teams for select using (municipality_id = (select ctx.municipality()));
alter table people enable row level security;
create policy self on people for select using (municipality_id = (select ctx.municipality()) and id = (select ctx.person()));
create policy colleagues on people for select
  using (municipality_id = (select ctx.municipality()) and kind = 'worker' and (select ctx.kind()) in ('worker', 'volunteer', 'resident'));
create policy volunteers on people for select
  using (municipality_id = (select ctx.municipality()) and kind = 'volunteer' and (select ctx.kind()) = 'worker');
create policy own_choices on people for update using (municipality_id = (select ctx.municipality()) and id = (select ctx.person()));
alter table people_contacts enable row level security;
create policy self on people_contacts for select using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()));
create policy same_team on people_contacts for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and exists (select from team_members t where t.municipality_id = people_contacts.municipality_id and t.person_id = people_contacts.person_id and t.team_id = any ((select ctx.teams())::uuid[])));
alter table memberships enable row level security;
create policy staff on memberships for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) in ('worker', 'volunteer', 'resident'));
alter table mandates enable row level security;
create policy everybody on mandates for select using (municipality_id = (select ctx.municipality()));
alter table team_members enable row level security;
create policy signed_in on team_members for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) in ('worker', 'volunteer', 'resident'));

grant select on municipalities, areas, organizations, people, people_contacts, memberships, mandates, teams, team_members to schakelbord_app;
grant update (locale, theme) on people to schakelbord_app;
