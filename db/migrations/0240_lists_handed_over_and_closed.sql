-- A list of participants passes to another keeper when that one accepts, and closes when the activity stops (PRI-13). Names of who dropped out go by themselves (ACT-06).

alter table activity_lists add column version integer not null default 1, add column closed_on date, add column closed_by uuid,
  add foreign key (municipality_id, closed_by) references people,
  add constraint closed_by_somebody check ((closed_on is null) = (closed_by is null));

-- A list is put to a member of the team; until that one accepts, nothing changes, and nobody on it is seen.
create table activity_list_handovers (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  proposed_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references activity_lists on delete cascade,
  foreign key (municipality_id, from_id) references people,
  foreign key (municipality_id, to_id) references people,
  constraint answered_is_yes_or_no check ((answered_at is null) = (accepted is null))
);
create unique index one_handover_at_a_time on activity_list_handovers (municipality_id, service_id) where answered_at is null;
create index handovers_to_person on activity_list_handovers (municipality_id, to_id) where answered_at is null;

-- What is kept of somebody who dropped out: after a set time no name any more, and still that it happened and why. `finished` took part until the list closed.
alter table participations add column forgotten_on date;
alter table participations drop constraint who_stopped_has_no_name, drop constraint participations_state_check,
  add constraint participations_state_check check (state in ('registered', 'cancelled', 'dropped-out', 'finished')),
  add constraint who_takes_part_has_a_name check (state <> 'registered' or called is not null),
  add constraint who_stopped_has_no_name check (state not in ('cancelled', 'finished') or called is null),
  add constraint forgotten_on_a_day check ((state = 'dropped-out' and called is null) = (forgotten_on is not null));
create index participations_to_forget on participations (municipality_id, ended_on) where state = 'dropped-out' and called is not null;

/* For how many days the name of somebody who dropped out is kept. A municipality may choose another term. */
create function ctx.days_a_name_is_kept(municipality uuid) returns integer language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce((select (m.settings ->> 'participantNameDays')::integer from municipalities m where m.id = municipality), 183)
$$;

/* Takes the name, the telephone number, the supporter, the code and the days away from who dropped out. Only for the owner of the tables. */
create function ctx.forget_participants(here uuid, which uuid[], today date) returns integer language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare
  gone uuid[];
begin
  with forgotten as (
    update participations p set called = null, forgotten_on = today, version = p.version + 1
      where p.municipality_id = here and p.id = any (which) and p.state = 'dropped-out' and p.called is not null returning p.id)
  select coalesce(array_agg(f.id), '{}') into gone from forgotten f;
  delete from participation_contacts k where k.municipality_id = here and k.participation_id = any (gone);
  delete from participation_absences a where a.municipality_id = here and a.participation_id = any (gone);
  delete from auth.participation_codes c where c.municipality_id = here and c.participation_id = any (gone);
  return cardinality(gone);
end $$;

/* Forgets who dropped out longer ago than the term, and on a closed list also whose follow-up is done. For the work of every hour. */
create function ctx.forget_who_dropped_out(today date) returns integer language sql volatile set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(sum(ctx.forget_participants(due.municipality_id, due.ids, today)), 0)::integer from (
    select p.municipality_id, array_agg(p.id) as ids from participations p
      join activity_lists l on l.municipality_id = p.municipality_id and l.service_id = p.service_id
      join signals s on s.municipality_id = p.municipality_id and s.id = p.signal_id
    where p.state = 'dropped-out' and p.called is not null
      and (p.ended_on <= today - ctx.days_a_name_is_kept(p.municipality_id) or (l.closed_on is not null and s.finished_at is not null))
    group by p.municipality_id) due
$$;

/* The list of an activity when the actor keeps it or coordinates its team, for the purpose of the list, and it is open. */
create function ctx.kept_list(service uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if ctx.kind() is distinct from 'worker' then return null; end if;
  return (select l.service_id from activity_lists l where l.municipality_id = ctx.municipality() and l.service_id = service and l.closed_on is null
    and l.purpose = ctx.purpose() and l.team_id = any (ctx.teams()) and (l.owner_id = ctx.person() or l.team_id = any (ctx.coordinates())));
end $$;

/* How many follow-up signals of drop-outs are still open, for who keeps the list. The signals themselves are for their team. */
create function ctx.open_follow_ups(service uuid) returns integer language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select count(*)::integer from participations p join signals s on s.municipality_id = p.municipality_id and s.id = p.signal_id
    where p.municipality_id = ctx.municipality() and p.service_id = ctx.kept_list(service) and p.called is not null and s.finished_at is null
$$;

/* Who was asked says yes and keeps the list from now on, or says no. The only way to another keeper. */
create function ctx.answer_list(service uuid, accept boolean) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
begin
  if ctx.kind() is distinct from 'worker' then return false; end if;
  perform from activity_lists l where l.municipality_id = here and l.service_id = service and l.closed_on is null and l.purpose = ctx.purpose() and l.team_id = any (ctx.teams()) for update;
  if not found then return false; end if;
  update activity_list_handovers h set answered_at = ctx.moment(), accepted = accept where h.municipality_id = here and h.service_id = service and h.to_id = ctx.person() and h.answered_at is null;
  if not found then return false; end if;
  update activity_lists l set owner_id = case when accept then ctx.person() else l.owner_id end, version = l.version + 1 where l.municipality_id = here and l.service_id = service;
  return true;
end $$;

/* Closes a list: nobody registers any more and names go. With `keep` those of drop-outs whose follow-up signal is open stay until it is done. */
create function ctx.close_list(service uuid, keep boolean) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  today date := ctx.today();
begin
  perform from activity_lists l where l.municipality_id = here and l.service_id = ctx.kept_list(service) for update;
  if not found then return false; end if;
  update participations p set state = 'finished', called = null, ended_on = today, version = p.version + 1 where p.municipality_id = here and p.service_id = service and p.state = 'registered';
  perform ctx.forget_participants(here, array(
    select p.id from participations p join signals s on s.municipality_id = p.municipality_id and s.id = p.signal_id
      where p.municipality_id = here and p.service_id = service and p.called is not null and not (keep and s.finished_at is null)), today);
  delete from participation_contacts k using participations p where p.municipality_id = here and p.service_id = service and p.called is null and k.municipality_id = here and k.participation_id = p.id;
  delete from participation_absences a using participations p where p.municipality_id = here and p.service_id = service and p.called is null and a.municipality_id = here and a.participation_id = p.id;
  delete from auth.participation_codes c using participations p where p.municipality_id = here and p.service_id = service and c.municipality_id = here and c.participation_id = p.id;
  update activity_list_handovers h set answered_at = ctx.moment(), accepted = false where h.municipality_id = here and h.service_id = service and h.answered_at is null;
  update activity_lists l set closed_on = today, closed_by = ctx.person(), version = l.version + 1 where l.municipality_id = here and l.service_id = service;
  return true;
end $$;

/* Opens a closed list again for a team of the actor, when no name is left of before. */
create function ctx.reopen_list(service uuid, team uuid) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
begin
  if ctx.kind() is distinct from 'worker' or ctx.purpose() is null or not team = any (ctx.teams()) then return false; end if;
  perform from activity_lists l where l.municipality_id = here and l.service_id = service and l.closed_on is not null for update;
  if not found or exists (select from participations p where p.municipality_id = here and p.service_id = service and p.called is not null) then return false; end if;
  -- Why it was handed over before was said among colleagues who may not be those of now.
  delete from activity_list_handovers h where h.municipality_id = here and h.service_id = service;
  update activity_lists l set team_id = team, owner_id = ctx.person(), purpose = ctx.purpose(), opened_on = ctx.today(), closed_on = null, closed_by = null, version = l.version + 1
    where l.municipality_id = here and l.service_id = service;
  return true;
end $$;

create or replace function ctx.takes_registrations(service uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.activity_lists l join public.services s on s.municipality_id = l.municipality_id and s.id = l.service_id
    where l.municipality_id = ctx.municipality() and l.service_id = service and l.closed_on is null and s.kind = 'activity' and s.visibility = 'public' and s.state = 'published' and s.status = 'active'
      and coalesce(s.publish_on, '-infinity') <= ctx.today() and coalesce(s.expire_on, 'infinity') >= ctx.today())
$$;

create or replace function ctx.join_activity(participation uuid, code bytea, service uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  manner text := it ->> 'manner';
begin
  -- Nobody comes on a list while it is being closed.
  perform from public.activity_lists l where l.municipality_id = ctx.municipality() and l.service_id = service and l.closed_on is null for share;
  if not found or not ctx.takes_registrations(service) then raise exception 'no list' using errcode = '42501'; end if;
  if manner is not null and (ctx.kind() is distinct from 'worker' or ctx.purpose() is null) then raise exception 'only colleagues register others' using errcode = '42501'; end if;
  insert into public.participations (municipality_id, id, service_id, called, registered_on, by_id, consent, follow_up)
    values (ctx.municipality(), participation, service, it ->> 'called', ctx.today(), case when manner is not null then ctx.person() end, coalesce(manner, 'self'), (it ->> 'followUp')::boolean);
  if it ->> 'phone' is not null or it ->> 'supporter' is not null then
    insert into public.participation_contacts values (ctx.municipality(), participation, it ->> 'phone', it ->> 'supporter', it ->> 'supporter' is not null);
  end if;
  insert into auth.participation_codes values (auth.follow_hash(code), ctx.municipality(), participation);
end $$;

revoke all on function ctx.days_a_name_is_kept(uuid), ctx.forget_participants(uuid, uuid[], date), ctx.forget_who_dropped_out(date), ctx.kept_list(uuid), ctx.open_follow_ups(uuid),
  ctx.answer_list(uuid, boolean), ctx.close_list(uuid, boolean), ctx.reopen_list(uuid, uuid) from public;
grant execute on function ctx.days_a_name_is_kept(uuid), ctx.kept_list(uuid), ctx.open_follow_ups(uuid), ctx.answer_list(uuid, boolean), ctx.close_list(uuid, boolean), ctx.reopen_list(uuid, uuid) to schakelbord_app;

alter table activity_list_handovers enable row level security;
create policy asked on activity_list_handovers for select using (municipality_id = (select ctx.municipality()) and to_id = (select ctx.person()) and (select ctx.kind()) = 'worker');
create policy keeping on activity_list_handovers for select using (municipality_id = (select ctx.municipality()) and exists (select from activity_lists l where l.municipality_id = activity_list_handovers.municipality_id and l.service_id = activity_list_handovers.service_id
  and (l.owner_id = (select ctx.person()) or l.team_id = any ((select ctx.coordinates())::uuid[]))));
create policy proposing on activity_list_handovers for insert with check (municipality_id = (select ctx.municipality()) and from_id = (select ctx.person()) and proposed_at = (select ctx.moment()) and answered_at is null and service_id = ctx.kept_list(service_id));
-- Asking somebody else takes the question to the first one back; only who was asked says yes.
create policy taking_back on activity_list_handovers for update using (municipality_id = (select ctx.municipality()) and service_id = ctx.kept_list(service_id)) with check (municipality_id = (select ctx.municipality()) and not accepted);
grant select, insert on activity_list_handovers to schakelbord_app;
grant update (answered_at, accepted) on activity_list_handovers to schakelbord_app;
