-- What people expect belongs to a map, whose figures they did not see yet; and who saw the figures of a theme, has no expectation of them any more.
alter table expectations add column map_id uuid, add foreign key (municipality_id, map_id) references neighbourhood_maps;
create index expectations_of_map on expectations (municipality_id, map_id);
alter table expectations add constraint said_by_is_short check (length(said_by) between 1 and 120), add constraint because_is_short check (length(because) between 1 and 500);

create table figures_seen (
  municipality_id uuid not null,
  map_id uuid not null,
  theme text not null check (theme ~ '^[1-6]-[1-6]$'),
  person_id uuid not null,
  skipped boolean not null, -- without saying first what one expects
  at timestamptz not null,
  primary key (municipality_id, map_id, theme, person_id),
  foreign key (municipality_id, map_id) references neighbourhood_maps,
  foreign key (municipality_id, person_id) references people
);
alter table figures_seen enable row level security;
create policy own on figures_seen for select using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()));
create policy seeing on figures_seen for insert with check (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) = 'worker' and (select ctx.reads_maps()));
grant select, insert on figures_seen to schakelbord_app;

-- who administers or audits works with no neighbourhood, and expects nothing of one
drop policy workers on expectations;
create policy workers on expectations for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and (select ctx.reads_maps()));
drop policy own on expectations;
create policy own on expectations for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and (select ctx.reads_maps()) and by_id = (select ctx.person()));
