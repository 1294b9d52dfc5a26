-- A place on the sketch of its area, in thousandths from the left and from the top. It is a place in the sketch and no address.
alter table map_contributions add column across smallint check (across between 0 and 1000), add column down smallint check (down between 0 and 1000),
  add constraint drawn_whole check ((across is null) = (down is null)), add constraint only_places_are_drawn check (across is null or kind = 'place');
grant update (across, down) on map_contributions to schakelbord_app;
