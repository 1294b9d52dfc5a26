-- A large import is indexed when it ends, in its own transaction: until the tables are counted anew, the database takes them for as small as before and goes along all entries for each thousand.
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
  if cardinality(services) >= 3000 then analyze services, organizations, locations, service_at_locations, attributes, schedules, languages, cost_options, service_areas, accessibilities; end if;
  for start in 1 .. coalesce(cardinality(services), 0) by 1000 loop
    if start in (3001, 20001) then analyze directory.lexicon, directory_index; end if;
    perform directory.index_services(town, array(select services[n] from generate_series(start, least(start + 999, cardinality(services))) n));
  end loop;
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
