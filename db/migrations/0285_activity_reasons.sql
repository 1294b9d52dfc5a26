-- Why an activity or a programme is there: the need that was asked for and the profile of the area that it answers, in one sentence for everybody.
-- What it rests on is a copy of what everybody may read; points of the analysis of a plan are named beside it, for who works on that plan.
create table activity_reasons (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  service_id uuid,
  program_id uuid,
  area_id uuid not null,
  because text not null check (length(because) between 1 and 240),
  rests_on jsonb not null check (jsonb_typeof(rests_on) = 'array' and jsonb_array_length(rests_on) <= 20),
  by_id uuid not null,
  at timestamptz not null,
  ended_on date,
  ended_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, program_id) references programs on delete cascade,
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, ended_by) references people,
  constraint of_one_thing check ((service_id is null) <> (program_id is null)),
  constraint ended_by_somebody check ((ended_on is null) = (ended_by is null))
);
create index reasons_of_service on activity_reasons (municipality_id, service_id) where ended_on is null;
create index reasons_of_programme on activity_reasons (municipality_id, program_id) where ended_on is null;
create index reasons_of_area on activity_reasons (municipality_id, area_id) where ended_on is null;

create table activity_reason_points (
  municipality_id uuid not null,
  reason_id uuid not null,
  point_id uuid not null,
  primary key (municipality_id, reason_id, point_id),
  foreign key (municipality_id, reason_id) references activity_reasons on delete cascade,
  foreign key (municipality_id, point_id) references area_plan_points
);
create index reasons_of_point on activity_reason_points (municipality_id, point_id);

-- Does the actor say why this is there? Who keeps it, and who works in the area whose need it answers.
create function ctx.gives_reason(service uuid, program uuid, area uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select ctx.kind() = 'worker' and (area = any (ctx.plan_areas()) or (service is not null and ctx.edits('service', service)) or (program is not null and ctx.edits_programme(program)))
$$;
revoke all on function ctx.gives_reason(uuid, uuid, uuid) from public;
grant execute on function ctx.gives_reason(uuid, uuid, uuid) to schakelbord_app;

alter table activity_reasons enable row level security;
-- As far as the thing itself can be seen; the database decides that for each.
create policy everybody on activity_reasons for select using (municipality_id = (select ctx.municipality())
  and (service_id is null or exists (select from services s where s.municipality_id = activity_reasons.municipality_id and s.id = activity_reasons.service_id))
  and (program_id is null or exists (select from programs p where p.municipality_id = activity_reasons.municipality_id and p.id = activity_reasons.program_id)));
create policy giving on activity_reasons for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and ended_on is null and ctx.gives_reason(service_id, program_id, area_id));
create policy ending on activity_reasons for update using (municipality_id = (select ctx.municipality()) and ended_on is null and ctx.gives_reason(service_id, program_id, area_id))
  with check (municipality_id = (select ctx.municipality()) and ended_by = (select ctx.person()));

alter table activity_reason_points enable row level security;
-- A point is named only to who reads the plan it is in.
create policy working on activity_reason_points for select using (municipality_id = (select ctx.municipality()) and exists (select from area_plan_points n where n.municipality_id = activity_reason_points.municipality_id and n.id = activity_reason_points.point_id));
create policy giving on activity_reason_points for insert with check (municipality_id = (select ctx.municipality())
  and exists (select from area_plan_points n where n.municipality_id = activity_reason_points.municipality_id and n.id = activity_reason_points.point_id)
  and exists (select from activity_reasons r where r.municipality_id = activity_reason_points.municipality_id and r.id = activity_reason_points.reason_id and r.by_id = (select ctx.person())));

grant select, insert on activity_reasons, activity_reason_points to schakelbord_app;
grant update (ended_on, ended_by) on activity_reasons to schakelbord_app;
