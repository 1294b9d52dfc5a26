-- What somebody who works with the directory wants at hand. Only they see it: what a colleague looks at often says something about whom they help.
create table favourites (
  municipality_id uuid not null,
  person_id uuid not null,
  entity text not null check (entity in ('service', 'organization')),
  record_id uuid not null,
  kept_at timestamptz not null,
  primary key (municipality_id, person_id, entity, record_id),
  foreign key (municipality_id, person_id) references people on delete cascade
);
alter table favourites enable row level security;
create policy own on favourites for all using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) in ('worker', 'volunteer'))
  with check (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) in ('worker', 'volunteer'));
grant select, insert, delete on favourites to schakelbord_app;
