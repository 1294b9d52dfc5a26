-- The same decisions for less work. What was decided for this transaction is kept as lists that can be read as they are, and not as a document that every table of a
-- case takes apart again; and who is in which team is read from the context once, not for each involvement.

create or replace function ctx.teams() returns uuid[] language sql stable as $$
  select coalesce(translate(ctx.claims() ->> 'teams', '[]"', '{}')::uuid[], '{}') $$;
create or replace function ctx.coordinates() returns uuid[] language sql stable as $$
  select coalesce(translate(ctx.claims() ->> 'coordinates', '[]"', '{}')::uuid[], '{}') $$;
create or replace function ctx.own_cases() returns uuid[] language sql stable as $$
  select coalesce(translate(ctx.claims() ->> 'cases', '[]"', '{}')::uuid[], '{}') $$;

/* The claims when their seal holds, else null. Asked for dozens of times in a request, so it looks its secret up itself. */
create or replace function ctx.claims() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims text := current_setting('ctx.claims', true);
  key bytea;
begin
  if claims is null or claims = '' then return null; end if;
  select s.secret into key from auth.seal s;
  if current_setting('ctx.seal', true) is distinct from
    encode(sha256(key || sha256(key || convert_to(claims || pg_backend_pid()::text || transaction_timestamp()::text, 'utf8'))), 'hex') then return null; end if;
  return claims::jsonb;
end $$;

drop function ctx.decision();
drop function ctx.decided();

/* THE decision, as the database takes it: the cases of which the actor may read classes 1, 2, 3, 4 and whom they are about, and those of class 2 that belong to
   another team. Six lists, in this order. */
create function ctx.decided(out lists text[]) language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
  moment timestamptz := (claims ->> 'moment')::timestamptz;
  cap smallint := case claims ->> 'role' when 'professional' then 4 when 'coordinator' then 4 when 'partner' then 3 else 0 end;
  teams uuid[] := ctx.teams();
begin
  lists := '{"{}","{}","{}","{}","{}","{}"}';
  if claims ->> 'kind' is distinct from 'worker' or cap = 0 or claims ->> 'purpose' is null then return; end if;
  select array[
      coalesce(array_agg(d.case_id) filter (where d.class >= 1), '{}')::text, coalesce(array_agg(d.case_id) filter (where d.class >= 2), '{}')::text,
      coalesce(array_agg(d.case_id) filter (where d.class >= 3), '{}')::text, coalesce(array_agg(d.case_id) filter (where d.class >= 4), '{}')::text,
      coalesce(array_agg(d.case_id) filter (where d.identity), '{}')::text, coalesce(array_agg(d.case_id) filter (where d.elsewhere and d.class >= 2), '{}')::text]
    into lists
    from (
      select i.case_id, max(least(i.class, cap)) as class, coalesce(bool_or(least(i.class, cap) >= 3 and g.with_identity), false) as identity,
        not k.team_id = any (teams) as elsewhere
      from public.involvements i
        join public.cases k on k.municipality_id = i.municipality_id and k.id = i.case_id
        join public.grounds g on g.municipality_id = i.municipality_id and g.case_id = i.case_id
      where i.municipality_id = (claims ->> 'municipality')::uuid and i.person_id = (claims ->> 'person')::uuid
        and i.organization_id = (claims ->> 'organization')::uuid and i.ended_at is null and i.from_at <= moment and i.until_at > moment
        and i.purpose = k.purpose and k.purpose = claims ->> 'purpose'
        and g.purpose = k.purpose and g.withdrawn_at is null and g.from_at <= moment and (g.until_at is null or g.until_at > moment)
        and (g.organization_id = i.organization_id or g.team_id = i.team_id)
      group by i.case_id, k.team_id) d;
end $$;

/* One list of what was decided. Taken once for a transaction and kept, each list under a seal of its own over the context and its place, so that none can be made up
   or put in the place of another. */
create function ctx.decision(place integer) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims text := coalesce(current_setting('ctx.claims', true), '');
  known text := coalesce(current_setting('ctx.decided_' || place, true), '');
  lists text[];
begin
  if known <> '' and left(known, 64) = ctx.sealed('decided ' || place || claims || substr(known, 65)) then return substr(known, 65)::uuid[]; end if;
  lists := ctx.decided();
  for n in 1..6 loop
    perform set_config('ctx.decided_' || n, ctx.sealed('decided ' || n || claims || lists[n]) || lists[n], true);
  end loop;
  return lists[place]::uuid[];
end $$;
revoke all on function ctx.decided(), ctx.decision(integer) from public;

/* Cases of which the actor may read this field class; 5 is whom they are about. A resident reads their own. */
create or replace function ctx.readable(wanted smallint) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() = 'resident' then return ctx.own_cases(); end if;
  return ctx.decision(wanted);
end $$;

create or replace function ctx.readable_elsewhere() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() is distinct from 'worker' then return '{}'; end if;
  return ctx.decision(6);
end $$;

create or replace function ctx.forget_decided() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  for n in 1..6 loop perform set_config('ctx.decided_' || n, '', true); end loop;
  return null;
end $$;
