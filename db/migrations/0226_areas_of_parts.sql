-- Areas that are made of parts by who keeps the figures: a project area, a village. Their parts are areas of the tree, which keep their own place in it.
-- Such an area lies in nothing itself, so that counting over the tree counts nobody twice.
alter table areas
  add column composed boolean not null default false,
  add column about text check (length(about) between 1 and 500), -- why these parts belong together; on the public page
  add column ended_on date,
  add column ended_because text check (length(ended_because) between 1 and 500),
  add column version integer not null default 1,
  add constraint composed_of_its_own check (not composed or (parent_id is null and kind in ('project-area', 'village'))),
  add constraint only_composed_ends check ((ended_on is null) = (ended_because is null) and (composed or ended_on is null));

create table area_parts (
  municipality_id uuid not null,
  area_id uuid not null,
  part_id uuid not null,
  primary key (municipality_id, area_id, part_id), -- no part twice
  foreign key (municipality_id, area_id) references areas on delete cascade,
  foreign key (municipality_id, part_id) references areas,
  constraint not_of_itself check (area_id <> part_id)
);
create index wholes_of_part on area_parts (municipality_id, part_id);

/* Parts are areas of the tree below the municipality, and none of them lies in another of the same whole: nobody is counted twice. */
create function check_area_parts() returns trigger language plpgsql set search_path = public, pg_catalog as $$
begin
  if not exists (select from areas a where a.municipality_id = new.municipality_id and a.id = new.area_id and a.composed) then
    raise exception 'area % is not made of parts', new.area_id using errcode = 'check_violation';
  end if;
  if exists (select from areas a where a.municipality_id = new.municipality_id and a.id = new.part_id and (a.composed or a.kind in ('country', 'province', 'municipality'))) then
    raise exception 'area % cannot be a part', new.part_id using errcode = 'check_violation';
  end if;
  if exists (
    with recursive up as (
      select p.part_id, a.parent_id from area_parts p join areas a on a.municipality_id = p.municipality_id and a.id = p.part_id where p.municipality_id = new.municipality_id and p.area_id = new.area_id
      union select u.part_id, a.parent_id from up u join areas a on a.municipality_id = new.municipality_id and a.id = u.parent_id
    )
    select from up join area_parts p on p.municipality_id = new.municipality_id and p.area_id = new.area_id and p.part_id = up.parent_id
  ) then
    raise exception 'a part of area % lies in another part', new.area_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger parts_lie_apart after insert or update on area_parts deferrable initially deferred for each row execute function check_area_parts();

alter table area_parts enable row level security;
create policy everybody on area_parts for select using (municipality_id = (select ctx.municipality()));
create policy keeping on area_parts for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()));
grant select, insert, delete on area_parts to schakelbord_app;

create policy composing on areas for update using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()) and composed) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()) and composed);
grant insert (composed, about) on areas to schakelbord_app;
grant update (name, kind, about, ended_on, ended_because, version) on areas to schakelbord_app;
