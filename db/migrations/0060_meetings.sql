-- Meetings that come back, their agenda built from open cases, and what was agreed.
create table meeting_series (
  municipality_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  name text not null,
  goal text not null,
  every_weeks smallint not null check (every_weeks between 1 and 52),
  starts_at time not null,
  minutes smallint not null check (minutes between 15 and 480),
  place text not null,
  most_new_cases smallint not null default 2 check (most_new_cases between 1 and 20),
  fixed_topic text,
  coordinator_id uuid not null,
  ended_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, coordinator_id) references people
);
create index meeting_series_of_team on meeting_series (municipality_id, team_id);

create table series_participants (
  municipality_id uuid not null,
  series_id uuid not null,
  person_id uuid not null,
  primary key (municipality_id, series_id, person_id),
  foreign key (municipality_id, series_id) references meeting_series,
  foreign key (municipality_id, person_id) references people
);

create table meetings (
  municipality_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  team_id uuid not null,
  on_day date not null,
  starts_at time not null,
  minutes smallint not null,
  place text not null,
  chair_id uuid not null,
  state text not null default 'planned' check (state in ('planned', 'invited', 'running', 'held')),
  started_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, series_id, on_day),
  foreign key (municipality_id, series_id) references meeting_series,
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, chair_id) references people,
  constraint held_has_ended check ((state = 'held') = (ended_at is not null)),
  constraint running_has_started check (state not in ('running', 'held') or started_at is not null)
);
create index meetings_of_team on meetings (municipality_id, team_id, on_day);

create table meeting_invitees (
  municipality_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  answer text not null default 'open' check (answer in ('open', 'yes', 'no')),
  attended boolean,
  primary key (municipality_id, meeting_id, person_id),
  foreign key (municipality_id, meeting_id) references meetings,
  foreign key (municipality_id, person_id) references people
);
create index meeting_invitees_of_person on meeting_invitees (municipality_id, person_id);

-- Running cases and their results first, then new cases, then topics: `position` keeps that order.
create table agenda_items (
  municipality_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position smallint not null,
  kind text not null check (kind in ('running-case', 'new-case', 'topic')),
  case_id uuid,
  topic text,
  minutes smallint not null check (minutes between 1 and 120),
  state text not null default 'waiting' check (state in ('waiting', 'open', 'done')),
  opened_at timestamptz,
  done_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, meeting_id, case_id),
  foreign key (municipality_id, meeting_id) references meetings,
  foreign key (municipality_id, case_id) references cases,
  constraint case_or_topic check ((case_id is null) = (kind = 'topic') and (topic is null) = (kind <> 'topic'))
);
create index agenda_items_of_meeting on agenda_items (municipality_id, meeting_id, position);
create unique index one_item_at_a_time on agenda_items (municipality_id, meeting_id) where state = 'open';

-- Minutes. Never overwritten: each save is a version of its own. About a case it is class 3; about a topic it is the team's.
create table minutes (
  municipality_id uuid not null,
  item_id uuid not null,
  version integer not null check (version >= 1),
  case_id uuid,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (municipality_id, item_id, version),
  foreign key (municipality_id, item_id) references agenda_items,
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, written_by) references people
);

-- What the team agreed with itself, not about a case: approach an absent member, ask the housing corporation to come.
create table team_tasks (
  municipality_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  meeting_id uuid,
  what text not null,
  why text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  result text,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, meeting_id) references meetings,
  foreign key (municipality_id, owner_id) references people,
  constraint closing_needs_a_result check ((state = 'open') = (closed_at is null) and (state = 'open' or result is not null))
);
create index team_tasks_open_of_owner on team_tasks (municipality_id, owner_id, due_on) where state = 'open';

alter table actions add column agreed_in uuid;
alter table actions add foreign key (municipality_id, agreed_in) references meetings;

-- Meetings to which the actor is invited, also without being in the team: a guest sees the meeting and only the items that the guest may hear.
create function ctx.invited() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select array(select i.meeting_id from public.meeting_invitees i where i.municipality_id = ctx.municipality() and i.person_id = ctx.person() and ctx.kind() = 'worker')
$$;
-- Meetings of the actor's own teams.
create function ctx.team_meetings() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select array(select m.id from public.meetings m where m.municipality_id = ctx.municipality() and m.team_id = any (ctx.teams()) and ctx.kind() = 'worker')
$$;
/* Who may hear which item: invitees who now are involved in the case on a valid ground. Told to members of the team, by number only,
   because the coordinator has to seat the right people without reading the case; a guest is told only about the guest. */
create function ctx.audience(meeting uuid) returns table (item_id uuid, person_id uuid) language sql stable security definer set search_path = pg_catalog as $$
  select a.id, i.person_id
  from public.agenda_items a
    join public.meetings m on m.municipality_id = a.municipality_id and m.id = a.meeting_id
    join public.cases k on k.municipality_id = a.municipality_id and k.id = a.case_id
    join public.meeting_invitees p on p.municipality_id = a.municipality_id and p.meeting_id = a.meeting_id
    join public.involvements i on i.municipality_id = a.municipality_id and i.case_id = a.case_id and i.person_id = p.person_id
  where a.municipality_id = ctx.municipality() and a.meeting_id = meeting and ctx.kind() = 'worker'
    and (m.team_id = any (ctx.teams()) or (m.id = any (ctx.invited()) and i.person_id = ctx.person()))
    and i.class >= 3 and i.purpose = k.purpose and i.ended_at is null and i.from_at <= ctx.moment() and i.until_at > ctx.moment()
    and exists (select from public.grounds g where g.municipality_id = i.municipality_id and g.case_id = i.case_id and g.purpose = k.purpose
      and g.withdrawn_at is null and g.from_at <= ctx.moment() and (g.until_at is null or g.until_at > ctx.moment())
      and (g.organization_id = i.organization_id or g.team_id = i.team_id))
  group by a.id, i.person_id
$$;
revoke all on function ctx.invited(), ctx.team_meetings(), ctx.audience(uuid) from public;
grant execute on function ctx.invited(), ctx.team_meetings(), ctx.audience(uuid) to schakelbord_app;

alter table meeting_series enable row level security;
create policy team on meeting_series for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and team_id = any ((select ctx.teams())::uuid[]));
create policy planning on meeting_series for insert with check (municipality_id = (select ctx.municipality()) and team_id = any ((select ctx.coordinates())::uuid[]));
create policy changing on meeting_series for update using (municipality_id = (select ctx.municipality()) and team_id = any ((select ctx.coordinates())::uuid[]));
alter table series_participants enable row level security;
create policy team on series_participants for select using (municipality_id = (select ctx.municipality()) and exists (select from meeting_series s where s.municipality_id = series_participants.municipality_id and s.id = series_id));
create policy planning on series_participants for insert with check (municipality_id = (select ctx.municipality())
  and exists (select from meeting_series s where s.municipality_id = series_participants.municipality_id and s.id = series_id and s.team_id = any ((select ctx.coordinates())::uuid[])));
alter table meetings enable row level security;
create policy team on meetings for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and (team_id = any ((select ctx.teams())::uuid[]) or id = any ((select ctx.invited())::uuid[])));
create policy planning on meetings for insert with check (municipality_id = (select ctx.municipality()) and team_id = any ((select ctx.coordinates())::uuid[]));
create policy changing on meetings for update using (municipality_id = (select ctx.municipality()) and team_id = any ((select ctx.coordinates())::uuid[]));
alter table meeting_invitees enable row level security;
create policy seated on meeting_invitees for select using (municipality_id = (select ctx.municipality())
  and (meeting_id = any ((select ctx.team_meetings())::uuid[]) or meeting_id = any ((select ctx.invited())::uuid[])));
create policy inviting on meeting_invitees for insert with check (municipality_id = (select ctx.municipality())
  and exists (select from meetings m where m.municipality_id = meeting_invitees.municipality_id and m.id = meeting_id and m.team_id = any ((select ctx.coordinates())::uuid[])));
create policy answering on meeting_invitees for update using (municipality_id = (select ctx.municipality()) and (person_id = (select ctx.person())
  or exists (select from meetings m where m.municipality_id = meeting_invitees.municipality_id and m.id = meeting_id and m.team_id = any ((select ctx.coordinates())::uuid[]))));
alter table agenda_items enable row level security;
create policy heard on agenda_items for select using (municipality_id = (select ctx.municipality()) and (meeting_id = any ((select ctx.team_meetings())::uuid[])
  or (meeting_id = any ((select ctx.invited())::uuid[]) and (case_id is null or case_id = any ((select ctx.readable(3::smallint))::uuid[])))));
create policy composing on agenda_items for insert with check (municipality_id = (select ctx.municipality())
  and exists (select from meetings m where m.municipality_id = agenda_items.municipality_id and m.id = meeting_id and m.team_id = any ((select ctx.coordinates())::uuid[])));
create policy chairing on agenda_items for update using (municipality_id = (select ctx.municipality())
  and exists (select from meetings m where m.municipality_id = agenda_items.municipality_id and m.id = meeting_id and m.team_id = any ((select ctx.coordinates())::uuid[])));
create policy removing on agenda_items for delete using (municipality_id = (select ctx.municipality()) and state = 'waiting'
  and exists (select from meetings m where m.municipality_id = agenda_items.municipality_id and m.id = meeting_id and m.team_id = any ((select ctx.coordinates())::uuid[])));
alter table minutes enable row level security;
create policy heard on minutes for select using (municipality_id = (select ctx.municipality())
  and case when case_id is null then exists (select from agenda_items a where a.municipality_id = minutes.municipality_id and a.id = item_id) else case_id = any ((select ctx.readable(3::smallint))::uuid[]) end);
create policy writing on minutes for insert with check (municipality_id = (select ctx.municipality()) and written_by = (select ctx.person())
  and exists (select from agenda_items a where a.municipality_id = minutes.municipality_id and a.id = item_id and a.case_id is not distinct from minutes.case_id)
  and (case_id is null or case_id = any ((select ctx.readable(3::smallint))::uuid[])));
alter table team_tasks enable row level security;
create policy team on team_tasks for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and (team_id = any ((select ctx.teams())::uuid[]) or owner_id = (select ctx.person())));
create policy agreeing on team_tasks for insert with check (municipality_id = (select ctx.municipality()) and team_id = any ((select ctx.teams())::uuid[]));
create policy reporting on team_tasks for update using (municipality_id = (select ctx.municipality()) and (owner_id = (select ctx.person()) or team_id = any ((select ctx.coordinates())::uuid[])));

grant select, insert on meeting_series, series_participants, meetings, meeting_invitees, agenda_items, minutes, team_tasks to schakelbord_app;
grant update (name, goal, every_weeks, starts_at, minutes, place, most_new_cases, fixed_topic, ended_on, version) on meeting_series to schakelbord_app;
grant update (state, started_at, ended_at, version) on meetings to schakelbord_app;
grant update (answer, attended) on meeting_invitees to schakelbord_app;
grant update (state, position, minutes, opened_at, done_at) on agenda_items to schakelbord_app;
grant delete on agenda_items to schakelbord_app;
grant update (state, result, closed_at, owner_id, due_on, version) on team_tasks to schakelbord_app;
