-- What the program keeps of the directory to answer visitors from memory: entries as every visitor may see them, told in parts, and after that only what changed.

-- When each entry of the index was last written: the counter that its transaction moved, and how far. Two transactions never move one counter at the same time, so whoever has
-- seen a counter at n has seen all that was written at n or before.
create table directory.touched (
  municipality_id uuid not null references municipalities,
  entity text not null,
  record_id uuid not null,
  slot smallint not null,
  n bigint not null,
  primary key (municipality_id, entity, record_id)
);
create index touched_since on directory.touched (municipality_id, slot, n);
insert into directory.touched select i.municipality_id, i.entity, i.record_id, 0, 0 from directory_index i;

/* Comes after `directory_moved`, by its name, which moved the counter of this transaction. */
create function directory.touch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  own smallint := pg_current_xact_id()::text::numeric % 16;
  reached bigint := (select g.n from directory.generations g where g.slot = own);
begin
  insert into directory.touched as t select w.municipality_id, w.entity, w.record_id, own, reached from written w order by w.municipality_id, w.entity, w.record_id
    on conflict (municipality_id, entity, record_id) do update set slot = excluded.slot, n = excluded.n where (t.slot, t.n) <> (excluded.slot, excluded.n);
  return null;
end $$;
create trigger directory_touched_new after insert on directory_index referencing new table as written for each statement execute function directory.touch();
create trigger directory_touched_again after update on directory_index referencing new table as written for each statement execute function directory.touch();
create trigger directory_touched_gone after delete on directory_index referencing old table as written for each statement execute function directory.touch();

/* `stamp` is that of ctx.directory_stamp(). `place` and `counters` are for who may be answered as a visitor: where, and how far each counter is. Null for colleagues, who see more,
   and in a transaction that changed the directory itself: what it sees may never be committed. */
create function ctx.directory_look() returns table (stamp text, place text, counters bigint[]) language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
begin
  stamp := ctx.directory_stamp();
  if stamp is not null and claims ->> 'kind' is distinct from 'worker' and coalesce(current_setting('directory.moved', true), '') is distinct from coalesce(pg_current_xact_id_if_assigned()::text, '-') then
    place := current_database() || ' ' || (claims ->> 'municipality');
    counters := array(select g.n from directory.generations g order by g.slot);
  end if;
  return next;
end $$;

/* An entry as a visitor may see it today or another day; whoever answers goes by its dates. `told` is false when no visitor may see it, and then nothing else is told. `reach` is told once for all
   rows of this answer that have the same: where it is null, it is that of an earlier row with this key. */
create function directory.for_visitors(town uuid, wanted directory.touched[]) returns table (entity text, record_id uuid, told boolean, name text, document text, facets text, reach_key text, reach text, latitude double precision, longitude double precision,
  publish_on text, expire_on text, hide_on text, stale_on text, assured_date text) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select w.entity, w.record_id, i.record_id is not null, i.name, i.document::text, array_to_string(i.facets, ' '), md5(i.reach::text), case when row_number() over (partition by i.reach order by w.entity, w.record_id) = 1 then array_to_string(i.reach, ' ') end, i.latitude, i.longitude,
      i.publish_on::text, i.expire_on::text, i.hide_on::text, i.stale_on::text, i.assured_date::text
    from unnest(wanted) w left join directory_index i on i.municipality_id = town and i.entity = w.entity and i.record_id = w.record_id and i.state = 'published' and i.visibility = 'public' and i.entity <> 'contact'
    order by w.entity, w.record_id
$$;

/* The next so many entries after this one. */
create function ctx.entries_for_visitors(after_entity text, after_id uuid, most integer) returns table (entity text, record_id uuid, told boolean, name text, document text, facets text, reach_key text, reach text, latitude double precision, longitude double precision,
  publish_on text, expire_on text, hide_on text, stale_on text, assured_date text) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select f.* from directory.for_visitors(ctx.municipality(), array(select t::directory.touched from directory.touched t where t.municipality_id = ctx.municipality() and (t.entity, t.record_id) > (after_entity, after_id) order by t.entity, t.record_id limit least(most, 5000))) f
$$;

/* What was written since the counters stood as in `seen`, with how they stand now in every row. Without entries: one row in which nothing is told, because nothing was written, or (`many`) more than `most`. */
create function ctx.changes_for_visitors(seen bigint[], most integer) returns table (counters bigint[], many boolean, entity text, record_id uuid, told boolean, name text, document text, facets text, reach_key text, reach text, latitude double precision, longitude double precision,
  publish_on text, expire_on text, hide_on text, stale_on text, assured_date text) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with wanted as materialized (
    select array(select t::directory.touched from generate_series(0, 15) s cross join lateral (select x.* from directory.touched x where x.municipality_id = ctx.municipality() and x.slot = s and x.n > seen[s + 1] limit most + 1) t limit most + 1) as rows)
  select array(select g.n from directory.generations g order by g.slot), cardinality(w.rows) > most, f.*
    from wanted w left join lateral (select * from directory.for_visitors(ctx.municipality(), w.rows) where cardinality(w.rows) <= most) f on true
$$;

-- What a word counts for is reckoned for each by itself and added up, in whole numbers, so that the order is the same wherever it is reckoned.

/* The words of a question, each as a question by itself. */
create function directory.words_in(asked tsquery) returns tsquery[] language sql immutable as $$
  select array(select distinct m[1] from regexp_matches(asked::text, '''(?:[^'']|'''')*''', 'g') m order by 1)::tsquery[]
$$;

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
  words tsquery[] := directory.words_in(asked);
  first_word tsquery := words[1];
  more boolean := cardinality(words) > 1;
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
      case when asked is null then 1::float8 else round(1000 * ts_rank('{0.05, 0.2, 0.6, 1}', i.document, first_word))
        + case when more then (select sum(round(1000 * ts_rank('{0.05, 0.2, 0.6, 1}', i.document, w))) from unnest(words[2:]) w) else 0 end end * case when i.stale_on is null or i.stale_on > today then 1::float8 when i.assured_date is null then 0.4::float8 else 0.55::float8 end as weight,
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
        f.weight / (1 + coalesce(f.metres, 3000) / 4000::float8) desc, f.name collate "C", f.record_id
      limit greatest(most, 400)) e
  )
  select (select coalesce(sum(s.n) filter (where s.missed = '{}'), 0) from sets s), (select coalesce(sum(s.n), 0) from sets s), (select coalesce(jsonb_object_agg(c.mark, c.n), '{}') from counted c),
      coalesce((select array_agg(f.entity order by f.at) from first f), '{}'), coalesce((select array_agg(f.record_id order by f.at) from first f), '{}')
    into it.total, candidates, it.counts, it.entities, it.ids;
  if open_at is null and most <= 400 and candidates >= coalesce(nullif(current_setting('directory.broad', true), ''), '1000')::integer then perform directory.keep(it); end if;
  return it;
end $$;

revoke all on function directory.touch(), directory.for_visitors(uuid, directory.touched[]), directory.words_in(tsquery) from public;
revoke all on function ctx.directory_look(), ctx.entries_for_visitors(text, uuid, integer), ctx.changes_for_visitors(bigint[], integer) from public;
grant execute on function ctx.directory_look(), ctx.entries_for_visitors(text, uuid, integer), ctx.changes_for_visitors(bigint[], integer) to schakelbord_app;
