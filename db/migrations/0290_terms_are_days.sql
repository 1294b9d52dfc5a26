-- A term of the municipality's own is a number of days. Anything else is refused when it is set, and what stood there before counts as none, so that it cannot stop the work of every hour.
alter table municipalities add constraint names_are_kept_for_days check (coalesce(settings ->> 'participantNameDays', '183') ~ '^[1-9][0-9]{0,3}$') not valid;
create or replace function ctx.days_a_name_is_kept(municipality uuid) returns integer language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce((select case when m.settings ->> 'participantNameDays' ~ '^[1-9][0-9]{0,3}$' then (m.settings ->> 'participantNameDays')::integer end from municipalities m where m.id = municipality), 183)
$$;
