-- Photos beside the text of a map, with the permission of whom they show and who made them: given by whom, how, when and until when.
-- A picture holds nothing but the picture: what a camera writes beside it was left out before it came here.

create table map_photos (
  municipality_id uuid not null,
  id uuid not null,
  map_id uuid not null,
  key text not null,
  kind text not null check (kind in ('jpeg', 'png')),
  width integer not null check (width between 1 and 12000),
  height integer not null check (height between 1 and 12000),
  picture bytea check (length(picture) between 1 and 8388608), -- gone when permission is
  alt text not null check (length(alt) between 1 and 300),
  caption text check (length(caption) between 1 and 300),
  made_by text not null check (length(made_by) between 1 and 120), -- by what they are, or the name they want to be known by
  made_on date not null,
  permission_by text not null check (length(permission_by) between 1 and 160), -- who may be seen in it, and who made it; never by name
  permission_how text not null check (permission_how in ('spoken', 'written')),
  permission_on date not null,
  permission_until date check (permission_until >= permission_on),
  by_id uuid not null,
  at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_because text check (length(withdrawn_because) between 1 and 300),
  primary key (municipality_id, id),
  foreign key (municipality_id, map_id, key) references map_sections,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, withdrawn_by) references people,
  constraint withdrawn_is_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)),
  constraint withdrawn_is_gone check ((picture is null) = (withdrawn_at is not null))
);
create index photos_of_map on map_photos (municipality_id, map_id, key);

-- What somebody told may be shown as long as they said.
alter table map_contributions add column permission_until date check (permission_until >= permission_on);

alter table map_photos enable row level security;
create policy staff on map_photos for select using (municipality_id = (select ctx.municipality()) and (select ctx.reads_maps()));
create policy everybody on map_photos for select using (municipality_id = (select ctx.municipality()) and published_at is not null and withdrawn_at is null and (permission_until is null or permission_until >= (select ctx.today()))
  and exists (select from map_sections s where s.municipality_id = map_photos.municipality_id and s.map_id = map_photos.map_id and s.key = map_photos.key and s.published_version is not null));
create policy adding on map_photos for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and (select ctx.reads_maps()) and published_at is null and withdrawn_at is null);
create policy withdrawing on map_photos for update using (municipality_id = (select ctx.municipality()) and withdrawn_at is null
  and ((by_id = (select ctx.person()) and (select ctx.reads_maps())) or ctx.writes_map(map_id))) with check (municipality_id = (select ctx.municipality()));
grant select, insert on map_photos to schakelbord_app;
grant update (picture, withdrawn_at, withdrawn_by, withdrawn_because) on map_photos to schakelbord_app;

drop policy everybody on map_contributions;
create policy everybody on map_contributions for select using (municipality_id = (select ctx.municipality()) and published_at is not null and withdrawn_at is null and (permission_until is null or permission_until >= (select ctx.today()))
  and exists (select from map_sections s where s.municipality_id = map_contributions.municipality_id and s.map_id = map_contributions.map_id and s.key = map_contributions.key and s.published_version is not null));

/* Shows the present text of a section to everybody, with all that was added beside it, or takes the section back.
   Answers false when the section changed in the meantime, is not ready, or is not the actor's to publish. */
create or replace function ctx.publish_section(map uuid, section text, seen_version integer, shown boolean) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  municipality uuid := ctx.municipality();
  moment timestamptz := ctx.moment();
begin
  if not ctx.publishes_map(map) then return false; end if;
  if not shown then
    update public.map_sections s set published_version = null, published_at = null, published_by = null, status = case when s.status = 'published' then 'ready' else s.status end
      where s.municipality_id = municipality and s.map_id = map and s.key = section and s.version = seen_version and s.published_version is not null;
    return found;
  end if;
  update public.map_sections s set published_version = s.version, published_at = moment, published_by = ctx.person(), status = 'published'
    where s.municipality_id = municipality and s.map_id = map and s.key = section and s.version = seen_version and s.status in ('ready', 'published');
  if not found then return false; end if;
  update public.map_contributions c set published_at = moment where c.municipality_id = municipality and c.map_id = map and c.key = section and c.published_at is null and c.withdrawn_at is null;
  update public.map_photos p set published_at = moment where p.municipality_id = municipality and p.map_id = map and p.key = section and p.published_at is null and p.withdrawn_at is null;
  if section = '6-5' then
    update public.map_scenarios s set published_at = moment where s.municipality_id = municipality and s.map_id = map and s.published_at is null;
    update public.scenario_positions p set published_at = moment from public.map_scenarios s
      where p.municipality_id = municipality and s.municipality_id = municipality and s.id = p.scenario_id and s.map_id = map and p.published_at is null;
    update public.scenario_choices c set published_at = moment where c.municipality_id = municipality and c.map_id = map and c.published_at is null;
  elsif section = '6-6' then
    update public.map_goals g set published_at = moment where g.municipality_id = municipality and g.map_id = map and g.published_at is null;
  end if;
  return true;
end $$;
