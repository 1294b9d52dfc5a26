-- How much waits for whoever works here stands on every page of the workplace. Counted under row level security it cost more than the page had to spare, because all
-- conditions of all policies were set up for three numbers about oneself: these functions hold the conditions, and tell the numbers only.

/* Signals that the actor has to take up. */
create function ctx.signals_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  me uuid := ctx.person();
  duty text := ctx.purpose();
  own_teams uuid[] := ctx.teams();
begin
  if ctx.kind() is distinct from 'worker' then return 0; end if;
  return (select count(*) from signals s where s.municipality_id = here and s.owner_id = me and s.state = 'new' and s.next_on is not null and ((s.purpose = duty and s.team_id = any (own_teams)) or s.signalled_by = me));
end $$;

/* Invitations to meetings to come that the actor did not answer. */
create function ctx.invitations_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  me uuid := ctx.person();
  today date := ctx.today();
begin
  if ctx.kind() is distinct from 'worker' then return 0; end if;
  return (select count(*) from meeting_invitees i join meetings m on m.municipality_id = i.municipality_id and m.id = i.meeting_id
    where i.municipality_id = here and i.person_id = me and i.answer = 'open' and m.state = 'invited' and m.on_day >= today);
end $$;

/* Notices to read, reactions to pass on and reports to look at, as far as the actor may see them. */
create function ctx.board_waiting() returns integer language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  today date := ctx.today();
  keeper boolean := coalesce(ctx.keeps_directory(), false);
  own_areas uuid[] := ctx.board_areas();
  for_purpose boolean := ctx.purpose() is not null;
begin
  if not keeper and cardinality(own_areas) = 0 then return 0; end if;
  return (select count(*) from board_notices n where n.municipality_id = here and n.state = 'waiting' and n.until_on >= today and (keeper or n.area_id = any (own_areas)))
    + (select count(*) from board_reactions r join board_notices n on n.municipality_id = r.municipality_id and n.id = r.notice_id
        where r.municipality_id = here and for_purpose and n.area_id = any (own_areas) and (n.state = 'matched' or n.until_on >= today))
    + (select count(*) from board_reports r join board_notices n on n.municipality_id = r.municipality_id and n.id = r.notice_id where r.municipality_id = here and (keeper or n.area_id = any (own_areas)));
end $$;
revoke all on function ctx.signals_waiting(), ctx.invitations_waiting(), ctx.board_waiting() from public;
grant execute on function ctx.signals_waiting(), ctx.invitations_waiting(), ctx.board_waiting() to schakelbord_app;
