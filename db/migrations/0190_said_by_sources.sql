-- What a source said of a record and our columns have no place for: a field we do not know, a pointer to something that is not here, a value that is impossible. It stays with the
-- record and goes out with it again, for as long as our own value is what it was when it came in. For each field: what was `said`, and what we `held` of it.
create table said_by_sources (
  municipality_id uuid not null references municipalities,
  entity text not null,
  record_id uuid not null,
  said jsonb not null check (jsonb_typeof(said) = 'object'),
  primary key (municipality_id, record_id, entity)
);
alter table import_records add column said jsonb not null default '{}', add column said_before jsonb;

/* May whoever asks see this record? Asked of the record itself, with the rights of whoever asks. A masked place says nothing more than its row. */
create function ctx.shows_record(entity text, record uuid) returns boolean language plpgsql stable set search_path = public, pg_catalog as $$
declare
  home text := case entity
    when 'service' then 'services' when 'organization' then 'organizations' when 'program' then 'programs' when 'location' then 'locations' when 'address' then 'addresses' when 'service_at_location' then 'service_at_locations'
    when 'contact' then 'contact_persons' when 'phone' then 'phones' when 'schedule' then 'schedules' when 'language' then 'languages' when 'cost_option' then 'cost_options' when 'required_document' then 'required_documents'
    when 'service_area' then 'service_areas' when 'accessibility' then 'accessibilities' when 'funding' then 'fundings' when 'organization_identifier' then 'organization_identifiers' when 'taxonomy' then 'taxonomies'
    when 'taxonomy_term' then 'taxonomy_terms' when 'attribute' then 'attributes' when 'metadata' then 'metadata' end;
  shows boolean;
begin
  if home is null then return false; end if;
  execute format('select exists (select from %I x where x.municipality_id = ctx.municipality() and x.id = $1 %s)', home, case entity when 'location' then 'and not x.masked' else '' end) into shows using record;
  return shows;
end $$;
revoke all on function ctx.shows_record(text, uuid) from public;
grant execute on function ctx.shows_record(text, uuid) to schakelbord_app;

alter table said_by_sources enable row level security;
create policy with_record on said_by_sources for select using (municipality_id = (select ctx.municipality()) and ctx.shows_record(entity, record_id));
create policy keeping on said_by_sources for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
grant select, insert, update, delete on said_by_sources to schakelbord_app;
grant update (said_before) on import_records to schakelbord_app;
