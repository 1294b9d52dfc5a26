-- The analysis in the plan of an area: judgements in words under three heads, each standing on evidence as it stood when somebody judged.
-- Evidence is a copy: what was said of a figure, a need, a wish or a text, with its source and day. It holds no person and no count below the threshold of its own source.
create table area_plan_points (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  -- what is present and what is needed are answered apart
  head text not null check (head in ('present', 'needed', 'infrastructure')),
  verdict text not null check (verdict in ('strength', 'worry', 'unknown')),
  statement text not null check (length(statement) between 1 and 300),
  explained text check (length(explained) between 1 and 1000),
  evidence jsonb not null check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) <= 40),
  version integer not null default 1,
  by_id uuid not null,
  at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz,
  -- a point that no longer holds stays, with why
  withdrawn_on date,
  withdrawn_because text check (length(withdrawn_because) between 1 and 300),
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, id),
  foreign key (municipality_id, plan_id) references area_plans,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, changed_by) references people,
  constraint a_judgement_stands_on_evidence check (verdict = 'unknown' or jsonb_array_length(evidence) > 0),
  constraint changed_by_somebody check ((changed_by is null) = (changed_at is null)),
  constraint withdrawn_with_a_reason check ((withdrawn_on is null) = (withdrawn_because is null))
);
create index plan_points_of_plan on area_plan_points (municipality_id, plan_id);

-- Which points of the analysis a goal answers.
create table area_plan_goal_points (
  municipality_id uuid not null,
  plan_id uuid not null,
  goal_id uuid not null,
  point_id uuid not null,
  primary key (municipality_id, goal_id, point_id),
  foreign key (municipality_id, plan_id, goal_id) references area_plan_goals (municipality_id, plan_id, id),
  foreign key (municipality_id, plan_id, point_id) references area_plan_points (municipality_id, plan_id, id)
);
create index goals_of_point on area_plan_goal_points (municipality_id, point_id);

create trigger counting after insert or update or delete on area_plan_points for each row execute function ctx.count_plan_change();
create trigger counting after insert or delete on area_plan_goal_points for each row execute function ctx.count_plan_change();

do $$
declare
  name text;
  of_plan text := 'municipality_id = (select ctx.municipality()) and exists (select from area_plans p where p.municipality_id = %1$I.municipality_id and p.id = %1$I.plan_id';
begin
  foreach name in array array['area_plan_points', 'area_plan_goal_points'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy working on %1$I for select using (' || of_plan || '))', name);
  end loop;
  execute format('create policy writing on %1$I for insert with check ((select ctx.kind()) = ''worker'' and by_id = (select ctx.person()) and ' || of_plan || ' and p.ended_on is null))', 'area_plan_points');
  execute format('create policy changing on %1$I for update using ((select ctx.kind()) = ''worker'' and ' || of_plan || ' and p.ended_on is null)) with check (municipality_id = (select ctx.municipality()) and changed_by = (select ctx.person()))', 'area_plan_points');
  execute format('create policy writing on %1$I for insert with check ((select ctx.kind()) = ''worker'' and ' || of_plan || ' and p.ended_on is null))', 'area_plan_goal_points');
  execute format('create policy taking_back on %1$I for delete using ((select ctx.kind()) = ''worker'' and ' || of_plan || ' and p.ended_on is null))', 'area_plan_goal_points');
end $$;

grant select, insert on area_plan_points, area_plan_goal_points to schakelbord_app;
grant update (verdict, statement, explained, evidence, version, changed_by, changed_at, withdrawn_on, withdrawn_because) on area_plan_points to schakelbord_app;
grant delete on area_plan_goal_points to schakelbord_app;
