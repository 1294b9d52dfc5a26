-- A search asks this every time: the counters are read once, for their sum and for each of them.
create or replace function ctx.directory_look() returns table (stamp text, place text, counters bigint[]) language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
  moved numeric;
  each_one bigint[];
begin
  if claims is not null then
    select sum(g.n), array_agg(g.n order by g.slot) into moved, each_one from directory.generations g;
    stamp := concat_ws(' ', current_database(), moved, claims ->> 'municipality', claims ->> 'kind', claims ->> 'role' = 'information-manager', claims ->> 'teams');
    if claims ->> 'kind' is distinct from 'worker' and coalesce(current_setting('directory.moved', true), '') is distinct from coalesce(pg_current_xact_id_if_assigned()::text, '-') then
      place := current_database() || ' ' || (claims ->> 'municipality');
      counters := each_one;
    end if;
  end if;
  return next;
end $$;
