-- What came into the directory from elsewhere: looked at first, taken in as a whole, and taken back as a whole.
create table imports (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  source text not null check (length(source) between 1 and 200),
  file_name text not null,
  file_hash text not null, -- SHA-256, to see that the same file came twice
  format text not null check (format in ('hsds-json', 'table')),
  state text not null default 'looked-at' check (state in ('looked-at', 'taken-in', 'withdrawn')),
  brought_by uuid not null,
  brought_at timestamptz not null,
  taken_in_at timestamptz,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, brought_by) references people,
  constraint moments_fit_the_state check ((state = 'looked-at') = (taken_in_at is null) and (state = 'withdrawn') = (withdrawn_at is not null))
);
create index imports_by_moment on imports (municipality_id, brought_at desc);

-- `after` is what the source says, by our columns; `made` what a new record gets beside it; `before` what stood there.
create table import_records (
  municipality_id uuid not null,
  import_id uuid not null,
  position integer not null,
  entity text not null,
  record_id uuid not null,
  identifier text not null,
  path text not null,
  what text not null default 'new' check (what in ('new', 'changed', 'unchanged')),
  after jsonb not null,
  made jsonb not null,
  before jsonb,
  primary key (municipality_id, import_id, position),
  foreign key (municipality_id, import_id) references imports on delete cascade
);
create index import_records_by_kind on import_records (municipality_id, import_id, entity, what);

create table import_remarks (
  municipality_id uuid not null,
  import_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('refused', 'repaired')),
  entity text not null,
  identifier text not null,
  path text not null,
  field text,
  reason text not null,
  primary key (municipality_id, import_id, position),
  foreign key (municipality_id, import_id) references imports on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['imports', 'import_records', 'import_remarks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy keeping on %I for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()))', name);
  end loop;
end $$;
grant select, insert on imports, import_records, import_remarks to schakelbord_app;
grant update (state, taken_in_at, withdrawn_at, version) on imports to schakelbord_app;
grant update (what, before) on import_records to schakelbord_app;
