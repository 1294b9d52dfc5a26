-- A figure has one more that it refers to: who entered it by hand. And flags, what a file replaced and corrections refer to figures, a row at a time: a file in which much can
-- hardly be right paid for each flag, and taking a file back asked three tables for each of its figures. The same rules as before, asked once for all rows of a statement.
alter table figures drop constraint figures_municipality_id_entered_by_fkey;

create or replace function ctx.figures_refer() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  pair record;
  wanted bigint;
  found_there bigint;
begin
  for pair in select * from (values ('area_id', 'areas'), ('indicator_id', 'indicators'), ('source_id', 'sources'), ('import_id', 'figure_imports'), ('entered_by', 'people')) as p (col, parent) loop
    execute format('with w as materialized (select distinct municipality_id, %1$I as id from touched where %1$I is not null),
        held as (select p.id from public.%2$I p join w on w.municipality_id = p.municipality_id and w.id = p.id for key share of p)
      select (select count(*) from w), (select count(*) from held)', pair.col, pair.parent) into wanted, found_there;
    if wanted <> found_there then
      raise foreign_key_violation using message = format('a figure refers to a row of %I that is not there', pair.parent), constraint = format('figures_%s', pair.col), table = 'figures';
    end if;
  end loop;
  return null;
end $$;
create trigger held_by_figures after delete on people for each row execute function ctx.figures_hold('entered_by');
create trigger held_as_it_is after update of municipality_id, id on people for each row when ((old.municipality_id, old.id) is distinct from (new.municipality_id, new.id)) execute function ctx.figures_hold('entered_by');

alter table figure_flags drop constraint figure_flags_municipality_id_figure_id_fkey;
alter table replaced_figures drop constraint replaced_figures_municipality_id_figure_id_fkey;
alter table figure_corrections drop constraint figure_corrections_municipality_id_figure_id_fkey;

-- What is written about figures is about figures that are there. They are locked, so that nobody takes them away meanwhile; those of this very transaction nobody else sees yet.
create function ctx.figures_referred() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  wanted bigint;
  found_there bigint;
begin
  with w as materialized (select distinct municipality_id, figure_id from touched),
    there as materialized (select f.municipality_id, f.id, f.xmin = pg_current_xact_id()::xid as ours from public.figures f join w on w.municipality_id = f.municipality_id and w.figure_id = f.id),
    held as (select f.id from public.figures f join there t on t.municipality_id = f.municipality_id and t.id = f.id where not t.ours for key share of f)
  select (select count(*) from w), (select count(*) from there where ours) + (select count(*) from held) into wanted, found_there;
  if wanted <> found_there then
    raise foreign_key_violation using message = format('a row of %I refers to a figure that is not there', tg_table_name), constraint = format('%s_figure_id', tg_table_name), table = tg_table_name;
  end if;
  return null;
end $$;
revoke all on function ctx.figures_referred() from public;

-- Figures that go take their flags along; what a file replaced and what was corrected keeps them.
create function ctx.figures_gone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  keeper text;
  referred boolean;
begin
  delete from public.figure_flags g using gone where g.municipality_id = gone.municipality_id and g.figure_id = gone.id;
  foreach keeper in array array['replaced_figures', 'figure_corrections'] loop
    execute format('select exists (select from public.%I k join gone on gone.municipality_id = k.municipality_id and gone.id = k.figure_id)', keeper) into referred;
    if referred then
      raise foreign_key_violation using message = format('a row of %I refers to this figure', keeper), constraint = format('%s_figure_id', keeper), table = 'figures';
    end if;
  end loop;
  return null;
end $$;
revoke all on function ctx.figures_gone() from public;
create trigger gone after delete on figures referencing old table as gone for each statement execute function ctx.figures_gone();

-- the key of a figure stays as it is: nothing here changes one, and three tables know it by that
create function ctx.figures_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise foreign_key_violation using message = 'the key of a figure does not change', table = 'figures';
end $$;
revoke all on function ctx.figures_stay() from public;
create trigger held_as_it_is after update of municipality_id, id on figures for each row when ((old.municipality_id, old.id) is distinct from (new.municipality_id, new.id)) execute function ctx.figures_stay();

do $$
declare
  name text;
begin
  foreach name in array array['figure_flags', 'replaced_figures', 'figure_corrections'] loop
    execute format('create trigger refer_new after insert on %I referencing new table as touched for each statement execute function ctx.figures_referred()', name);
    execute format('create trigger refer_changed after update on %I referencing new table as touched for each statement execute function ctx.figures_referred()', name);
  end loop;
end $$;

-- What a file holds of our areas is read whole or not at all: as it came it needs no taking apart, and of half a megabyte once a year nobody misses the packing.
alter table figure_imports alter column rows type json using rows::json, alter column country type json using country::json;
alter table figure_imports alter column rows set storage external, alter column country set storage external;
