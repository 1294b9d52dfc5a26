-- A file brings tens of thousands of figures at once. Four foreign keys asked for an area, an indicator, a source and a file for each of them, one by one: two thirds of what
-- taking a file in cost the database. The same rules, asked once for all rows of a statement: what is referred to exists in the same municipality, and cannot go while
-- somebody refers to it. Rows that are referred to are locked as a foreign key locks them, so that nobody takes them away meanwhile.
create function ctx.figures_refer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  pair record;
  wanted bigint;
  found_there bigint;
begin
  for pair in select * from (values ('area_id', 'areas'), ('indicator_id', 'indicators'), ('source_id', 'sources'), ('import_id', 'figure_imports')) as p (col, parent) loop
    execute format('with w as materialized (select distinct municipality_id, %1$I as id from touched where %1$I is not null),
        held as (select p.id from public.%2$I p join w on w.municipality_id = p.municipality_id and w.id = p.id for key share of p)
      select (select count(*) from w), (select count(*) from held)', pair.col, pair.parent) into wanted, found_there;
    if wanted <> found_there then
      raise foreign_key_violation using message = format('a figure refers to a row of %I that is not there', pair.parent), constraint = format('figures_%s', pair.col), table = 'figures';
    end if;
  end loop;
  return null;
end $$;
revoke all on function ctx.figures_refer() from public;

create function ctx.figures_hold() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  referred boolean;
begin
  execute format('select exists (select from public.figures where municipality_id = $1 and %I = $2)', tg_argv[0]) into referred using old.municipality_id, old.id;
  if referred then
    raise foreign_key_violation using message = format('a figure refers to this row of %I', tg_table_name), constraint = format('figures_%s', tg_argv[0]), table = tg_table_name;
  end if;
  return null;
end $$;
revoke all on function ctx.figures_hold() from public;

alter table figures
  drop constraint figures_municipality_id_area_id_fkey, drop constraint figures_municipality_id_indicator_id_fkey,
  drop constraint figures_municipality_id_source_id_fkey, drop constraint figures_municipality_id_import_id_fkey;
create trigger refer_new after insert on figures referencing new table as touched for each statement execute function ctx.figures_refer();
create trigger refer_changed after update on figures referencing new table as touched for each statement execute function ctx.figures_refer();

do $$
declare
  it record;
begin
  for it in select * from (values ('areas', 'area_id'), ('indicators', 'indicator_id'), ('sources', 'source_id'), ('figure_imports', 'import_id')) as p (parent, col) loop
    execute format('create trigger held_by_figures after delete on %I for each row execute function ctx.figures_hold(%L)', it.parent, it.col);
    execute format('create trigger held_as_it_is after update of municipality_id, id on %I for each row when ((old.municipality_id, old.id) is distinct from (new.municipality_id, new.id)) execute function ctx.figures_hold(%L)', it.parent, it.col);
  end loop;
end $$;
