-- A section without a public text cannot call itself published: a comparison with nothing let it through.
alter table map_sections drop constraint published_is_true,
  add constraint published_is_true check (status <> 'published' or published_version is not distinct from version);
