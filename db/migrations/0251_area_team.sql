-- Which kind of team fits the area of a plan: every choice with its reasons stays, the newest counts.
create table area_plan_team_choices (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  model text not null check (model in ('generalists', 'core-and-ring', 'specialists', 'second-line')),
  reasons text not null check (length(reasons) between 1 and 1000),
  -- what expertise was asked for on that day, in both languages, and where it was put
  expertise jsonb not null check (jsonb_typeof(expertise) = 'array' and jsonb_array_length(expertise) <= 100),
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, plan_id) references area_plans,
  foreign key (municipality_id, by_id) references people
);
create index team_choices_of_plan on area_plan_team_choices (municipality_id, plan_id, at desc);

create trigger counting after insert on area_plan_team_choices for each row execute function ctx.count_plan_change();

alter table area_plan_team_choices enable row level security;
create policy working on area_plan_team_choices for select using (municipality_id = (select ctx.municipality())
  and exists (select from area_plans p where p.municipality_id = area_plan_team_choices.municipality_id and p.id = area_plan_team_choices.plan_id));
create policy choosing on area_plan_team_choices for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and by_id = (select ctx.person())
  and exists (select from area_plans p where p.municipality_id = area_plan_team_choices.municipality_id and p.id = area_plan_team_choices.plan_id and p.ended_on is null and p.area_id = any ((select ctx.plan_areas_led())::uuid[])));

grant select, insert on area_plan_team_choices to schakelbord_app;
