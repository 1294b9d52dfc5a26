-- The same decisions for less work. A function in plpgsql keeps its plan for the connection, the secret is looked up once for six seals, and a function that needs
-- several things of who asks reads the claims once: to check their seal and take them apart costs 12 microseconds each time.

create or replace function ctx.sealed(claims text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  key bytea;
begin
  select s.secret into key from auth.seal s;
  return encode(sha256(key || sha256(key || convert_to(claims || pg_backend_pid()::text || transaction_timestamp()::text, 'utf8'))), 'hex');
end $$;

/* One list of what was decided. Taken once for a transaction and kept, each list under a seal of its own over the context and its place, so that none can be made up
   or put in the place of another. The secret is looked up once for all six. */
create or replace function ctx.decision(place integer) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims text := coalesce(current_setting('ctx.claims', true), '');
  known text := coalesce(current_setting('ctx.decided_' || place, true), '');
  here text := pg_backend_pid()::text || transaction_timestamp()::text;
  key bytea;
  lists text[];
begin
  select s.secret into key from auth.seal s;
  if known <> '' and left(known, 64) = encode(sha256(key || sha256(key || convert_to('decided ' || place || claims || substr(known, 65) || here, 'utf8'))), 'hex') then
    return substr(known, 65)::uuid[];
  end if;
  lists := ctx.decided();
  for n in 1..6 loop
    perform set_config('ctx.decided_' || n, encode(sha256(key || sha256(key || convert_to('decided ' || n || claims || lists[n] || here, 'utf8'))), 'hex') || lists[n], true);
  end loop;
  return lists[place]::uuid[];
end $$;

/* Areas of which the actor keeps the exchange board: those of their teams, and the whole municipality for who is in a team at all. */
create or replace function ctx.board_areas() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
  here uuid := claims ->> 'municipality';
  teams uuid[];
begin
  if claims ->> 'kind' is distinct from 'worker' or coalesce(claims ->> 'role', '') not in ('professional', 'coordinator', 'partner') then return '{}'; end if;
  teams := ctx.teams();
  if cardinality(teams) = 0 then return '{}'; end if;
  return array(
    select a.id from public.areas a
    where a.municipality_id = here
      and (a.kind = 'municipality' or a.id in (select t.area_id from public.teams t where t.municipality_id = here and t.id = any (teams))));
end $$;

/* Opens the context of one transaction. What only the program asks for (a name, a language) does not travel in the claims: each rule that looks at who asks reads them. */
create or replace function ctx.open(token bytea, municipality uuid, moment timestamptz, key uuid, print bytea) returns jsonb
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
  claims := ((actor - '{name,locale,theme,endsAt,strongAt,organizationName,membership}'::text[]) || jsonb_build_object('moment', moment))::text;
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
create or replace function ctx.finish(act text, action text, outcome text, subjects uuid[], request text, kept_key uuid, kept_answer text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform audit.record(act, action, outcome, subjects, request); -- refuses without a context
  if kept_key is not null then
    update auth.idempotency k set act = finish.act, answer = kept_answer
      where k.municipality_id = ctx.municipality() and k.owner_id = coalesce(ctx.person(), (ctx.own_cases())[1], '00000000-0000-0000-0000-000000000000') and k.key = kept_key;
  end if;
end $$;

/* Signals that the actor has to take up. */
create or replace function ctx.signals_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  claims jsonb := ctx.claims();
  me uuid := claims ->> 'person';
  own_teams uuid[];
begin
  if claims ->> 'kind' is distinct from 'worker' then return 0; end if;
  own_teams := ctx.teams();
  return (select count(*) from signals s where s.municipality_id = (claims ->> 'municipality')::uuid and s.owner_id = me and s.state = 'new' and s.next_on is not null
    and ((s.purpose = claims ->> 'purpose' and s.team_id = any (own_teams)) or s.signalled_by = me));
end $$;

/* Invitations to meetings to come that the actor did not answer. */
create or replace function ctx.invitations_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  claims jsonb := ctx.claims();
  today date := ((claims ->> 'moment')::timestamptz at time zone 'Europe/Amsterdam')::date;
begin
  if claims ->> 'kind' is distinct from 'worker' then return 0; end if;
  return (select count(*) from meeting_invitees i join meetings m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
    where i.municipality_id = (claims ->> 'municipality')::uuid and i.person_id = (claims ->> 'person')::uuid and i.answer = 'open' and m.state = 'invited' and m.on_day >= today);
end $$;

/* Notices to read, reactions to pass on and reports to look at, as far as the actor may see them. */
create or replace function ctx.board_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  claims jsonb := ctx.claims();
  here uuid := claims ->> 'municipality';
  today date := ((claims ->> 'moment')::timestamptz at time zone 'Europe/Amsterdam')::date;
  keeper boolean := coalesce(claims ->> 'kind' = 'worker' and claims ->> 'role' = 'information-manager', false);
  own_areas uuid[];
  for_purpose boolean := claims ->> 'purpose' is not null;
begin
  if claims ->> 'kind' is distinct from 'worker' then return 0; end if;
  own_areas := ctx.board_areas();
  if not keeper and cardinality(own_areas) = 0 then return 0; end if;
  return (select count(*) from board_notices n where n.municipality_id = here and n.state = 'waiting' and n.until_on >= today and (keeper or n.area_id = any (own_areas)))
    + (select count(*) from board_reactions r join board_notices n on n.municipality_id = r.municipality_id and n.id = r.notice_id
        where r.municipality_id = here and for_purpose and n.area_id = any (own_areas) and (n.state = 'matched' or n.until_on >= today))
    + (select count(*) from board_reports r join board_notices n on n.municipality_id = r.municipality_id and n.id = r.notice_id where r.municipality_id = here and (keeper or n.area_id = any (own_areas)));
end $$;
