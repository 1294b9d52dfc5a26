-- The first four hundred of a broad answer are picked as they come by; ordering all of them first, on disk, was a quarter of what such a question cost.

create or replace function directory.answer(asked tsquery, people boolean, around uuid, lat double precision, lon double precision, sorting text, groups jsonb, open_on date, open_at time, most integer) returns directory.answers
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set jit = off set work_mem = '32MB' as $$
declare
  claims jsonb := ctx.claims();
  here uuid := (claims ->> 'municipality')::uuid;
  today date := ctx.today();
  worker boolean := coalesce(claims ->> 'kind' = 'worker', false);
  keeper boolean := coalesce(ctx.keeps_directory(), false);
  own_teams uuid[] := case when people then ctx.teams() else '{}' end;
  needed text[];
  p1 text[]; p2 text[]; p3 text[]; p4 text[]; p5 text[]; p6 text[]; p7 text[];
  now_open uuid[];
  candidates integer;
  it directory.answers;
  kept directory.answers;
begin
  if here is null then return null; end if;
  it.municipality_id := here;
  it.day := today;
  it.state := (select sum(g.n) from directory.generations g);
  it.question := sha256(convert_to(jsonb_build_array(worker, keeper, own_teams, asked::text, people, around, lat, lon, sorting, groups)::text, 'utf8'));
  if open_at is null and most <= 400 then
    select a.* into kept from directory.answers a where a.municipality_id = here and a.question = it.question and a.state = it.state and a.day = today;
    if found then return kept; end if;
  end if;
  if groups <> '[]' then
    needed := array(select distinct jsonb_array_elements_text(g -> 'chosen') from jsonb_array_elements(groups) g where (g ->> 'every')::boolean);
    p1 := directory.picked(groups, 1); p2 := directory.picked(groups, 2); p3 := directory.picked(groups, 3); p4 := directory.picked(groups, 4); p5 := directory.picked(groups, 5); p6 := directory.picked(groups, 6); p7 := directory.picked(groups, 7);
  end if;
  if open_at is not null then
    now_open := array(select s.service_id from schedules s where s.municipality_id = here and s.service_id is not null and s.opens_at <= open_at and s.closes_at > open_at and ctx.takes_place(s, open_on));
  end if;
  with found as materialized (
    select i.entity, i.record_id, i.name, i.facets, i.assured_date,
      case when asked is null then 0.5 else ts_rank('{0.05, 0.2, 0.6, 1}', i.document, asked) end * case when i.stale_on is null or i.stale_on > today then 1 when i.assured_date is null then 0.4 else 0.55 end as weight,
      case when lat is null then null else round(12742000 * asin(sqrt(power(sin(radians(i.latitude - lat) / 2), 2) + cos(radians(lat)) * cos(radians(i.latitude)) * power(sin(radians(i.longitude - lon) / 2), 2)))) end as metres
    from directory_index i
    where i.municipality_id = here and i.state = 'published' and (i.entity <> 'contact' or people) and (asked is null or i.document @@ asked) and (around is null or i.reach @> array[around])
      and directory.seen(i.visibility, i.team_id, i.publish_on, i.expire_on, i.hide_on, worker, keeper, own_teams, today)
      and (now_open is null or i.record_id = any (now_open))
  ), sets as materialized (
    select f.facets, count(*)::integer as n, case when groups = '[]' then '{}' else array(select g ->> 'prefix' from jsonb_array_elements(groups) g, lateral (select array(select jsonb_array_elements_text(g -> 'chosen')) as marks) c
      where not case when (g ->> 'every')::boolean then f.facets @> c.marks else f.facets && c.marks end) end as missed
    from found f group by f.facets
  ), beside as (select g ->> 'prefix' as prefix from jsonb_array_elements(groups) g where not (g ->> 'every')::boolean),
  counted as (
    select m.mark, sum(s.n)::integer as n from sets s, unnest(s.facets) as m(mark)
    where s.missed = '{}' or (cardinality(s.missed) = 1 and s.missed[1] = split_part(m.mark, ':', 1) and s.missed[1] in (select b.prefix from beside b)) group by m.mark
  ), first as (
    select e.entity, e.record_id, row_number() over () as at from (
      select f.entity, f.record_id
      from found f where (needed is null or f.facets @> needed) and (p1 is null or f.facets && p1) and (p2 is null or f.facets && p2) and (p3 is null or f.facets && p3) and (p4 is null or f.facets && p4)
        and (p5 is null or f.facets && p5) and (p6 is null or f.facets && p6) and (p7 is null or f.facets && p7)
      order by case when sorting = 'dichtbij' then f.metres end nulls last, case when sorting = 'gecontroleerd' then f.assured_date end desc nulls last,
        f.weight / (1 + coalesce(f.metres, 3000) / 4000.0) desc, f.name, f.record_id
      limit greatest(most, 400)) e
  )
  select (select coalesce(sum(s.n) filter (where s.missed = '{}'), 0) from sets s), (select coalesce(sum(s.n), 0) from sets s), (select coalesce(jsonb_object_agg(c.mark, c.n), '{}') from counted c),
      coalesce((select array_agg(f.entity order by f.at) from first f), '{}'), coalesce((select array_agg(f.record_id order by f.at) from first f), '{}')
    into it.total, candidates, it.counts, it.entities, it.ids;
  if open_at is null and most <= 400 and candidates >= coalesce(nullif(current_setting('directory.broad', true), ''), '1000')::integer then perform directory.keep(it); end if;
  return it;
end $$;
