-- What a programme is made of, and what it reached (ACT-08). The programme itself is the `program` of HSDS and goes in and out with its organisation; this stands beside it.
create table programme_contents (
  municipality_id uuid not null,
  program_id uuid not null,
  phases text check (length(phases) between 1 and 2000),
  themes text check (length(themes) between 1 and 2000),
  intake text check (length(intake) between 1 and 1000),
  ended_on date,
  version integer not null default 1,
  primary key (municipality_id, program_id),
  foreign key (municipality_id, program_id) references programs on delete cascade
);
create table programme_periods (
  municipality_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  children integer check (children between 0 and 100000),
  families integer check (families between 0 and 100000),
  nationalities integer check (nationalities between 0 and 250),
  -- children that somebody has an eye on, those that took part included
  in_view integer check (in_view between 0 and 100000),
  results text check (length(results) between 1 and 2000),
  noted_by uuid not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, program_id, from_on),
  foreign key (municipality_id, program_id) references programs on delete cascade,
  foreign key (municipality_id, noted_by) references people,
  constraint taking_part_is_in_view check (in_view >= children)
);
create index periods_by_noter on programme_periods (municipality_id, noted_by);

/* Keeps the directory, or looks after the organisation of this programme. */
create function ctx.edits_programme(programme uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select ctx.edits('organization', (select p.organization_id from programs p where p.municipality_id = ctx.municipality() and p.id = programme))
    and exists (select from programs p where p.municipality_id = ctx.municipality() and p.id = programme)
$$;

alter table programme_contents enable row level security;
create policy with_programme on programme_contents for select using (municipality_id = (select ctx.municipality()) and exists (select from programs p where p.municipality_id = programme_contents.municipality_id and p.id = programme_contents.program_id));
create policy keeping on programme_contents for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
-- Exact numbers are for who keeps them. Everybody else asks ctx.programme_reach.
alter table programme_periods enable row level security;
create policy keeping on programme_periods for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or ctx.edits_programme(program_id)))
  with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or ctx.edits_programme(program_id)));
grant select, insert, update, delete on programme_contents, programme_periods to schakelbord_app;

-- A number about people, in fives; 0 for fewer than `fewest`, which may be none.
create function directory.in_fives(number integer, fewest integer) returns integer language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when number is null then null when number < fewest then 0 else 5 * round(number / 5.0)::integer end
$$;

/* What a programme reached, as far as it tells of nobody: in fives, never fewer than ten, and than five for professionals; who is in view stays out when it would tell how few did not take part. Results in words are for professionals. */
create function ctx.programme_reach(programme uuid) returns table (from_on date, until_on date, children integer, families integer, nationalities integer, in_view integer, results text) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select r.from_on, r.until_on, directory.in_fives(r.children, l.fewest), directory.in_fives(r.families, l.fewest), directory.in_fives(r.nationalities, l.fewest),
    case when r.in_view - r.children between 1 and l.fewest - 1 then 0 else directory.in_fives(r.in_view, l.fewest) end, case when ctx.kind() = 'worker' then r.results end
  from programme_periods r
    join programs p on p.municipality_id = r.municipality_id and p.id = r.program_id
    join organizations o on o.municipality_id = p.municipality_id and o.id = p.organization_id and o.state = 'published' and (o.visibility = 'public' or ctx.kind() = 'worker')
    cross join (select case when ctx.kind() = 'worker' then 5 else 10 end as fewest) l
  where r.municipality_id = ctx.municipality() and r.program_id = programme
  order by r.from_on desc
$$;
revoke all on function ctx.edits_programme(uuid), directory.in_fives(integer, integer), ctx.programme_reach(uuid) from public;
grant execute on function ctx.edits_programme(uuid), ctx.programme_reach(uuid) to schakelbord_app;
