-- What an outline is was checked by its kind, which the generated types read as the values of the column itself.
alter table area_boundaries drop constraint area_boundaries_geometry_check;
alter table area_boundaries add constraint has_coordinates check (jsonb_typeof(geometry -> 'coordinates') = 'array');
