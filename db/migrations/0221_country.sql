-- What a yearly file says of all municipalities, and how they lie beside each other: for a picture of the whole country. Public figures of public bodies, kept as the file has
-- them and compared with nothing; what is said of our own areas stays in figures. Rows are never changed: a file that is taken back takes them along.
alter table figure_imports add column country jsonb; -- of the other municipalities, until it is decided what becomes of the file

create table country_figures (
  municipality_id uuid not null,
  import_id uuid not null,
  source_id uuid not null,
  year smallint not null check (year between 1800 and 2200),
  names jsonb not null, -- by code
  figures jsonb not null, -- by key of an indicator and code; what has no figure is not in it
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id) references figure_imports,
  foreign key (municipality_id, source_id) references sources
);

create table country_maps (
  municipality_id uuid not null,
  import_id uuid not null,
  from_year smallint not null check (from_year between 1800 and 2200),
  width smallint not null,
  height smallint not null,
  paths jsonb not null, -- by code, in the picture
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id) references figure_imports
);

do $$
declare
  name text;
  here text := 'municipality_id = (select ctx.municipality())';
begin
  foreach name in array array['country_figures', 'country_maps'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy everybody on %I for select using (%s)', name, here);
    execute format('create policy keeping on %I for insert with check (%s and (select ctx.keeps_figures()))', name, here);
    execute format('create policy withdrawing on %I for delete using (%s and (select ctx.keeps_figures()))', name, here);
    execute format('grant select, insert, delete on %I to schakelbord_app', name);
  end loop;
end $$;
grant update (country) on figure_imports to schakelbord_app;
