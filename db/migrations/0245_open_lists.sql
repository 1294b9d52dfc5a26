-- The lists for other systems (/hsds) are asked again and again, and seldom changed in between. Their answers are kept in memory as long as the number below is the same, so everything that such an answer
-- reads must move it: not only what stands in the index of the directory, also a document to bring along, or what a source said beside.
do $$
declare it text;
begin
  foreach it in array array['services', 'organizations', 'programs', 'locations', 'addresses', 'service_at_locations', 'contact_persons', 'phones', 'schedules', 'languages', 'cost_options', 'required_documents', 'service_areas',
    'accessibilities', 'fundings', 'organization_identifiers', 'attributes', 'metadata', 'said_by_sources', 'postcodes'] loop
    execute format('create trigger directory_moved after insert or update or delete on %I for each statement execute function directory.moved()', it);
  end loop;
end $$;

/* How often anything of the directory changed, up to what is committed now. It says nothing about anything or anybody, so it is asked without a context: one statement, for all who ask at that moment. */
create function ctx.directory_state() returns text language sql stable security definer set search_path = pg_catalog as $$ select current_database() || ' ' || sum(g.n) from directory.generations g $$;
revoke all on function ctx.directory_state() from public;
grant execute on function ctx.directory_state() to schakelbord_app;

-- A page of a list is read in the order of an index, and not sorted out of everything.
create index services_in_order on services (municipality_id, name, id);
create index organizations_in_order on organizations (municipality_id, name, id);
