-- What will be done in an area: one plan at a time, with goals, the actions that serve them, and what of it everybody reads.
-- A plan is about an area and its groups, never about one person. It is for who works in that area; everybody else reads what was published, which is a copy of its own.

create table area_plans (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  area_id uuid not null,
  from_year smallint not null,
  until_year smallint not null,
  about text not null check (length(about) between 1 and 600),
  -- the edition of the neighbourhood map that it was made from
  map_id uuid,
  -- counts every change of the plan and of what is in it, so that nobody publishes or changes what they did not see
  version integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  outcome text check (length(outcome) between 1 and 1000),
  primary key (municipality_id, id),
  unique (municipality_id, id, area_id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, opened_by) references people,
  foreign key (municipality_id, ended_by) references people,
  constraint years_in_order check (from_year between 2000 and 2150 and until_year between from_year and from_year + 20),
  constraint ended_with_an_outcome check ((ended_on is null) = (outcome is null) and (ended_on is null) = (ended_by is null))
);
create unique index one_plan_at_a_time on area_plans (municipality_id, area_id) where ended_on is null;

create table area_plan_goals (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  goal text not null check (length(goal) between 1 and 300),
  -- how one sees that it was reached
  sign text not null check (length(sign) between 1 and 300),
  term text not null check (term in ('short', 'medium', 'long')),
  target_year smallint not null check (target_year between 2000 and 2200),
  state text not null default 'planned' check (state in ('planned', 'running', 'reached', 'stopped')),
  explained text check (length(explained) between 1 and 600),
  version integer not null default 1,
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, id),
  foreign key (municipality_id, plan_id) references area_plans,
  foreign key (municipality_id, by_id) references people,
  constraint stopped_with_a_reason check (state <> 'stopped' or explained is not null)
);

create table area_plan_actions (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  goal_id uuid,
  what text not null check (length(what) between 1 and 300),
  -- the problem or health risk that it is against
  problem text not null check (length(problem) between 1 and 300),
  for_whom text not null check (length(for_whom) between 1 and 200),
  moment text not null check (length(moment) between 1 and 120),
  organization_id uuid,
  party text check (length(party) between 1 and 160),
  owner_id uuid not null,
  next_on date,
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'stopped')),
  result text check (length(result) between 1 and 1000),
  closed_on date,
  version integer not null default 1,
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, plan_id) references area_plans,
  foreign key (municipality_id, plan_id, goal_id) references area_plan_goals (municipality_id, plan_id, id),
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, owner_id) references people,
  foreign key (municipality_id, by_id) references people,
  constraint somebody_does_it check (organization_id is not null or party is not null),
  constraint open_has_a_next_date check ((state in ('planned', 'running')) = (next_on is not null)),
  constraint closed_has_a_result check (state in ('planned', 'running') or result is not null),
  constraint closed_has_a_day check ((state in ('done', 'stopped')) = (closed_on is not null))
);
create index plan_goals_of_plan on area_plan_goals (municipality_id, plan_id);
create index plan_actions_of_plan on area_plan_actions (municipality_id, plan_id);
create index plan_actions_of_owner on area_plan_actions (municipality_id, owner_id, next_on) where next_on is not null;

-- What everybody reads of a plan: a copy from the moment of publishing, without the colleagues who own the actions.
create table area_plan_publications (
  municipality_id uuid not null,
  plan_id uuid not null,
  area_id uuid not null,
  from_year smallint not null,
  version integer not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (municipality_id, plan_id),
  foreign key (municipality_id, plan_id, area_id) references area_plans (municipality_id, id, area_id),
  foreign key (municipality_id, published_by) references people
);
create index publications_of_area on area_plan_publications (municipality_id, area_id, from_year desc);

-- Areas in whose plan the actor works: with the team of the area or of the area around it, or as neighbourhood manager.
create function ctx.plan_areas() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array(
    select a.id from public.areas a
    where a.municipality_id = ctx.municipality() and a.kind <> 'municipality' and ctx.reads_maps()
      and ((ctx.kind() = 'worker' and ctx.role() = 'neighbourhood-manager')
        or exists (select from public.teams t where t.municipality_id = a.municipality_id and t.id = any (ctx.teams()) and t.area_id in (a.id, a.parent_id)))), '{}')
$$;
-- Areas whose plan the actor publishes: as coordinator of that team, or as neighbourhood manager.
create function ctx.plan_areas_led() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array(
    select a.id from public.areas a
    where a.municipality_id = ctx.municipality() and a.kind <> 'municipality' and ctx.reads_maps() and ctx.kind() = 'worker'
      and (ctx.role() = 'neighbourhood-manager'
        or exists (select from public.teams t where t.municipality_id = a.municipality_id and t.id = any (ctx.coordinates()) and t.area_id in (a.id, a.parent_id)))), '{}')
$$;

/* What changes in a plan, changes the plan. */
create function ctx.count_plan_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.area_plans p set version = p.version + 1 where p.municipality_id = coalesce(new.municipality_id, old.municipality_id) and p.id = coalesce(new.plan_id, old.plan_id);
  return null;
end $$;
create trigger counting after insert or update or delete on area_plan_goals for each row execute function ctx.count_plan_change();
create trigger counting after insert or update or delete on area_plan_actions for each row execute function ctx.count_plan_change();

revoke all on function ctx.plan_areas(), ctx.plan_areas_led(), ctx.count_plan_change() from public;
grant execute on function ctx.plan_areas(), ctx.plan_areas_led() to schakelbord_app;

alter table area_plans enable row level security;
create policy working on area_plans for select using (municipality_id = (select ctx.municipality()) and area_id = any ((select ctx.plan_areas())::uuid[]));
create policy opening on area_plans for insert with check (municipality_id = (select ctx.municipality()) and area_id = any ((select ctx.plan_areas_led())::uuid[]) and opened_by = (select ctx.person()) and ended_on is null);
create policy writing on area_plans for update using (municipality_id = (select ctx.municipality()) and area_id = any ((select ctx.plan_areas())::uuid[]) and (select ctx.kind()) = 'worker' and ended_on is null)
  with check (municipality_id = (select ctx.municipality()) and area_id = any ((select ctx.plan_areas())::uuid[])
    and (ended_on is null or (ended_by = (select ctx.person()) and area_id = any ((select ctx.plan_areas_led())::uuid[]))));

do $$
declare
  name text;
  of_plan text := 'municipality_id = (select ctx.municipality()) and exists (select from area_plans p where p.municipality_id = %1$I.municipality_id and p.id = %1$I.plan_id';
begin
  foreach name in array array['area_plan_goals', 'area_plan_actions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy working on %1$I for select using (' || of_plan || '))', name);
    execute format('create policy writing on %1$I for insert with check ((select ctx.kind()) = ''worker'' and by_id = (select ctx.person()) and ' || of_plan || ' and p.ended_on is null))', name);
    execute format('create policy changing on %1$I for update using ((select ctx.kind()) = ''worker'' and ' || of_plan || ' and p.ended_on is null)) with check (municipality_id = (select ctx.municipality()))', name);
  end loop;
end $$;

alter table area_plan_publications enable row level security;
create policy everybody on area_plan_publications for select using (municipality_id = (select ctx.municipality()));
create policy publishing on area_plan_publications for insert with check (municipality_id = (select ctx.municipality()) and published_by = (select ctx.person())
  and exists (select from area_plans p where p.municipality_id = area_plan_publications.municipality_id and p.id = area_plan_publications.plan_id and p.area_id = any ((select ctx.plan_areas_led())::uuid[])));
create policy publishing_again on area_plan_publications for update using (municipality_id = (select ctx.municipality())
  and exists (select from area_plans p where p.municipality_id = area_plan_publications.municipality_id and p.id = area_plan_publications.plan_id and p.area_id = any ((select ctx.plan_areas_led())::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and published_by = (select ctx.person()));
create policy taking_back on area_plan_publications for delete using (municipality_id = (select ctx.municipality())
  and exists (select from area_plans p where p.municipality_id = area_plan_publications.municipality_id and p.id = area_plan_publications.plan_id and p.area_id = any ((select ctx.plan_areas_led())::uuid[])));

grant select, insert on area_plans, area_plan_goals, area_plan_actions to schakelbord_app;
grant update (from_year, until_year, about, map_id, version, ended_on, ended_by, outcome) on area_plans to schakelbord_app;
grant update (goal, sign, term, target_year, state, explained, version) on area_plan_goals to schakelbord_app;
grant update (goal_id, what, problem, for_whom, moment, organization_id, party, owner_id, next_on, state, result, closed_on, version) on area_plan_actions to schakelbord_app;
grant select, insert, delete on area_plan_publications to schakelbord_app;
grant update (from_year, version, content, published_by, published_at) on area_plan_publications to schakelbord_app;
