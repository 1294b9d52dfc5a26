-- Entries are indexed together: a load of many is one walk over them, and no longer a handful of questions and a list of words for each.

-- Only a word that is new, or new to everybody, is taken apart.
create or replace function directory.remember_words(municipality uuid, words text, shown boolean) returns void language sql set search_path = public, pg_catalog, pg_temp as $$
  insert into directory.lexicon (municipality_id, word, stem, parts, deletes, open)
    select municipality, w, directory.stem(w), directory.parts(w), directory.deletes(w), shown
    from (select distinct w from regexp_split_to_table(directory.plain(words), ' ') w where length(w) between 2 and 40 and w !~ '^[0-9]+$'
      and not exists (select from directory.lexicon l where l.municipality_id = municipality and l.word = w and (l.open or not shown))) known
  on conflict (municipality_id, word) do update set open = true where excluded.open and not lexicon.open
$$;

-- The texts of a service, in plain words, by what they weigh.
create type directory.texts as (id uuid, names text, gist text, body text, described text, around text, shown boolean);

/* Makes the rows of these services again, and takes away those of services that are no more. The same row for each as before, made for all at once.
   Planned anew each time: a plan made while the list of words was still empty would walk through all of it for every word. */
create function directory.index_services(town uuid, ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  texts directory.texts[];
begin
  delete from directory_index i where i.municipality_id = town and i.entity = 'service' and i.record_id = any (ids)
    and not exists (select from services s where s.municipality_id = town and s.id = i.record_id);

  select array_agg(row (s.id, directory.plain(concat_ws(' ', s.name, s.alternate_name)), directory.plain(concat_ws(' ', s.summary, s.for_whom, t.terms)), directory.plain(concat_ws(' ', s.description, s.eligibility_description, s.application_process)),
    directory.plain(s.description), directory.plain(concat_ws(' ', o.name, o.alternate_name, p.places, l.spoken)), s.state = 'published' and s.visibility = 'public')::directory.texts) into texts
  from services s
    join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id
    left join lateral (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ') as terms from attributes a
      join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id where a.municipality_id = town and a.link_entity = 'service' and a.link_id = s.id) t on true
    left join lateral (select string_agg(l.name, ' ') as places from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id
      where x.municipality_id = town and x.service_id = s.id and not l.masked) p on true
    left join lateral (select string_agg(l.name, ' ') as spoken from languages l where l.municipality_id = town and l.service_id = s.id) l on true
  where s.municipality_id = town and s.id = any (ids);

  with said as materialized (
    select w, bool_or(t.shown) as shown from unnest(texts) t cross join lateral string_to_table(concat_ws(' ', t.names, t.gist, t.described, t.around), ' ') w where length(w) between 2 and 40 and w !~ '^[0-9]+$' group by w)
  insert into directory.lexicon (municipality_id, word, stem, parts, deletes, open)
    select town, s.w, directory.stem(s.w), directory.parts(s.w), directory.deletes(s.w), s.shown from said s
    where not exists (select from directory.lexicon l where l.municipality_id = town and l.word = s.w and (l.open or not s.shown)) order by s.w
  on conflict (municipality_id, word) do update set open = true where excluded.open and not lexicon.open;

  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, summary_en, visibility, state, publish_on, expire_on, hide_on, stale_on, assured_date, document, facets, reach, latitude, longitude, detail)
  with heads as materialized (
    select t.id, string_agg(array_to_string(l.parts, ' '), ' ') filter (where w.gist) as gist, string_agg(array_to_string(l.parts, ' '), ' ') filter (where not w.gist) as body
    from unnest(texts) t
      cross join lateral (select distinct x, true as gist from string_to_table(concat_ws(' ', t.names, t.gist), ' ') x union all select distinct x, false from string_to_table(t.body, ' ') x) w
      join directory.lexicon l on l.municipality_id = town and l.word = w.x and l.parts <> '{}'
    group by t.id),
  marks as materialized (
    select m.id, array_agg(distinct m.mark order by m.mark) as marks from (
      select a.link_id as id, x.key || ':' || t.slug as mark from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id
        join taxonomies x on x.municipality_id = t.municipality_id and x.id = t.taxonomy_id where a.municipality_id = town and a.link_entity = 'service' and a.link_id = any (ids)
      union all select h.service_id, 'day:' || d from schedules h, regexp_split_to_table(coalesce(h.byday, ''), ',') e, lateral (select right(trim(e), 2) as d) r
        where h.municipality_id = town and h.service_id = any (ids) and d ~ '^(MO|TU|WE|TH|FR|SA|SU)$'
      union all select h.service_id, k.mark from schedules h cross join lateral (values ('when:evening', h.opens_at >= '17:00'), ('when:weekend', h.byday ~ '(SA|SU)'), ('when:weekdays', h.byday ~ '(MO|TU|WE|TH|FR)')) k (mark, holds)
        where h.municipality_id = town and h.service_id = any (ids) and k.holds
      union all select c.service_id, k.mark from cost_options c cross join lateral (values ('cost:free', c.amount = 0), ('cost:below-5', c.amount < 5)) k (mark, holds) where c.municipality_id = town and c.service_id = any (ids) and k.holds
      union all select s.id, k.mark from services s cross join lateral (values ('kind:' || s.kind, true), ('handy:no-indication', s.indication = 'not-needed'), ('handy:no-registration', s.registration = 'not-needed'),
          ('handy:no-referral', s.referral = 'not-needed'), ('handy:host', s.host = 'yes'), ('handy:companion', s.companion = 'yes'), ('handy:pickup', s.pickup = 'yes')) k (mark, holds)
        where s.municipality_id = town and s.id = any (ids) and k.holds
      union all select a.service_id, 'handy:wheelchair' from accessibilities a where a.municipality_id = town and a.aspect = 'physical' and a.verdict = 'good' and a.service_id = any (ids)
      union all select x.service_id, 'handy:wheelchair' from service_at_locations x join accessibilities a on a.municipality_id = x.municipality_id and a.location_id = x.location_id and a.aspect = 'physical' and a.verdict = 'good'
        where x.municipality_id = town and x.service_id = any (ids)
      union all select l.service_id, 'language:' || l.code from languages l where l.municipality_id = town and l.service_id = any (ids) and l.code is not null) m
    group by m.id),
  reached as materialized (
    select b.service_id as id, array_agg(distinct b.reached) as reach from (
      select a.service_id, r as reached from (select x.area_id, array_agg(x.service_id) as who from service_areas x where x.municipality_id = town and x.service_id = any (ids) and x.area_id is not null group by x.area_id) g
        cross join lateral directory.reached(town, g.area_id) r cross join lateral unnest(g.who) as a (service_id)
      union all select x.service_id, a.id from service_areas x join areas a on a.municipality_id = town where x.municipality_id = town and x.service_id = any (ids) and x.area_id is null) b
    group by b.service_id),
  -- What a line tells of costs, times and room.
  costs as materialized (select c.service_id as id, (min(c.amount) * 100)::integer as cents, (array_agg(c.amount_description order by c.amount nulls last, c.id))[1] as words from cost_options c where c.municipality_id = town and c.service_id = any (ids) group by c.service_id),
  hours as materialized (
    select h.service_id as id, jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until, 'validTo', h.valid_to) order by h.position, h.id) as hours
    from schedules h where h.municipality_id = town and h.service_id = any (ids) group by h.service_id),
  room as materialized (select distinct on (c.service_id) c.service_id as id, jsonb_build_object('light', c.light, 'updated', c.updated) as light from service_capacities c where c.municipality_id = town and c.service_id = any (ids) and c.light <> 'unknown' order by c.service_id, c.updated desc, c.id)
  select town, 'service', s.id, s.kind, s.slug, s.name, s.summary, s.summary_en, s.visibility, s.state, s.publish_on, s.expire_on, s.hide_on, s.stale_on, s.assured_date,
    setweight(to_tsvector('dutch', t.names), 'A') || setweight(to_tsvector('dutch', t.gist), 'B') || setweight(to_tsvector('dutch', t.body), 'C') || setweight(to_tsvector('dutch', t.around), 'D')
      || setweight(to_tsvector('dutch', coalesce(h.gist, '')), 'B') || setweight(to_tsvector('dutch', coalesce(h.body, '')), 'D'),
    m.marks, coalesce(r.reach, '{}'), p.latitude, p.longitude,
    jsonb_build_object('forWhom', s.for_whom, 'minimumAge', s.minimum_age, 'maximumAge', s.maximum_age, 'closure', case when s.status = 'temporarily closed' then jsonb_build_object('from', s.closed_from, 'until', s.closed_until) end, 'closedUntil', s.closed_until,
      'cents', c.cents, 'costWords', coalesce(c.words, s.fees_description, s.fees), 'hours', coalesce(w.hours, '[]'), 'light', l.light)
  from unnest(texts) t
    join services s on s.municipality_id = town and s.id = t.id
    left join heads h on h.id = t.id
    left join marks m on m.id = t.id
    left join reached r on r.id = t.id
    left join costs c on c.id = t.id
    left join hours w on w.id = t.id
    left join room l on l.id = t.id
    left join lateral (select l.latitude, l.longitude from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id
      where x.municipality_id = town and x.service_id = s.id order by l.latitude is null, x.id limit 1) p on true
  on conflict (municipality_id, entity, record_id) do update set kind = excluded.kind, slug = excluded.slug, name = excluded.name, summary = excluded.summary, summary_en = excluded.summary_en, visibility = excluded.visibility,
    state = excluded.state, publish_on = excluded.publish_on, expire_on = excluded.expire_on, hide_on = excluded.hide_on, stale_on = excluded.stale_on, assured_date = excluded.assured_date, document = excluded.document,
    facets = excluded.facets, reach = excluded.reach, latitude = excluded.latitude, longitude = excluded.longitude, detail = excluded.detail;
end $$;

-- What a line tells is made with the row, for all at once.
drop trigger detailed on directory_index;
drop function directory.add_detail();

create or replace function directory.index_service(municipality uuid, service uuid) returns void language sql security definer set search_path = public, pg_catalog, pg_temp as $$
  select directory.index_services(municipality, array[service])
$$;

/* The row of an organisation: where its places and services reach. Its services are looked up one by one: among entries that were made in the same transaction, and so are not counted yet, the database
   would otherwise walk through all of them for every organisation. */
create or replace function directory.index_organization(municipality uuid, organization uuid) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  o organizations;
  place locations;
begin
  select * into o from organizations x where x.municipality_id = municipality and x.id = organization;
  if not found then
    delete from directory_index i where i.municipality_id = municipality and i.entity = 'organization' and i.record_id = organization;
    return;
  end if;
  select l.* into place from locations l where l.municipality_id = municipality and l.organization_id = organization and l.latitude is not null order by l.id limit 1;
  perform directory.remember_words(municipality, concat_ws(' ', o.name, o.alternate_name, o.summary, o.description), o.state = 'published' and o.visibility = 'public');
  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, summary_en, visibility, state, publish_on, expire_on, hide_on, stale_on, assured_date, document, facets, reach, latitude, longitude)
    values (municipality, 'organization', organization, o.kind, o.slug, o.name, o.summary, o.summary_en, o.visibility, o.state, o.publish_on, o.expire_on, o.hide_on, o.stale_on, o.assured_date,
      directory.document(municipality, concat_ws(' ', o.name, o.alternate_name), o.summary, o.description,
        (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ') from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id
          where a.municipality_id = municipality and a.link_entity = 'organization' and a.link_id = organization)),
      array(select 'kind:organization' union select x.key || ':' || t.slug from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id
        join taxonomies x on x.municipality_id = t.municipality_id and x.id = t.taxonomy_id where a.municipality_id = municipality and a.link_entity = 'organization' and a.link_id = organization),
      array(select distinct directory.reached(municipality, l.area_id) from locations l where l.municipality_id = municipality and l.organization_id = organization and l.area_id is not null
        union select unnest(i.reach) from services s cross join lateral (select x.reach from directory_index x where x.municipality_id = s.municipality_id and x.entity = 'service' and x.record_id = s.id offset 0) i
          where s.municipality_id = municipality and s.organization_id = organization),
      place.latitude, place.longitude)
  on conflict (municipality_id, entity, record_id) do update set kind = excluded.kind, slug = excluded.slug, name = excluded.name, summary = excluded.summary, summary_en = excluded.summary_en, visibility = excluded.visibility,
    state = excluded.state, publish_on = excluded.publish_on, expire_on = excluded.expire_on, hide_on = excluded.hide_on, stale_on = excluded.stale_on, assured_date = excluded.assured_date, document = excluded.document,
    facets = excluded.facets, reach = excluded.reach, latitude = excluded.latitude, longitude = excluded.longitude;
end $$;

/* The first of what changed in this transaction indexes it all; the others find that it was done. */
create or replace function directory.index_changed() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  town uuid := new.municipality_id;
  services uuid[];
  others directory.changed[];
  it directory.changed;
begin
  if not exists (select from directory.changed c where c.municipality_id = town and c.entity = new.entity and c.record_id = new.record_id) then return null; end if;
  with gone as (delete from directory.changed c where c.municipality_id = town returning c.*)
    select array_agg(g.record_id) filter (where g.entity = 'service'), array_agg(g::directory.changed order by g.entity = 'contact', g.entity = 'network') filter (where g.entity <> 'service') into services, others from gone g;
  perform directory.index_services(town, array(select services[n] from generate_series(first, first + 999) n where n <= cardinality(services))) from generate_series(1, coalesce(cardinality(services), 0), 1000) first;
  foreach it in array coalesce(others, '{}') loop
    case it.entity
      when 'organization' then perform directory.index_organization(town, it.record_id);
      when 'network' then perform directory.index_network(town, it.record_id);
      else perform directory.index_contact(town, it.record_id);
    end case;
  end loop;
  return null;
end $$;

create or replace function directory.reindex(municipality uuid) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform directory.index_services(municipality, b.ids) from (select array_agg(s.id) as ids from (select x.id, row_number() over (order by x.id) / 1000 as n from services x where x.municipality_id = reindex.municipality) s group by s.n) b;
  perform directory.index_organization(municipality, o.id) from organizations o where o.municipality_id = municipality;
  perform directory.index_network(municipality, n.id) from networks n where n.municipality_id = municipality;
  perform directory.index_contact(municipality, c.id) from contact_persons c where c.municipality_id = municipality;
end $$;
revoke all on function directory.index_services(uuid, uuid[]) from public;

-- Whoever takes an entry away asks whether another was merged into it: without these, by walking through all of them for each.
create index services_merged_into on services (municipality_id, merged_into) where merged_into is not null;
create index organizations_merged_into on organizations (municipality_id, merged_into) where merged_into is not null;
create index pointings_of_service on pointings (municipality_id, service_id);
