-- Searching the directory at the size of a large city. Row level security evaluates its own conditions before those of a search, so that an index on words, marks or areas
-- could never be used: the search is now one function of the owner that holds the same conditions and tells only numbers and which entries come first; the entries
-- themselves are still read under row level security. Questions that a thousand entries answer are reckoned once for each day and each state of the directory.

-- What a line in a list tells, beside the entry in the index: made again with the row, so that a list reads twenty rows and nothing else.
alter table directory_index add column detail jsonb;

create function directory.add_detail() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.entity <> 'service' then return new; end if;
  select jsonb_build_object(
      'forWhom', s.for_whom, 'minimumAge', s.minimum_age, 'maximumAge', s.maximum_age,
      'closure', case when s.status = 'temporarily closed' then jsonb_build_object('from', s.closed_from, 'until', s.closed_until) end, 'closedUntil', s.closed_until,
      'cents', (select min(c.amount) * 100 from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id)::integer,
      'costWords', coalesce((select c.amount_description from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id order by c.amount nulls last, c.id limit 1), s.fees_description, s.fees),
      'hours', coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until, 'validTo', h.valid_to) order by h.position, h.id)
        from schedules h where h.municipality_id = s.municipality_id and h.service_id = s.id), '[]'),
      'light', (select jsonb_build_object('light', c.light, 'updated', c.updated) from service_capacities c where c.municipality_id = s.municipality_id and c.service_id = s.id and c.light <> 'unknown' order by c.updated desc, c.id limit 1))
    into new.detail from services s where s.municipality_id = new.municipality_id and s.id = new.record_id;
  return new;
end $$;
create trigger detailed before insert or update on directory_index for each row execute function directory.add_detail();
create trigger indexed_new after insert on service_capacities referencing new table as touched for each statement execute function directory.note_change('service', 'service_id');
create trigger indexed_changed after update on service_capacities referencing new table as touched for each statement execute function directory.note_change('service', 'service_id');
create trigger indexed_gone after delete on service_capacities referencing old table as touched for each statement execute function directory.note_change('service', 'service_id');
update directory_index set kind = kind;

-- Answers that were reckoned. A question stands here as a fingerprint only, and only when a thousand entries or more answer it (or as many as `directory.broad` says).
create table directory.answers (
  municipality_id uuid not null,
  question bytea not null,
  state numeric not null, -- of the directory: see directory.generations
  day date not null,
  total integer not null,
  counts jsonb not null,
  entities text[] not null,
  ids uuid[] not null,
  primary key (municipality_id, question)
);

create function directory.keep(answer directory.answers) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  -- Who comes second does not wait, but goes on without keeping.
  if not pg_try_advisory_xact_lock(hashtextextended('directory ' || answer.municipality_id, 0)) then return; end if;
  delete from directory.answers a where a.municipality_id = answer.municipality_id and (a.state <> answer.state or a.day <> answer.day);
  if (select count(*) from directory.answers a where a.municipality_id = answer.municipality_id) < 1000 then
    insert into directory.answers select answer.* on conflict do nothing;
  end if;
end $$;

-- The conditions of the policies `found` and `keeping` on directory_index.
create function directory.seen(visibility text, team uuid, publish_on date, expire_on date, hide_on date, worker boolean, keeper boolean, teams uuid[], today date) returns boolean language sql immutable as $$
  select keeper or ((publish_on is null or publish_on <= today) and (expire_on is null or expire_on >= today)
    and (visibility = 'public' or (visibility = 'professionals' and worker) or (visibility = 'team' and team = any (teams))) and (worker or hide_on is null or hide_on > today))
$$;
create function directory.picked(groups jsonb, n integer) returns text[] language sql immutable as $$
  select array(select jsonb_array_elements_text(p.chosen)) from (select g -> 'chosen' as chosen from jsonb_array_elements(groups) with ordinality e(g, at) where not (g ->> 'every')::boolean order by at offset n - 1 limit 1) p
$$;

/* Answers a question: how many there are, how many there would be with each mark, and the first four hundred in order (more when a later page is asked for).
   `groups` are filters, each {"prefix", "chosen", "every"}. A mark of a group counts what there would be with that mark beside the filters of the other groups. */
create function directory.answer(asked tsquery, people boolean, around uuid, lat double precision, lon double precision, sorting text, groups jsonb, open_on date, open_at time, most integer) returns directory.answers
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
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
    select f.entity, f.record_id, row_number() over (order by case when sorting = 'dichtbij' then f.metres end nulls last, case when sorting = 'gecontroleerd' then f.assured_date end desc nulls last,
      f.weight / (1 + coalesce(f.metres, 3000) / 4000.0) desc, f.name, f.record_id) as at
    from found f where (needed is null or f.facets @> needed) and (p1 is null or f.facets && p1) and (p2 is null or f.facets && p2) and (p3 is null or f.facets && p3) and (p4 is null or f.facets && p4)
      and (p5 is null or f.facets && p5) and (p6 is null or f.facets && p6) and (p7 is null or f.facets && p7)
    order by at limit greatest(most, 400)
  )
  select (select coalesce(sum(s.n) filter (where s.missed = '{}'), 0) from sets s), (select coalesce(sum(s.n), 0) from sets s), (select coalesce(jsonb_object_agg(c.mark, c.n), '{}') from counted c),
      coalesce((select array_agg(f.entity order by f.at) from first f), '{}'), coalesce((select array_agg(f.record_id order by f.at) from first f), '{}')
    into it.total, candidates, it.counts, it.entities, it.ids;
  if open_at is null and most <= 400 and candidates >= coalesce(nullif(current_setting('directory.broad', true), ''), '1000')::integer then perform directory.keep(it); end if;
  return it;
end $$;

/* One page of an answer: numbers, and which entries stand on it. What stands in them is read under row level security. */
create function ctx.directory_answer(asked tsquery, people boolean, around uuid, lat double precision, lon double precision, sorting text, groups jsonb, open_on date, open_at time, skipped integer, shown integer)
returns table (total integer, counts jsonb, entities text[], ids uuid[]) language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.total, a.counts, a.entities[skipped + 1 : skipped + shown], a.ids[skipped + 1 : skipped + shown]
  from directory.answer(asked, people, around, lat, lon, sorting, groups, open_on, open_at, skipped + shown) a where a.total is not null
$$;

-- Names that begin as typed, in the order of their letters: read from an index that is in that order, so that four are found as soon as in a small directory.
create index index_by_beginning on directory_index (municipality_id, lower(name) collate "C") where entity in ('service', 'organization') and state = 'published';
create function ctx.suggest_names(begun text) returns setof text language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  worker boolean := coalesce(ctx.kind() = 'worker', false);
  keeper boolean := coalesce(ctx.keeps_directory(), false);
  here uuid := ctx.municipality();
  today date := ctx.today();
  typed text := lower(begun) collate "C";
  beyond text := (lower(begun) || chr(1114111)) collate "C";
begin
  return query select i.name from directory_index i where i.municipality_id = here and i.entity in ('service', 'organization') and i.state = 'published'
    and lower(i.name) collate "C" >= typed and lower(i.name) collate "C" < beyond and directory.seen(i.visibility, i.team_id, i.publish_on, i.expire_on, i.hide_on, worker, keeper, '{}', today)
    order by lower(i.name) collate "C" limit 4;
end $$;

revoke all on function directory.add_detail(), directory.keep(directory.answers), directory.picked(jsonb, integer),
  directory.seen(text, uuid, date, date, date, boolean, boolean, uuid[], date), directory.answer(tsquery, boolean, uuid, double precision, double precision, text, jsonb, date, time, integer) from public;
revoke all on function ctx.directory_answer(tsquery, boolean, uuid, double precision, double precision, text, jsonb, date, time, integer, integer), ctx.suggest_names(text) from public;
grant execute on function ctx.directory_answer(tsquery, boolean, uuid, double precision, double precision, text, jsonb, date, time, integer, integer), ctx.suggest_names(text) to schakelbord_app;
