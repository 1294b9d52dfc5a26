-- Whose case it is, kept with each involvement. The decision asked it of the case for every involvement of who looks, and that was half of what a list of cases read.
-- A foreign key holds both to what the case says, also when the case goes to another team.

alter table cases add constraint cases_as_involved unique (municipality_id, id, team_id, purpose);
alter table involvements add column case_team_id uuid, add column case_purpose text;
update involvements i set case_team_id = k.team_id, case_purpose = k.purpose from cases k where k.municipality_id = i.municipality_id and k.id = i.case_id;
alter table involvements
  -- not declared as not null: who adds an involvement does not give them, the trigger below does
  add constraint knows_whose_case check (case_team_id is not null and case_purpose is not null),
  add constraint involved_as_the_case_is foreign key (municipality_id, case_id, case_team_id, case_purpose) references cases (municipality_id, id, team_id, purpose) on update cascade;

create function ctx.involved_as_the_case_is() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  select k.team_id, k.purpose into new.case_team_id, new.case_purpose from public.cases k where k.municipality_id = new.municipality_id and k.id = new.case_id;
  return new;
end $$;
revoke all on function ctx.involved_as_the_case_is() from public;
create trigger involved_as_the_case_is before insert on involvements for each row execute function ctx.involved_as_the_case_is();

create or replace function ctx.decided(out lists text[]) language plpgsql stable security definer set search_path = pg_catalog as $$
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
        not i.case_team_id = any (teams) as elsewhere
      from public.involvements i
        join public.grounds g on g.municipality_id = i.municipality_id and g.case_id = i.case_id
      where i.municipality_id = (claims ->> 'municipality')::uuid and i.person_id = (claims ->> 'person')::uuid
        and i.organization_id = (claims ->> 'organization')::uuid and i.ended_at is null and i.from_at <= moment and i.until_at > moment
        and i.purpose = i.case_purpose and i.case_purpose = claims ->> 'purpose'
        and g.purpose = i.case_purpose and g.withdrawn_at is null and g.from_at <= moment and (g.until_at is null or g.until_at > moment)
        and (g.organization_id = i.organization_id or g.team_id = i.team_id)
      group by i.case_id, i.case_team_id) d;
end $$;
