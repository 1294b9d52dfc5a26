-- A demonstration has no boundaries that are true. What was drawn for it says so, gives way to every true one, and is told apart wherever it is shown.
alter table area_boundaries add column schematic boolean not null default false;

-- The sketch of the directory draws the newest outline, in so many corners as a sketch needs; of an area in pieces the one with most corners.
create function directory.sketched(geometry jsonb) returns jsonb language sql immutable set search_path = pg_catalog as $$
  with rings as (
    select geometry -> 'coordinates' -> 0 as ring where geometry ->> 'type' = 'Polygon'
    union all
    select piece -> 0 from jsonb_array_elements(geometry -> 'coordinates') as piece where geometry ->> 'type' = 'MultiPolygon'
  ), longest as (
    select ring, jsonb_array_length(ring) as corners from rings order by jsonb_array_length(ring) desc limit 1
  )
  select jsonb_agg(corner order by place) from longest, jsonb_array_elements(ring) with ordinality as at (corner, place)
  where place < corners and (place - 1) % greatest(1, ceil(corners / 100.0)::integer) = 0
$$;

create function directory.sketch_boundary() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.areas a set outline = (
    select directory.sketched(b.geometry) from public.area_boundaries b
    where b.municipality_id = a.municipality_id and b.area_id = a.id order by b.schematic, b.from_year desc limit 1)
  where a.municipality_id = coalesce(new.municipality_id, old.municipality_id) and a.id = coalesce(new.area_id, old.area_id) and a.kind not in ('country', 'province', 'municipality');
  return null;
end $$;
revoke all on function directory.sketched(jsonb), directory.sketch_boundary() from public;

create trigger sketched after insert or update or delete on area_boundaries for each row execute function directory.sketch_boundary();
