-- Programmes are found in the search of the directory. A programme has no state of its own: it is public when its organisation is, until its last day.
alter table directory_index drop constraint directory_index_entity_check;
alter table directory_index add constraint directory_index_entity_check check (entity in ('service', 'organization', 'network', 'contact', 'program'));

/* Makes the rows of these programmes again, after those of their organisations and services: it reaches where what everybody may see of it reaches, or else where its organisation does.
   A row that stays the same is not written, because every change of an organisation comes by here. */
create function directory.index_programs(town uuid, ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  delete from directory_index i where i.municipality_id = town and i.entity = 'program' and i.record_id = any (ids) and not exists (select from programs p where p.municipality_id = town and p.id = i.record_id);
  perform directory.remember_words(town, concat_ws(' ', p.name, p.alternate_name, p.description, c.phases, c.themes, c.intake), o.state = 'published' and o.visibility = 'public' and o.merged_into is null)
    from programs p join organizations o on o.municipality_id = town and o.id = p.organization_id left join programme_contents c on c.municipality_id = town and c.program_id = p.id
    where p.municipality_id = town and p.id = any (ids);
  insert into directory_index as i (municipality_id, entity, record_id, kind, slug, name, summary, visibility, state, publish_on, expire_on, hide_on, stale_on, assured_date, document, facets, reach)
    select town, 'program', p.id, 'program', p.id::text, p.name, case when length(p.description) <= 200 then p.description else regexp_replace(left(p.description, 200), '\s+\S*$', '') || '…' end,
      o.visibility, case when o.merged_into is null then o.state else 'archived' end, o.publish_on, least(o.expire_on, c.ended_on), o.hide_on, o.stale_on, o.assured_date,
      directory.document(town, concat_ws(' ', p.name, p.alternate_name), concat_ws(' ', p.description, c.themes), concat_ws(' ', c.phases, c.intake), concat_ws(' ', o.name, o.alternate_name)),
      array['kind:program'],
      coalesce((select array_agg(distinct r order by r) from services s join directory_index x on x.municipality_id = town and x.entity = 'service' and x.record_id = s.id cross join lateral unnest(x.reach) r
          where s.municipality_id = town and s.program_id = p.id and s.state = 'published' and s.visibility = 'public'),
        (select x.reach from directory_index x where x.municipality_id = town and x.entity = 'organization' and x.record_id = o.id), '{}')
    from programs p join organizations o on o.municipality_id = town and o.id = p.organization_id left join programme_contents c on c.municipality_id = town and c.program_id = p.id
    where p.municipality_id = town and p.id = any (ids)
  on conflict (municipality_id, entity, record_id) do update set name = excluded.name, summary = excluded.summary, visibility = excluded.visibility, state = excluded.state, publish_on = excluded.publish_on, expire_on = excluded.expire_on,
      hide_on = excluded.hide_on, stale_on = excluded.stale_on, assured_date = excluded.assured_date, document = excluded.document, reach = excluded.reach
    where (i.name, i.summary, i.visibility, i.state, i.publish_on, i.expire_on, i.hide_on, i.stale_on, i.assured_date, i.document, i.reach)
      is distinct from (excluded.name, excluded.summary, excluded.visibility, excluded.state, excluded.publish_on, excluded.expire_on, excluded.hide_on, excluded.stale_on, excluded.assured_date, excluded.document, excluded.reach);
end $$;

create or replace function directory.index_changed() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  town uuid := new.municipality_id;
  services uuid[];
  organizations uuid[];
  programs uuid[];
  others directory.changed[];
  it directory.changed;
begin
  if not exists (select from directory.changed c where c.municipality_id = town and c.entity = new.entity and c.record_id = new.record_id) then return null; end if;
  with gone as (delete from directory.changed c where c.municipality_id = town returning c.*)
    select array_agg(g.record_id) filter (where g.entity = 'service'), array_agg(g.record_id) filter (where g.entity = 'organization'), array_agg(g.record_id) filter (where g.entity = 'program'),
      array_agg(g::directory.changed order by g.entity = 'contact', g.entity = 'network') filter (where g.entity not in ('service', 'program')) into services, organizations, programs, others from gone g;
  perform directory.index_services(town, array(select services[n] from generate_series(first, first + 999) n where n <= cardinality(services))) from generate_series(1, coalesce(cardinality(services), 0), 1000) first;
  foreach it in array coalesce(others, '{}') loop
    case it.entity
      when 'organization' then perform directory.index_organization(town, it.record_id);
      when 'network' then perform directory.index_network(town, it.record_id);
      else perform directory.index_contact(town, it.record_id);
    end case;
  end loop;
  -- With an organisation or a service changes what is told of its programmes.
  programs := array(select unnest(programs) union select p.id from programs p where p.municipality_id = town and p.organization_id = any (organizations)
    union select s.program_id from services s where s.municipality_id = town and s.id = any (services) and s.program_id is not null);
  if programs <> '{}' then perform directory.index_programs(town, programs); end if;
  return null;
end $$;

create or replace function directory.reindex(municipality uuid) returns void language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform directory.index_services(municipality, b.ids) from (select array_agg(s.id) as ids from (select x.id, row_number() over (order by x.id) / 1000 as n from services x where x.municipality_id = reindex.municipality) s group by s.n) b;
  perform directory.index_organization(municipality, o.id) from organizations o where o.municipality_id = municipality;
  perform directory.index_network(municipality, n.id) from networks n where n.municipality_id = municipality;
  perform directory.index_contact(municipality, c.id) from contact_persons c where c.municipality_id = municipality;
  perform directory.index_programs(municipality, array(select p.id from programs p where p.municipality_id = reindex.municipality));
end $$;

do $$
declare
  it record;
begin
  for it in select * from (values ('programs', 'id'), ('programme_contents', 'program_id')) as t(name, key) loop
    execute format('create trigger indexed_new after insert on %I referencing new table as touched for each statement execute function directory.note_change(''program'', %L)', it.name, it.key);
    execute format('create trigger indexed_changed after update on %I referencing new table as touched for each statement execute function directory.note_change(''program'', %L)', it.name, it.key);
    execute format('create trigger indexed_gone after delete on %I referencing old table as touched for each statement execute function directory.note_change(''program'', %L)', it.name, it.key);
  end loop;
end $$;
-- The programme that a service was in; the one it is in now is found with the service.
create trigger indexed_left after update on services referencing old table as touched for each statement execute function directory.note_change('program', 'program_id');
create trigger indexed_out after delete on services referencing old table as touched for each statement execute function directory.note_change('program', 'program_id');

-- Names that begin as typed, programmes among them.
create index programmes_by_beginning on directory_index (municipality_id, lower(name) collate "C") where entity = 'program' and state = 'published';
create or replace function ctx.suggest_names(begun text) returns setof text language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  worker boolean := coalesce(ctx.kind() = 'worker', false);
  keeper boolean := coalesce(ctx.keeps_directory(), false);
  here uuid := ctx.municipality();
  today date := ctx.today();
  typed text := lower(begun) collate "C";
  beyond text := (lower(begun) || chr(1114111)) collate "C";
begin
  return query select n.name from (
    (select i.name from directory_index i where i.municipality_id = here and i.entity in ('service', 'organization') and i.state = 'published'
      and lower(i.name) collate "C" >= typed and lower(i.name) collate "C" < beyond and directory.seen(i.visibility, i.team_id, i.publish_on, i.expire_on, i.hide_on, worker, keeper, '{}', today)
      order by lower(i.name) collate "C" limit 4)
    union (select i.name from directory_index i where i.municipality_id = here and i.entity = 'program' and i.state = 'published'
      and lower(i.name) collate "C" >= typed and lower(i.name) collate "C" < beyond and directory.seen(i.visibility, i.team_id, i.publish_on, i.expire_on, i.hide_on, worker, keeper, '{}', today)
      order by lower(i.name) collate "C" limit 4)) n order by lower(n.name) collate "C" limit 4;
end $$;
revoke all on function directory.index_programs(uuid, uuid[]) from public;

-- Programmes that were here before.
select directory.index_programs(m.id, array(select p.id from programs p where p.municipality_id = m.id)) from municipalities m;
