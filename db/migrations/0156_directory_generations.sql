-- Whether anything of the directory changed since somebody looked: so that what is the same for all who look (areas, terms, how many there are of each) is read and
-- counted once, and again after a change. A change is known when it is committed, with everything that belongs to it.

-- Sixteen counters, of which a transaction moves one, so that those who write at the same time seldom wait for each other. The sum never comes back to what it was.
create table directory.generations (
  slot smallint primary key,
  n bigint not null
);
insert into directory.generations select s, 0 from generate_series(0, 15) s;

create function directory.moved() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  own text := pg_current_xact_id()::text;
begin
  if current_setting('directory.moved', true) is distinct from own then
    update directory.generations g set n = g.n + 1 where g.slot = own::numeric % 16;
    perform set_config('directory.moved', own, true);
  end if;
  return null;
end $$;
do $$
declare it text;
begin
  foreach it in array array['directory_index', 'areas', 'teams', 'taxonomies', 'taxonomy_terms', 'municipalities'] loop
    execute format('create trigger directory_moved after insert or update or delete on %I for each statement execute function directory.moved()', it);
  end loop;
end $$;

/* What two looks at the directory must have in common to see the same: the state it is in, the municipality, and what the rules of the index ask about who looks.
   Null outside a context. */
create function ctx.directory_stamp() returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
begin
  return concat_ws(' ', current_database(), (select sum(g.n) from directory.generations g), claims ->> 'municipality', claims ->> 'kind', claims ->> 'role' = 'information-manager', claims ->> 'teams') || case when claims is null then null else '' end;
end $$;
revoke all on function directory.moved(), ctx.directory_stamp() from public;
grant execute on function ctx.directory_stamp() to schakelbord_app;

-- The list without a question: what was checked lately by name, and what was not when there is room left.
create index index_in_order on directory_index (municipality_id, name, record_id) where state = 'published';
create index index_by_age on directory_index (municipality_id, stale_on) where state = 'published';
drop index index_by_name;
