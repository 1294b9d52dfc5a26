-- Why somebody took the whole directory along, also what is not public. The files are made when they are fetched and kept nowhere (PRI-11).
create table directory_exports (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  -- with the addresses of refuges
  masked boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, made_by) references people
);
create index directory_exports_by_moment on directory_exports (municipality_id, made_at desc);
create index directory_exports_by_maker on directory_exports (municipality_id, made_by);

alter table directory_exports enable row level security;
create policy keeping on directory_exports for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy making on directory_exports for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()) and made_by = (select ctx.person()) and made_at = (select ctx.moment()));
grant select, insert on directory_exports to schakelbord_app;
