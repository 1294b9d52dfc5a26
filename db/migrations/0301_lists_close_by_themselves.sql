-- The list of an activity that ended closes by itself (PRI-13), two weeks after that was seen, so that an activity that comes back keeps its list; and who kept a list hears what became of it.

-- `closes_on` is set while the activity has ended and the list is still open. A list that closed by itself was closed by nobody.
alter table activity_lists add column closes_on date, drop constraint closed_by_somebody,
  add constraint closed_by_somebody check (closed_by is null or closed_on is not null),
  add constraint closed_closes_no_more check (closes_on is null or closed_on is null);

-- What somebody should know about a list they kept, until they have seen it.
create table activity_list_notices (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('handed-over', 'closed')),
  -- who keeps it now
  keeper_id uuid,
  on_day date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references activity_lists on delete cascade,
  foreign key (municipality_id, person_id) references people,
  foreign key (municipality_id, keeper_id) references people,
  constraint handed_over_to_somebody check ((kind = 'handed-over') = (keeper_id is not null))
);
create index list_notices_of_person on activity_list_notices (municipality_id, person_id);
create index list_notices_of_list on activity_list_notices (municipality_id, service_id);

alter table activity_list_notices enable row level security;
create policy own on activity_list_notices for select using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) = 'worker');
create policy seen on activity_list_notices for delete using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) = 'worker');
grant select, delete on activity_list_notices to schakelbord_app;

create or replace function ctx.answer_list(service uuid, accept boolean) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  before uuid;
begin
  if ctx.kind() is distinct from 'worker' then return false; end if;
  select l.owner_id into before from activity_lists l where l.municipality_id = here and l.service_id = service and l.closed_on is null and l.purpose = ctx.purpose() and l.team_id = any (ctx.teams()) for update;
  if not found then return false; end if;
  update activity_list_handovers h set answered_at = ctx.moment(), accepted = accept where h.municipality_id = here and h.service_id = service and h.to_id = ctx.person() and h.answered_at is null;
  if not found then return false; end if;
  update activity_lists l set owner_id = case when accept then ctx.person() else l.owner_id end, version = l.version + 1 where l.municipality_id = here and l.service_id = service;
  if accept and before <> ctx.person() then
    insert into activity_list_notices values (here, gen_random_uuid(), service, before, 'handed-over', ctx.person(), ctx.today());
  end if;
  return true;
end $$;

/* Activities of the lists that the actor may know of, and of what they registered or are told about, also when nobody finds the activity any more: names of participants stay in sight of who keeps them. */
create function ctx.listed_activities() returns table (service_id uuid, slug text, name text) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select s.id, s.slug, s.name from activity_lists l join services s on s.municipality_id = l.municipality_id and s.id = l.service_id
    where l.municipality_id = ctx.municipality() and ctx.kind() = 'worker' and ((l.purpose = ctx.purpose() and l.team_id = any (ctx.teams()))
      or exists (select from participations p where p.municipality_id = l.municipality_id and p.service_id = l.service_id and p.by_id = ctx.person())
      or exists (select from activity_list_notices n where n.municipality_id = l.municipality_id and n.service_id = l.service_id and n.person_id = ctx.person()))
$$;
revoke all on function ctx.listed_activities() from public;
grant execute on function ctx.listed_activities() to schakelbord_app;

/* Closes one list that is locked: nobody registers any more and names go. With `keep` those of drop-outs whose follow-up signal is open stay until it is done. Only for the owner of the tables. */
create function ctx.close_one_list(here uuid, service uuid, keep boolean, today date, at timestamptz, closer uuid) returns void language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  update participations p set state = 'finished', called = null, ended_on = today, version = p.version + 1 where p.municipality_id = here and p.service_id = service and p.state = 'registered';
  perform ctx.forget_participants(here, array(
    select p.id from participations p join signals s on s.municipality_id = p.municipality_id and s.id = p.signal_id
      where p.municipality_id = here and p.service_id = service and p.called is not null and not (keep and s.finished_at is null)), today);
  delete from participation_contacts k using participations p where p.municipality_id = here and p.service_id = service and p.called is null and k.municipality_id = here and k.participation_id = p.id;
  delete from participation_absences a using participations p where p.municipality_id = here and p.service_id = service and p.called is null and a.municipality_id = here and a.participation_id = p.id;
  delete from auth.participation_codes c using participations p where p.municipality_id = here and p.service_id = service and c.municipality_id = here and c.participation_id = p.id;
  update activity_list_handovers h set answered_at = at, accepted = false where h.municipality_id = here and h.service_id = service and h.answered_at is null;
  update activity_lists l set closed_on = today, closed_by = closer, closes_on = null, version = l.version + 1 where l.municipality_id = here and l.service_id = service;
end $$;

create or replace function ctx.close_list(service uuid, keep boolean) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform from activity_lists l where l.municipality_id = ctx.municipality() and l.service_id = ctx.kept_list(service) for update;
  if not found then return false; end if;
  perform ctx.close_one_list(ctx.municipality(), service, keep, ctx.today(), ctx.moment(), ctx.person());
  return true;
end $$;

/* Stopped, archived, or past its last day. What was merged goes on elsewhere. */
create function ctx.activity_ended(s services, today date) returns boolean language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select s.merged_into is null and (s.state = 'archived' or s.status = 'defunct' or coalesce(s.expire_on < today, false))
$$;

/* For the work of every hour: tells of lists whose activity ended on which day they close, takes that back when the activity came back, and closes those of which the day has come, as their keeper would
   who keeps names with an open follow-up. The keeper is told and the log says it. Only for the owner of the tables. */
create function ctx.close_lists_of_ended(today date, at timestamptz, request text) returns integer language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare
  it activity_lists;
  closed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('participation.close-lists'));
  update activity_lists l set closes_on = case when l.closes_on is null then today + 14 end from services s
    where l.closed_on is null and s.municipality_id = l.municipality_id and s.id = l.service_id and (l.closes_on is not null) <> ctx.activity_ended(s, today);
  for it in select * from activity_lists l where l.closed_on is null and l.closes_on <= today order by l.municipality_id, l.service_id for update loop
    perform ctx.close_one_list(it.municipality_id, it.service_id, true, today, at, null);
    insert into activity_list_notices values (it.municipality_id, gen_random_uuid(), it.service_id, it.owner_id, 'closed', null, today);
    insert into audit.events (municipality_id, organization_id, event_code, action, outcome, occurred_at, user_kind, subjects, request_id)
      values (it.municipality_id, audit.nobody(), 'participation.list-closed-by-itself', 'D', 'done', at, 'system', array[it.service_id], request);
    closed := closed + 1;
  end loop;
  return closed;
end $$;

revoke all on function ctx.close_one_list(uuid, uuid, boolean, date, timestamptz, uuid), ctx.activity_ended(services, date), ctx.close_lists_of_ended(date, timestamptz, text) from public;
