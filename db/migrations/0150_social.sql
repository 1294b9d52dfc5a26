-- Social quality and the social index: how residents rate living together, asked in short rounds, and how that and figures make four parts.
-- Of an answer only the marks are kept: not who gave them, not when, and nothing else about them.

create table social_formulas (
  municipality_id uuid not null references municipalities,
  version integer not null check (version > 0),
  statements numeric[] not null check (cardinality(statements) = 4 and array_position(statements, null) is null and 0 <= all (statements)), -- how heavily each statement counts
  imported text, -- key of the indicator that holds a score somebody else computed
  parts jsonb not null, -- of each part how heavily it counts, and its figures: key, the value that is a 1 and the value that is a 10
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, version),
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, imported) references indicators (municipality_id, key),
  constraint something_counts check (statements[1] + statements[2] + statements[3] + statements[4] > 0)
);

create table social_rounds (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in ('open', 'handed-out')),
  code text not null check (code ~ '^[a-z0-9]{12}$'), -- stands in the address of the form; of a round that is handed out only on paper
  opens_on date not null,
  closes_on date not null check (closes_on > opens_on),
  opened_by uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, code),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, opened_by) references people
);
create index rounds_of_area on social_rounds (municipality_id, area_id, closes_on);

-- In the schema on which the application has no right: it gives an answer and never sees one again.
create table cubes.social_answers (
  municipality_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  statements smallint[] not null check (cardinality(statements) = 4 and array_position(statements, null) is null and 1 <= all (statements) and 10 >= all (statements)),
  parts smallint[] not null check (cardinality(parts) = 3 and (1 <= all (parts)) is not false and (10 >= all (parts)) is not false),
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references public.social_rounds
);
create index answers_of_round on cubes.social_answers (municipality_id, round_id);

create function ctx.opens_round(area uuid) returns boolean language sql stable set search_path = pg_catalog as $$
  select coalesce(ctx.kind() = 'worker' and (ctx.role() = 'neighbourhood-manager'
    or exists (select from public.teams t where t.municipality_id = ctx.municipality() and t.area_id = area and t.id = any (ctx.coordinates()))), false)
$$;

/* The round behind a code, for who has the code. */
create function ctx.social_round(code text) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', r.id, 'name', r.name, 'slug', a.slug, 'area', a.name, 'closesOn', r.closes_on, 'open', ctx.today() between r.opens_on and r.closes_on)
  from public.social_rounds r join public.areas a on a.municipality_id = r.municipality_id and a.id = r.area_id
  where r.municipality_id = ctx.municipality() and r.code = social_round.code
$$;

/* Keeps the marks of somebody, without anything that tells who. False when the round is not open. */
create function ctx.answer_social(code text, statements smallint[], parts smallint[]) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into cubes.social_answers
    select r.municipality_id, gen_random_uuid(), r.id, answer_social.statements, answer_social.parts from public.social_rounds r
    where r.municipality_id = ctx.municipality() and r.code = answer_social.code and ctx.today() between r.opens_on and r.closes_on;
  return found;
end $$;

/* The mean of marks; null when there are too few, or when more than nine in ten gave the same mark, because then the mean tells what somebody answered. */
create function cubes.mean_of(marks smallint[], threshold integer) returns numeric language sql immutable set search_path = pg_catalog as $$
  select case when sum(same) >= threshold and max(same) <= 0.9 * sum(same) then round(sum(mark * same)::numeric / sum(same), 1) end
  from (select mark, count(*) as same from unnest(marks) mark where mark is not null group by mark) counted
$$;

/* What rounds of an area found, those that are over only, because the difference between two moments is one answer. Below 5 answers nothing for colleagues, below 10 nothing for everybody.
   The first statement is negative: who agrees with it gives a low score, so it is turned around. */
create function ctx.social_results(area uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with least as (
    select case when ctx.reads_maps() then 5 else 10 end as it, coalesce((select f.statements from public.social_formulas f where f.municipality_id = ctx.municipality() order by f.version desc limit 1), array[1, 1, 1, 1]) as w
  ), ended as (
    select r.id, r.name, r.closes_on from public.social_rounds r where r.municipality_id = ctx.municipality() and r.area_id = area and r.closes_on < ctx.today() order by r.closes_on desc, r.id limit 6
  ), scored as (
    select a.round_id, a.statements, a.parts, (w[1] * (11 - a.statements[1]) + w[2] * a.statements[2] + w[3] * a.statements[3] + w[4] * a.statements[4]) / (w[1] + w[2] + w[3] + w[4]) as score
    from cubes.social_answers a join ended on ended.id = a.round_id cross join least where a.municipality_id = ctx.municipality()
  )
  select coalesce(jsonb_agg(jsonb_build_object('name', e.name, 'closedOn', e.closes_on, 'answers', case when t.enough then t.n / 5 * 5 end, 'statements', q.means,
    'score', case when t.enough and q.whole then round(t.mean, 1) end, 'margin', case when t.enough and q.whole then round((1.96 * t.spread / sqrt(t.n))::numeric, 1) end, 'parts', p.means) order by e.closes_on desc, e.id), '[]')
  from ended e cross join least
    cross join lateral (select count(*)::integer as n, count(*) >= least.it as enough, avg(s.score) as mean, stddev_samp(s.score) as spread from scored s where s.round_id = e.id) t
    cross join lateral (select jsonb_agg(m.mean order by m.place) as means, bool_and(m.mean is not null) as whole
      from (select place, cubes.mean_of(array(select s.statements[place] from scored s where s.round_id = e.id), least.it) as mean from generate_series(1, 4) place) m) q
    cross join lateral (select jsonb_agg(cubes.mean_of(array(select s.parts[place] from scored s where s.round_id = e.id), least.it) order by place) as means from generate_series(1, 3) place) p
$$;

/* How many answers came so far, down to fives, for who works with the neighbourhood. */
create function ctx.social_counts() returns table (round_id uuid, answers integer) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.round_id, (count(*) / 5 * 5)::integer from cubes.social_answers a where a.municipality_id = ctx.municipality() and ctx.reads_maps() group by a.round_id
$$;

revoke all on function ctx.opens_round(uuid), ctx.social_round(text), ctx.answer_social(text, smallint[], smallint[]), cubes.mean_of(smallint[], integer), ctx.social_results(uuid), ctx.social_counts() from public;
grant execute on function ctx.opens_round(uuid), ctx.social_round(text), ctx.answer_social(text, smallint[], smallint[]), ctx.social_results(uuid), ctx.social_counts() to schakelbord_app;

alter table social_formulas enable row level security;
create policy everybody on social_formulas for select using (municipality_id = (select ctx.municipality()));
create policy keeping on social_formulas for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()) and by_id = (select ctx.person()));
alter table social_rounds enable row level security;
create policy staff on social_rounds for select using (municipality_id = (select ctx.municipality()) and (select ctx.reads_maps()));
create policy everybody on social_rounds for select using (municipality_id = (select ctx.municipality()) and kind = 'open');
create policy opening on social_rounds for insert with check (municipality_id = (select ctx.municipality()) and opened_by = (select ctx.person()) and ctx.opens_round(area_id));
grant select, insert on social_formulas, social_rounds to schakelbord_app;
