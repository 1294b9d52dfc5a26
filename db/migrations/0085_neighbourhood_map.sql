-- The neighbourhood map (wijkkaart): one document for each area and edition, written together, published section by section.
-- Nothing in these tables is about one person: whoever speaks does so by role, and colleagues stand here only as author.

create table neighbourhood_maps (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  area_id uuid not null,
  edition smallint not null check (edition between 2000 and 2100),
  opened_at timestamptz not null,
  opened_by uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, area_id, edition),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, opened_by) references people
);

-- Chapters 1 to 5 are the fixed format; 6 is what is made of it. `version` counts texts; what the public reads may be an older one.
create table map_sections (
  municipality_id uuid not null,
  map_id uuid not null,
  key text not null check (key in ('1-1', '1-2', '2-1', '2-2', '2-3', '2-4', '3-1', '3-2', '3-3', '3-4', '4-1', '4-2', '4-3', '4-4', '4-5', '5-1', '6-1', '6-2', '6-3', '6-4', '6-5', '6-6')),
  status text not null default 'empty' check (status in ('empty', 'draft', 'ready', 'published')),
  version integer not null default 0 check (version >= 0),
  current_version integer generated always as (nullif(version, 0)) stored,
  published_version integer,
  published_at timestamptz,
  published_by uuid,
  primary key (municipality_id, map_id, key),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, published_by) references people,
  constraint empty_has_no_text check ((status = 'empty') = (version = 0)),
  constraint published_is_whole check (num_nulls(published_version, published_at, published_by) in (0, 3)),
  constraint published_is_true check (status <> 'published' or published_version = version)
);

-- Every text that ever stood in a section. Only added to.
create table map_section_versions (
  municipality_id uuid not null,
  map_id uuid not null,
  key text not null,
  version integer not null check (version > 0),
  body text not null check (length(body) between 1 and 8000),
  source text not null check (length(source) between 1 and 300),
  made text not null check (made in ('written', 'restored', 'copied')),
  restored_from integer,
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, map_id, key, version),
  foreign key (municipality_id, map_id, key) references map_sections,
  foreign key (municipality_id, by_id) references people,
  constraint restored_says_from check ((made = 'restored') = (restored_from is not null))
);
-- A version without its text cannot be committed.
alter table map_sections
  add constraint current_text foreign key (municipality_id, map_id, key, current_version) references map_section_versions deferrable initially deferred,
  add constraint published_text foreign key (municipality_id, map_id, key, published_version) references map_section_versions;

-- What people add beside the text, each with its source: never merged into one opinion.
create table map_contributions (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  key text not null,
  kind text not null check (kind in ('story', 'quote', 'knowledge', 'opinion', 'place', 'risk-group', 'make-up', 'finding')),
  -- what it is about: the described place, the group, the subject
  about text check (length(about) between 1 and 160),
  body text not null check (length(body) between 1 and 2000),
  -- who speaks, by role and never by name
  voice text check (voice in ('residents', 'neighbours', 'clients', 'volunteers', 'key-figure', 'professional', 'reputation')),
  said_by text check (length(said_by) between 1 and 120),
  said_on date,
  source text check (length(source) between 1 and 300),
  theme text check (length(theme) between 1 and 60),
  sort text check (sort in ('hotspot', 'meeting-place', 'strain', 'help', 'nuisance', 'safety', 'police', 'attachment', 'satisfaction')),
  scale text check (scale in ('block', 'street', 'sub-area', 'neighbourhood', 'city')),
  criteria text[] not null default '{}',
  permission_on date,
  permission_how text check (permission_how in ('spoken', 'written')),
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text check (length(withdrawn_because) between 1 and 300),
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id, key) references map_sections,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, withdrawn_by) references people,
  constraint withdrawn_is_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)),
  constraint told_with_permission check (kind not in ('story', 'quote') or num_nulls(permission_on, permission_how, said_by, said_on) = 0),
  constraint knowledge_says_who_and_when check (kind <> 'knowledge' or (voice in ('professional', 'key-figure') and num_nulls(said_by, said_on) = 0)),
  constraint opinion_has_a_source check (kind <> 'opinion' or num_nulls(about, voice, source) = 0),
  constraint place_is_described check (kind <> 'place' or (sort in ('hotspot', 'meeting-place') and num_nulls(about, scale, source) = 0)),
  constraint risk_group_has_criteria check (kind <> 'risk-group' or (num_nulls(about, theme, source) = 0 and cardinality(criteria) > 0)),
  constraint make_up_has_a_sort check (kind <> 'make-up' or (sort in ('strain', 'help') and num_nulls(about, source) = 0)),
  constraint finding_has_a_sort check (kind <> 'finding' or (sort in ('nuisance', 'safety', 'police', 'attachment', 'satisfaction') and source is not null))
);
create index contributions_of_map on map_contributions (municipality_id, map_id, key);

-- How parties cooperate: a short enquiry among those who work together. Of the answers only numbers are kept, not about whom.
create table cooperation_enquiries (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  opened_on date not null,
  closes_on date not null check (closes_on > opened_on),
  opened_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, opened_by) references people
);
create table cooperation_answers (
  municipality_id uuid not null,
  enquiry_id uuid not null,
  person_id uuid not null,
  others smallint not null check (others > 0),
  know smallint not null check (know between 0 and others),
  mobile smallint not null check (mobile between 0 and others),
  call smallint not null check (call between 0 and others),
  at timestamptz not null,
  primary key (municipality_id, enquiry_id, person_id),
  foreign key (municipality_id, enquiry_id) references cooperation_enquiries,
  foreign key (municipality_id, person_id) references people
);

-- The future: scenarios, what each party thinks of them, which one was chosen and why, and the goals of the years to come.
create table map_scenarios (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) between 1 and 2000),
  horizon smallint not null check (horizon between 2000 and 2150),
  rests_on text[] not null check (cardinality(rests_on) > 0),
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, by_id) references people
);
create table scenario_positions (
  municipality_id uuid not null,
  id uuid not null,
  scenario_id uuid not null,
  party text not null check (party in ('municipality', 'providers', 'insurer', 'residents')),
  stance text not null check (stance in ('for', 'conditions', 'against', 'undecided')),
  reason text not null check (length(reason) between 1 and 1000),
  source text not null check (length(source) between 1 and 300),
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, scenario_id) references map_scenarios,
  foreign key (municipality_id, by_id) references people
);
create index positions_of_scenario on scenario_positions (municipality_id, scenario_id, at);
create table scenario_choices (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  scenario_id uuid not null,
  reasons text not null check (length(reasons) between 1 and 2000),
  decided_by text not null check (length(decided_by) between 1 and 160),
  decided_on date not null,
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, scenario_id) references map_scenarios,
  foreign key (municipality_id, by_id) references people
);
create table map_goals (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  scenario_id uuid,
  term text not null check (term in ('short', 'medium', 'long')),
  goal text not null check (length(goal) between 1 and 300),
  sign text not null check (length(sign) between 1 and 300),
  who text not null check (length(who) between 1 and 160),
  from_year smallint not null check (from_year between 2000 and 2150),
  until_year smallint not null check (until_year >= from_year and until_year <= 2150),
  rests_on text[] not null check (cardinality(rests_on) > 0),
  state text not null default 'planned' check (state in ('planned', 'running', 'reached', 'stopped')),
  explained text check (length(explained) between 1 and 500),
  version integer not null default 1,
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, scenario_id) references map_scenarios,
  foreign key (municipality_id, by_id) references people,
  constraint stopped_is_explained check (state <> 'stopped' or explained is not null)
);
create index scenarios_of_map on map_scenarios (municipality_id, map_id);
create index choices_of_map on scenario_choices (municipality_id, map_id, at);
create index goals_of_map on map_goals (municipality_id, map_id);
create index enquiries_of_map on cooperation_enquiries (municipality_id, map_id, opened_on);

-- Who works with maps at all; rights to administer or to audit are none to read drafts.
create function ctx.reads_maps() returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce(ctx.kind() in ('worker', 'volunteer') and ctx.role() in ('professional', 'coordinator', 'partner', 'volunteer', 'neighbourhood-manager', 'information-manager'), false)
$$;
-- The team of the area writes, and the neighbourhood manager.
create function ctx.writes_map(map uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce(ctx.kind() = 'worker' and (ctx.role() = 'neighbourhood-manager' or exists (
    select from public.neighbourhood_maps m join public.teams t on t.municipality_id = m.municipality_id and t.area_id = m.area_id
    where m.municipality_id = ctx.municipality() and m.id = map and t.id = any (ctx.teams()))), false)
$$;
create function ctx.publishes_map(map uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce(ctx.kind() = 'worker' and (ctx.role() = 'neighbourhood-manager' or exists (
    select from public.neighbourhood_maps m join public.teams t on t.municipality_id = m.municipality_id and t.area_id = m.area_id
    where m.municipality_id = ctx.municipality() and m.id = map and t.id = any (ctx.coordinates()))), false)
$$;
-- Core and shell of the teams of the area: who is asked how cooperation goes.
create function ctx.asked_for_map(map uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select exists (select from public.neighbourhood_maps m join public.teams t on t.municipality_id = m.municipality_id and t.area_id = m.area_id
    join public.team_members p on p.municipality_id = t.municipality_id and p.team_id = t.id
    where m.municipality_id = ctx.municipality() and m.id = map and p.person_id = ctx.person() and p.from_on <= ctx.today() and (p.until_on is null or p.until_on >= ctx.today()))
$$;

/* Shows the present text of a section to everybody, with all that was added beside it, or takes the section back.
   Answers false when the section changed in the meantime, is not ready, or is not the actor's to publish. */
create function ctx.publish_section(map uuid, section text, seen_version integer, shown boolean) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  moment timestamptz := ctx.moment();
begin
  if not ctx.publishes_map(map) then return false; end if;
  if not shown then
    update public.map_sections s set published_version = null, published_at = null, published_by = null, status = case when s.status = 'published' then 'ready' else s.status end
      where s.municipality_id = municipality and s.map_id = map and s.key = section and s.version = seen_version and s.published_version is not null;
    return found;
  end if;
  update public.map_sections s set published_version = s.version, published_at = moment, published_by = ctx.person(), status = 'published'
    where s.municipality_id = municipality and s.map_id = map and s.key = section and s.version = seen_version and s.status in ('ready', 'published');
  if not found then return false; end if;
  update public.map_contributions c set published_at = moment where c.municipality_id = municipality and c.map_id = map and c.key = section and c.published_at is null and c.withdrawn_at is null;
  if section = '6-5' then
    update public.map_scenarios s set published_at = moment where s.municipality_id = municipality and s.map_id = map and s.published_at is null;
    update public.scenario_positions p set published_at = moment from public.map_scenarios s
      where p.municipality_id = municipality and s.municipality_id = municipality and s.id = p.scenario_id and s.map_id = map and p.published_at is null;
    update public.scenario_choices c set published_at = moment where c.municipality_id = municipality and c.map_id = map and c.published_at is null;
  elsif section = '6-6' then
    update public.map_goals g set published_at = moment where g.municipality_id = municipality and g.map_id = map and g.published_at is null;
  end if;
  return true;
end $$;

/* How cooperation goes, of the last enquiry of a map that is over. Shares of all pairs that were asked about, rounded to 5.
   Below 5 answers nothing is told to colleagues, below 10 nothing to the public; while it runs nothing to anybody, because the difference between two moments is one answer. */
create function ctx.cooperation(map uuid) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  with last as (
    select e.id, e.closes_on from public.cooperation_enquiries e
    where e.municipality_id = ctx.municipality() and e.map_id = map and e.closes_on < ctx.today() order by e.closes_on desc, e.id limit 1
  ), summed as (
    select count(*) as answers, sum(a.others) as others, sum(a.know) as know, sum(a.mobile) as mobile, sum(a.call) as call
    from public.cooperation_answers a join last on a.enquiry_id = last.id where a.municipality_id = ctx.municipality()
  )
  select jsonb_build_object('closedOn', last.closes_on, 'enough', enough.it,
    'answers', case when enough.it then s.answers / 5 * 5 end,
    'know', case when enough.it then round(s.know * 20.0 / s.others) * 5 end,
    'mobile', case when enough.it then round(s.mobile * 20.0 / s.others) * 5 end,
    'call', case when enough.it then round(s.call * 20.0 / s.others) * 5 end)
  from last, summed s, lateral (select s.answers >= case when ctx.reads_maps() then 5 else 10 end as it) enough
$$;

-- Frozen counts of a month that is over. The application has no right on anything in this schema.
create schema cubes;
create table cubes.months (
  municipality_id uuid not null references public.municipalities,
  month date not null check (extract(day from month) = 1),
  frozen_at timestamptz not null,
  primary key (municipality_id, month)
);
create table cubes.open_signals (
  municipality_id uuid not null,
  month date not null,
  area_id uuid not null,
  theme text not null,
  signals integer not null check (signals > 0),
  primary key (municipality_id, month, area_id, theme),
  foreign key (municipality_id, month) references cubes.months,
  foreign key (municipality_id, area_id) references public.areas
);

/* Counts once how many signals were open when the month ended, by theme, for the areas directly below the municipality: one partition, so that no area can be taken from another. */
create function cubes.freeze(municipality uuid, of_month date, moment timestamptz) returns void language plpgsql volatile set search_path = pg_catalog as $$
declare
  ended timestamptz := (of_month + interval '1 month') at time zone 'Europe/Amsterdam';
begin
  insert into cubes.months values (municipality, of_month, moment) on conflict do nothing;
  if not found then return; end if;
  insert into cubes.open_signals
    with recursive top as (
      select a.id, a.id as top_id from public.areas a join public.areas m on m.municipality_id = a.municipality_id and m.id = a.parent_id
        where a.municipality_id = municipality and m.kind = 'municipality'
      union all
      select a.id, top.top_id from public.areas a join top on a.parent_id = top.id where a.municipality_id = municipality
    )
    select municipality, of_month, top.top_id, theme, count(distinct s.id)
    from public.signals s
      join public.teams t on t.municipality_id = s.municipality_id and t.id = s.team_id
      join top on top.id = coalesce(s.area_id, t.area_id)
      join public.signal_contents c on c.municipality_id = s.municipality_id and c.signal_id = s.id
      left join lateral (select w.themes from public.signal_assessments w where w.municipality_id = s.municipality_id and w.signal_id = s.id and w.at < ended order by w.at desc limit 1) weighed on true
      cross join lateral unnest(coalesce(weighed.themes, c.themes)) theme
    where s.municipality_id = municipality and s.received_at < ended and (s.finished_at is null or s.finished_at >= ended)
    group by top.top_id, theme;
end $$;

create function cubes.rounded(count integer) returns integer language sql immutable set search_path = pg_catalog as $$ select (round(count / 5.0) * 5)::integer $$;

/* May the total stand beside the parts? Only when every part that is withheld can still be anything from 0 to just under the threshold,
   for somebody who subtracts all rounded numbers from the rounded total. */
create function cubes.total_is_safe(counts integer[], threshold integer) returns boolean language plpgsql immutable set search_path = pg_catalog as $$
declare
  total integer := (select coalesce(sum(n), 0) from unnest(counts) n);
  withheld integer := (select count(*) from unnest(counts) n where n < threshold);
  lowest integer;
  highest integer;
begin
  if total < threshold then return false; end if;
  if withheld = 0 then return true; end if;
  lowest := greatest(threshold, cubes.rounded(total) - 2) - (select coalesce(sum(cubes.rounded(n) + 2), 0) from unnest(counts) n where n >= threshold);
  highest := cubes.rounded(total) + 2 - (select coalesce(sum(greatest(threshold, cubes.rounded(n) - 2)), 0) from unnest(counts) n where n >= threshold);
  return lowest - (withheld - 1) * (threshold - 1) <= 0 and highest >= threshold - 1;
end $$;

/* What may be shown of counts of one theme over areas that do not overlap: each rounded to 5 or withheld, and last their total.
   The public never sees a total that colleagues, who see smaller parts, could subtract from. */
create function cubes.shown(counts integer[], threshold integer) returns integer[] language sql immutable set search_path = pg_catalog as $$
  select array(select case when n >= threshold then cubes.rounded(n) end from unnest(counts) with ordinality as u (n, place) order by place)
    || case when cubes.total_is_safe(counts, threshold) and cubes.total_is_safe(counts, 5) then (select cubes.rounded(sum(n)::integer) from unnest(counts) n) end
$$;

/* Open signals by theme when a month ended, for the areas directly below the municipality and for all of them together (area null).
   Gives no row of a signal and no number below the threshold: 5 for colleagues, 10 for everybody else. Only months that are over, two years back. */
create function ctx.open_signals(of_month date) returns table (area_id uuid, theme text, signals integer) language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  threshold integer := case when ctx.reads_maps() then 5 else 10 end;
  areas uuid[];
begin
  if municipality is null or extract(day from of_month) <> 1 or of_month + interval '1 month' > ctx.today() or of_month < ctx.today() - interval '25 months' then return; end if;
  perform cubes.freeze(municipality, of_month, ctx.moment());
  areas := array(select a.id from public.areas a join public.areas m on m.municipality_id = a.municipality_id and m.id = a.parent_id
    where a.municipality_id = municipality and m.kind = 'municipality' order by a.id);
  return query
    select places.area, themes.theme, places.shown
    from (select distinct o.theme from cubes.open_signals o where o.municipality_id = municipality and o.month = of_month) themes
      cross join lateral (select cubes.shown(array(
        select coalesce((select o.signals from cubes.open_signals o where o.municipality_id = municipality and o.month = of_month and o.theme = themes.theme and o.area_id = one.id), 0)
        from unnest(areas) with ordinality as one (id, place) order by one.place), threshold) as numbers) cells
      cross join lateral (select u.area, u.shown from unnest(areas || null::uuid, cells.numbers) as u (area, shown)) places;
end $$;

revoke all on function ctx.reads_maps(), ctx.writes_map(uuid), ctx.publishes_map(uuid), ctx.asked_for_map(uuid), ctx.publish_section(uuid, text, integer, boolean), ctx.cooperation(uuid), ctx.open_signals(date),
  cubes.freeze(uuid, date, timestamptz), cubes.rounded(integer), cubes.total_is_safe(integer[], integer), cubes.shown(integer[], integer) from public;
grant execute on function ctx.reads_maps(), ctx.writes_map(uuid), ctx.publishes_map(uuid), ctx.asked_for_map(uuid), ctx.publish_section(uuid, text, integer, boolean), ctx.cooperation(uuid), ctx.open_signals(date) to schakelbord_app;

do $$
declare
  name text;
  own text := 'municipality_id = (select ctx.municipality())';
begin
  foreach name in array array['neighbourhood_maps', 'map_sections', 'map_section_versions', 'map_contributions', 'cooperation_enquiries', 'map_scenarios', 'scenario_positions', 'scenario_choices', 'map_goals'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy staff on %I for select using (%s and (select ctx.reads_maps()))', name, own);
  end loop;
  -- What is written is written as oneself, by who may write in this map.
  foreach name in array array['map_section_versions', 'map_scenarios', 'scenario_choices', 'map_goals'] loop
    execute format('create policy writing on %I for insert with check (%s and by_id = (select ctx.person()) and ctx.writes_map(map_id))', name, own);
  end loop;
  -- What is published is for everybody, as long as its section is.
  foreach name in array array['map_scenarios', 'scenario_choices'] loop
    execute format('create policy everybody on %1$I for select using (%2$s and published_at is not null and exists (select from map_sections s
      where s.municipality_id = %1$I.municipality_id and s.map_id = %1$I.map_id and s.key = ''6-5'' and s.published_version is not null))', name, own);
  end loop;
end $$;
create policy everybody on map_goals for select using (municipality_id = (select ctx.municipality()) and published_at is not null
  and exists (select from map_sections s where s.municipality_id = map_goals.municipality_id and s.map_id = map_goals.map_id and s.key = '6-6' and s.published_version is not null));
create policy everybody on scenario_positions for select using (municipality_id = (select ctx.municipality()) and published_at is not null
  and exists (select from map_scenarios s where s.municipality_id = scenario_positions.municipality_id and s.id = scenario_positions.scenario_id and s.published_at is not null));
create policy everybody on map_sections for select using (municipality_id = (select ctx.municipality()) and published_version is not null);
create policy everybody on neighbourhood_maps for select using (municipality_id = (select ctx.municipality())
  and exists (select from map_sections s where s.municipality_id = neighbourhood_maps.municipality_id and s.map_id = neighbourhood_maps.id and s.published_version is not null));
create policy everybody on map_section_versions for select using (municipality_id = (select ctx.municipality())
  and exists (select from map_sections s where s.municipality_id = map_section_versions.municipality_id and s.map_id = map_section_versions.map_id and s.key = map_section_versions.key and s.published_version = map_section_versions.version));
create policy everybody on map_contributions for select using (municipality_id = (select ctx.municipality()) and published_at is not null and withdrawn_at is null
  and exists (select from map_sections s where s.municipality_id = map_contributions.municipality_id and s.map_id = map_contributions.map_id and s.key = map_contributions.key and s.published_version is not null));

create policy opening on neighbourhood_maps for insert with check (municipality_id = (select ctx.municipality()) and opened_by = (select ctx.person()) and (select ctx.kind()) = 'worker'
  and ((select ctx.role()) = 'neighbourhood-manager' or exists (select from teams t where t.municipality_id = neighbourhood_maps.municipality_id and t.area_id = neighbourhood_maps.area_id and t.id = any ((select ctx.coordinates())::uuid[]))));
create policy opening on map_sections for insert with check (municipality_id = (select ctx.municipality()) and ctx.writes_map(map_id) and published_version is null);
create policy writing on map_sections for update using (municipality_id = (select ctx.municipality()) and ctx.writes_map(map_id)) with check (municipality_id = (select ctx.municipality()));
create policy adding on map_contributions for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and (select ctx.reads_maps()) and published_at is null and withdrawn_at is null);
create policy withdrawing on map_contributions for update using (municipality_id = (select ctx.municipality()) and withdrawn_at is null
  and ((by_id = (select ctx.person()) and (select ctx.reads_maps())) or ctx.writes_map(map_id))) with check (municipality_id = (select ctx.municipality()));
create policy adding on scenario_positions for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and published_at is null
  and exists (select from map_scenarios s where s.municipality_id = scenario_positions.municipality_id and s.id = scenario_positions.scenario_id and ctx.writes_map(s.map_id)));
create policy moving on map_goals for update using (municipality_id = (select ctx.municipality()) and ctx.writes_map(map_id)) with check (municipality_id = (select ctx.municipality()));
create policy opening on cooperation_enquiries for insert with check (municipality_id = (select ctx.municipality()) and opened_by = (select ctx.person()) and ctx.publishes_map(map_id));
-- An answer is for nobody but who gave it; others see the sum.
alter table cooperation_answers enable row level security;
create policy own on cooperation_answers for select using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()));
create policy answering on cooperation_answers for insert with check (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person())
  and exists (select from cooperation_enquiries e where e.municipality_id = cooperation_answers.municipality_id and e.id = cooperation_answers.enquiry_id and e.closes_on >= (select ctx.today()) and ctx.asked_for_map(e.map_id)));

grant select on neighbourhood_maps, map_sections, map_section_versions, map_contributions, cooperation_enquiries, cooperation_answers, map_scenarios, scenario_positions, scenario_choices, map_goals to schakelbord_app;
grant insert on neighbourhood_maps, map_section_versions, map_contributions, cooperation_enquiries, cooperation_answers, map_scenarios, scenario_positions, scenario_choices, map_goals to schakelbord_app;
grant insert (municipality_id, map_id, key, status, version) on map_sections to schakelbord_app;
grant update (status, version) on map_sections to schakelbord_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_because) on map_contributions to schakelbord_app;
grant update (state, explained, version) on map_goals to schakelbord_app;
