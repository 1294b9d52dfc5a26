-- Figures are kept by people: files come in, are looked at before anything changes, are taken in at once with where they came from,
-- and can be taken back. Areas have codes of Statistics Netherlands and boundaries, and both change over the years.

alter table areas drop constraint areas_kind_check;
alter table areas add constraint areas_kind_check check (kind in ('country', 'province', 'municipality', 'neighbourhood', 'sub-area', 'village', 'project-area'));

create function ctx.keeps_figures() returns boolean language sql stable as $$ select ctx.kind() = 'worker' and ctx.role() in ('information-manager', 'neighbourhood-manager') $$;
revoke all on function ctx.keeps_figures() from public;
grant execute on function ctx.keeps_figures() to schakelbord_app;

-- a code says which area was meant in those years; letters since 2023
create table area_codes (
  municipality_id uuid not null,
  code text not null check (code ~ '^(NL00|PV[0-9]{2}|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
  from_year smallint not null check (from_year between 1800 and 2200),
  until_year smallint check (until_year >= from_year), -- the last year in which the code meant this area
  area_id uuid not null,
  primary key (municipality_id, code, from_year),
  foreign key (municipality_id, area_id) references areas on delete cascade
);
create index codes_of_area on area_codes (municipality_id, area_id);

create table figure_imports (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('mapping', 'proposed', 'applied', 'withdrawn', 'discarded')),
  shape text not null check (shape in ('cbs-kwb', 'cbs-odata', 'health', 'table', 'boundaries')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  publisher text not null,
  edition text not null,
  year smallint not null check (year between 1800 and 2200),
  header jsonb not null, -- names of the columns, as in the file
  rows jsonb not null, -- the rows about our own areas, as in the file; of a boundary file its features
  elsewhere integer not null default 0, -- rows about areas of others, which are not kept
  mapping jsonb not null default '{}', -- of a table: what each column is
  make_areas boolean not null default false, -- areas that are in the file and not with us are made
  counts jsonb, -- what taking it in did
  via text not null check (via in ('page', 'command')),
  by_id uuid, -- null when it came by the command line
  at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, number),
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, decided_by) references people
);

create table area_boundaries (
  municipality_id uuid not null,
  area_id uuid not null,
  from_year smallint not null check (from_year between 1800 and 2200),
  geometry jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')), -- WGS 84, longitude first
  import_id uuid,
  primary key (municipality_id, area_id, from_year),
  foreign key (municipality_id, area_id) references areas on delete cascade,
  foreign key (municipality_id, import_id) references figure_imports
);

-- from this year on the area is another one than before, so figures on either side are no series
create table area_changes (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  year smallint not null check (year between 1800 and 2200),
  kind text not null check (kind in ('boundary', 'split', 'merged', 'new')),
  note_nl text,
  note_en text,
  import_id uuid,
  primary key (municipality_id, id),
  unique (municipality_id, area_id, year, kind),
  foreign key (municipality_id, area_id) references areas on delete cascade,
  foreign key (municipality_id, import_id) references figure_imports,
  check ((note_nl is null) = (note_en is null))
);

-- from this year on the same name counts something else
create table indicator_breaks (
  municipality_id uuid not null,
  indicator_id uuid not null,
  year smallint not null check (year between 1800 and 2200),
  note_nl text not null,
  note_en text not null,
  primary key (municipality_id, indicator_id, year),
  foreign key (municipality_id, indicator_id) references indicators on delete cascade
);

alter table indicators add column origin text not null default 'own' check (origin in ('own', 'cbs', 'health')), add column version integer not null default 1, add column retired boolean not null default false;

alter table figures add column import_id uuid, add foreign key (municipality_id, import_id) references figure_imports;
create index figures_of_import on figures (municipality_id, import_id);

-- what stood there before a file replaced it, for taking that file back
create table replaced_figures (
  municipality_id uuid not null,
  import_id uuid not null,
  figure_id uuid not null,
  was jsonb not null,
  primary key (municipality_id, import_id, figure_id),
  foreign key (municipality_id, import_id) references figure_imports,
  foreign key (municipality_id, figure_id) references figures
);

-- what people expect of an area, written down before they see the figure
create table expectations (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  indicator_id uuid not null,
  expects text not null check (expects in ('higher', 'same', 'lower')),
  said_by text not null, -- who, by what they are: 'opbouwwerker', 'bewoner'; never by name
  because text,
  knew boolean not null, -- had seen the figure already, so it is no expectation
  at timestamptz not null,
  by_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, indicator_id) references indicators,
  foreign key (municipality_id, by_id) references people
);
create index expectations_of_area on expectations (municipality_id, area_id);

do $$
declare
  name text;
  here text := 'municipality_id = (select ctx.municipality())';
begin
  foreach name in array array['area_codes', 'area_boundaries', 'area_changes', 'indicator_breaks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy everybody on %I for select using (%s)', name, here);
    execute format('create policy keeping on %I for all using (%s and (select ctx.keeps_figures())) with check (%2$s and (select ctx.keeps_figures()))', name, here);
    execute format('grant select, insert, update, delete on %I to schakelbord_app', name);
  end loop;
  foreach name in array array['figures', 'sources', 'indicators'] loop
    execute format('create policy keeping on %I for all using (%s and (select ctx.keeps_figures())) with check (%2$s and (select ctx.keeps_figures()))', name, here);
  end loop;
  foreach name in array array['figure_imports', 'replaced_figures'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy keeping on %I for all using (%s and (select ctx.keeps_figures())) with check (%2$s and (select ctx.keeps_figures()))', name, here);
  end loop;
end $$;
grant insert, update, delete on figures to schakelbord_app;
grant insert on sources, indicators to schakelbord_app;
grant update (name_nl, name_en, definition_nl, definition_en, more_nl, more_en, less_nl, less_en, base_nl, base_en, kind, direction, decimals, smallest_difference, highlighted, retired, version) on indicators to schakelbord_app;
grant select, insert on figure_imports to schakelbord_app;
grant update (state, mapping, make_areas, counts, rows, decided_by, decided_at, version) on figure_imports to schakelbord_app;
grant select, insert, delete on replaced_figures to schakelbord_app;

-- areas that a file brings, by who keeps the figures
create policy making on areas for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()));
grant insert (municipality_id, id, parent_id, slug, name, kind) on areas to schakelbord_app;

-- what professionals expect is for professionals; it is no fact
alter table expectations enable row level security;
create policy workers on expectations for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker');
create policy own on expectations for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and by_id = (select ctx.person()));
grant select, insert on expectations to schakelbord_app;
