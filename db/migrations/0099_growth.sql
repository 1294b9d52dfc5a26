-- What must not become slower as more is kept.

-- Closed cases of a team, the last first.
create index cases_closed_of_team on cases (municipality_id, team_id, closed_at desc, id) where state = 'closed';

/* What somebody with the code may know: where it stands, with which team, and what was told. Nothing about whom it concerns, and no name of anybody.
   Null when there is no such code here. The code is looked up first, by itself: a plan that begins at the signals of a town passes all of them. */
create or replace function ctx.follow_signal(code bytea) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  hash bytea := auth.follow_hash(code);
  town uuid := ctx.municipality();
  signal uuid;
begin
  select c.signal_id into signal from auth.follow_codes c where c.code_hash = hash and c.municipality_id = town;
  if not found then return null; end if;
  return (
    select jsonb_build_object('id', s.id, 'state', s.state, 'outcome', s.outcome, 'team', t.name, 'phone', t.phone, 'receivedAt', s.received_at, 'takenUpAt', s.taken_up_at, 'finishedAt', s.finished_at,
      'nextOn', s.next_on, 'urgency', s.urgency, 'wantsFeedback', w.wants_feedback,
      'told', coalesce((select jsonb_agg(jsonb_build_object('at', f.given_at, 'told', f.told) order by f.given_at) from public.signal_feedback f
        where f.municipality_id = town and f.signal_id = signal and f.given_at is not null), '[]'),
      'caseClosed', coalesce((select k.state = 'closed' from public.cases k where k.municipality_id = town and k.id = s.case_id), false))
    from public.signals s
      join public.teams t on t.municipality_id = s.municipality_id and t.id = s.team_id
      join public.signallers w on w.municipality_id = s.municipality_id and w.signal_id = s.id
    where s.municipality_id = town and s.id = signal);
end $$;

-- What was told about a signal is looked up by that signal.
create index if not exists feedback_of_signal on signal_feedback (municipality_id, signal_id);

/* THE decision, as the database takes it: the cases of which the actor may read this field class. The same as before; it is taken once for a transaction, for all
   classes together, because every table of a case asks for it. What was decided is kept under the seal of the context, so that it cannot be made up,
   and forgotten when an involvement, a ground or a case changes. */
create function ctx.decided() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
  moment timestamptz := (claims ->> 'moment')::timestamptz;
  cap smallint := case claims ->> 'role' when 'professional' then 4 when 'coordinator' then 4 when 'partner' then 3 else 0 end;
begin
  if claims ->> 'kind' is distinct from 'worker' or cap = 0 or claims ->> 'purpose' is null then return '{}'; end if;
  return (select jsonb_object_agg(d.case_id, jsonb_build_array(d.class, d.identity, d.elsewhere)) from (
    select i.case_id, max(least(i.class, cap)) as class, coalesce(bool_or(least(i.class, cap) >= 3 and g.with_identity), false) as identity,
      not k.team_id = any (ctx.teams()) as elsewhere
    from public.involvements i
      join public.cases k on k.municipality_id = i.municipality_id and k.id = i.case_id
      join public.grounds g on g.municipality_id = i.municipality_id and g.case_id = i.case_id
    where i.municipality_id = (claims ->> 'municipality')::uuid and i.person_id = (claims ->> 'person')::uuid
      and i.organization_id = (claims ->> 'organization')::uuid and i.ended_at is null and i.from_at <= moment and i.until_at > moment
      and i.purpose = k.purpose and k.purpose = claims ->> 'purpose'
      and g.purpose = k.purpose and g.withdrawn_at is null and g.from_at <= moment and (g.until_at is null or g.until_at > moment)
      and (g.organization_id = i.organization_id or g.team_id = i.team_id)
    group by i.case_id, k.team_id) d);
end $$;

create function ctx.decision() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims text := coalesce(current_setting('ctx.claims', true), '');
  known text := coalesce(current_setting('ctx.decided', true), '');
  decided text;
begin
  if known <> '' and left(known, 64) = ctx.sealed('decided ' || claims || substr(known, 65)) then return substr(known, 65)::jsonb; end if;
  decided := coalesce(ctx.decided(), '{}')::text;
  perform set_config('ctx.decided', ctx.sealed('decided ' || claims || decided) || decided, true);
  return decided::jsonb;
end $$;

create or replace function ctx.readable(wanted smallint) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() = 'resident' then return ctx.own_cases(); end if;
  return array(select d.key::uuid from jsonb_each(ctx.decision()) d where case when wanted = 5 then (d.value -> 1)::boolean else (d.value -> 0)::smallint >= wanted end);
end $$;

/* Cases of other teams in which the actor has a part: what a list by team does not have yet. */
create function ctx.readable_elsewhere() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() is distinct from 'worker' then return '{}'; end if;
  return array(select d.key::uuid from jsonb_each(ctx.decision()) d where (d.value -> 2)::boolean and (d.value -> 0)::smallint >= 2);
end $$;

create function ctx.forget_decided() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_setting('ctx.decided', true) <> '' then perform set_config('ctx.decided', '', true); end if;
  return null;
end $$;
create trigger decided_anew after insert or update or delete on involvements for each statement execute function ctx.forget_decided();
create trigger decided_anew after insert or update or delete on grounds for each statement execute function ctx.forget_decided();
create trigger decided_anew after insert or update or delete on cases for each statement execute function ctx.forget_decided();
revoke all on function ctx.decided(), ctx.decision(), ctx.readable_elsewhere(), ctx.forget_decided() from public;
grant execute on function ctx.readable_elsewhere() to schakelbord_app;

-- Written so that no index serves it: otherwise a list of a team is no longer walked in its order, but put together from two sides and sorted, all of it.
-- Whoever wants cases in which somebody has a part asks for them by id.
drop policy involved on cases;
create policy involved on cases for select using (municipality_id = (select ctx.municipality()) and ((select ctx.readable(2::smallint))::uuid[]) @> array[id]);
