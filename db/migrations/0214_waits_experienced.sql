-- How long people really waited for a service, told by those who pointed them to it. Only how long and when it was told: not who waited, and not who told it.
create table waits_experienced (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  wait text not null check (wait in ('none', 'two-weeks', 'four-weeks', 'two-months', 'three-months', 'longer', 'no-place')),
  told_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index waits_of_service on waits_experienced (municipality_id, service_id, told_on);
alter table waits_experienced enable row level security;
create policy telling on waits_experienced for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) in ('worker', 'volunteer') and told_on = (select ctx.today())
  and exists (select from services s where s.municipality_id = waits_experienced.municipality_id and s.id = waits_experienced.service_id));
grant insert on waits_experienced to schakelbord_app;

/* What half a year of experiences with a service says, once there are five: how many, the middle one of those who came in (null when nobody did), and how many found no place. */
create function ctx.wait_experienced(service uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  here uuid := ctx.municipality();
  since date := ctx.today() - 183;
  steps text[] := '{none,two-weeks,four-weeks,two-months,three-months,longer}';
  told jsonb;
begin
  select jsonb_build_object('count', count(*), 'noPlace', count(*) filter (where w.wait = 'no-place'),
      'wait', steps[percentile_disc(0.5) within group (order by array_position(steps, w.wait)) filter (where w.wait <> 'no-place')])
    into told
    from waits_experienced w where w.municipality_id = here and w.service_id = service and w.told_on > since
    having count(*) >= 5;
  return told;
end $$;
revoke all on function ctx.wait_experienced(uuid) from public;
grant execute on function ctx.wait_experienced(uuid) to schakelbord_app;
