-- Taking part in an activity with the least that is needed (ACT-06, ACT-07, PRI-12, PRI-13). A list of participants is itself sensitive:
-- it has one keeper and a purpose, and is for the keeper, the coordinator of the team and, for one participant, who registered that one.

create table activity_lists (
  municipality_id uuid not null references municipalities,
  service_id uuid not null,
  team_id uuid not null,
  owner_id uuid not null,
  purpose text not null,
  opened_on date not null,
  primary key (municipality_id, service_id),
  foreign key (municipality_id, service_id) references services,
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, owner_id) references people
);

create table participations (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  -- how somebody wants to be called; gone when they stop
  called text check (length(called) between 1 and 80),
  state text not null default 'registered' check (state in ('registered', 'cancelled', 'dropped-out')),
  registered_on date not null,
  -- the colleague who did it for them; nobody when they did it themselves
  by_id uuid,
  consent text not null check (consent in ('self', 'spoken', 'written')),
  -- may somebody ask how things are when they stay away
  follow_up boolean not null,
  ended_on date,
  reason text check (reason in ('unknown', 'health', 'time', 'fit', 'threshold')),
  signal_id uuid,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references activity_lists,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, signal_id) references signals,
  constraint done_for_somebody_with_consent check ((by_id is null) = (consent = 'self')),
  constraint ended_has_a_day check ((state = 'registered') = (ended_on is null)),
  constraint who_stopped_has_no_name check ((state = 'cancelled') = (called is null)),
  constraint dropping_out_is_followed check ((state = 'dropped-out') = (reason is not null) and (state = 'dropped-out') = (signal_id is not null))
);
create index participations_of_activity on participations (municipality_id, service_id, state);
create index participations_by_person on participations (municipality_id, by_id) where by_id is not null;

-- How to reach a participant, and who supports them when they said that this may be noted. Only on the page of one participant.
create table participation_contacts (
  municipality_id uuid not null,
  participation_id uuid not null,
  phone text check (length(phone) between 3 and 40),
  supporter text check (length(supporter) between 1 and 120),
  supporter_agreed boolean not null default false,
  primary key (municipality_id, participation_id),
  foreign key (municipality_id, participation_id) references participations,
  constraint without_a_yes_nothing_is_kept check (supporter_agreed = (supporter is not null)),
  constraint holds_something check (phone is not null or supporter is not null)
);

-- A time that somebody did not come: told beforehand, or not.
create table participation_absences (
  municipality_id uuid not null,
  participation_id uuid not null,
  on_day date not null,
  told boolean not null,
  primary key (municipality_id, participation_id, on_day),
  foreign key (municipality_id, participation_id) references participations
);

create table auth.participation_codes (
  code_hash bytea primary key,
  municipality_id uuid not null,
  participation_id uuid not null,
  foreign key (municipality_id, participation_id) references public.participations
);

/* Can somebody register for this activity here? Open to everybody, and says no more than that. */
create function ctx.takes_registrations(service uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.activity_lists l join public.services s on s.municipality_id = l.municipality_id and s.id = l.service_id
    where l.municipality_id = ctx.municipality() and l.service_id = service and s.kind = 'activity' and s.visibility = 'public' and s.state = 'published' and s.status = 'active'
      and coalesce(s.publish_on, '-infinity') <= ctx.today() and coalesce(s.expire_on, 'infinity') >= ctx.today())
$$;

/* Registers somebody. The only door: a visitor has no right on any of these tables. `it`: called, phone, followUp, supporter, manner (only for colleagues). */
create function ctx.join_activity(participation uuid, code bytea, service uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  manner text := it ->> 'manner';
begin
  if not ctx.takes_registrations(service) then raise exception 'no list' using errcode = '42501'; end if;
  if manner is not null and (ctx.kind() is distinct from 'worker' or ctx.purpose() is null) then raise exception 'only colleagues register others' using errcode = '42501'; end if;
  insert into public.participations (municipality_id, id, service_id, called, registered_on, by_id, consent, follow_up)
    values (ctx.municipality(), participation, service, it ->> 'called', ctx.today(), case when manner is not null then ctx.person() end, coalesce(manner, 'self'), (it ->> 'followUp')::boolean);
  if it ->> 'phone' is not null or it ->> 'supporter' is not null then
    insert into public.participation_contacts values (ctx.municipality(), participation, it ->> 'phone', it ->> 'supporter', it ->> 'supporter' is not null);
  end if;
  insert into auth.participation_codes values (auth.follow_hash(code), ctx.municipality(), participation);
end $$;

/* Somebody with the code says that they do not come on a day, or (without a day) that they stop; then their name and telephone number go.
   Answers which activity it was; null when there is no such code here, or they stopped before. */
create function ctx.call_off(code bytea, off_day date) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_id uuid;
  answer jsonb;
begin
  select p.id, jsonb_build_object('id', p.id, 'name', s.name, 'slug', s.slug) into found_id, answer
    from auth.participation_codes c
      join public.participations p on p.municipality_id = c.municipality_id and p.id = c.participation_id and p.state = 'registered'
      join public.services s on s.municipality_id = p.municipality_id and s.id = p.service_id
    where c.code_hash = auth.follow_hash(code) and c.municipality_id = ctx.municipality() for update of p;
  if not found then return null; end if;
  if off_day is null then
    update public.participations p set state = 'cancelled', called = null, ended_on = ctx.today(), version = p.version + 1 where p.municipality_id = ctx.municipality() and p.id = found_id;
    delete from public.participation_contacts k where k.municipality_id = ctx.municipality() and k.participation_id = found_id;
  else
    insert into public.participation_absences as a values (ctx.municipality(), found_id, off_day, true)
      on conflict (municipality_id, participation_id, on_day) do update set told = true;
  end if;
  return answer;
end $$;

revoke all on function ctx.takes_registrations(uuid), ctx.join_activity(uuid, bytea, uuid, jsonb), ctx.call_off(bytea, date) from public;
grant execute on function ctx.takes_registrations(uuid), ctx.join_activity(uuid, bytea, uuid, jsonb), ctx.call_off(bytea, date) to schakelbord_app;

alter table activity_lists enable row level security;
create policy team_duty on activity_lists for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]));
create policy opening on activity_lists for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and owner_id = (select ctx.person())
  and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]) and opened_on = (select ctx.today()));

alter table participations enable row level security;
do $$
declare
  keeping text := 'municipality_id = (select ctx.municipality()) and (select ctx.kind()) = ''worker'' and exists (select from activity_lists l where l.municipality_id = participations.municipality_id and l.service_id = participations.service_id
    and (l.owner_id = (select ctx.person()) or l.team_id = any ((select ctx.coordinates())::uuid[])))';
  registrar text := 'municipality_id = (select ctx.municipality()) and (select ctx.kind()) = ''worker'' and by_id = (select ctx.person())';
begin
  execute format('create policy keeping on participations for select using (%s)', keeping);
  execute format('create policy registrar on participations for select using (%s)', registrar);
  execute format('create policy working on participations for update using ((%s) or (%s)) with check (municipality_id = (select ctx.municipality()))', keeping, registrar);
end $$;

do $$
declare
  name text;
  of_participation text := 'municipality_id = (select ctx.municipality()) and exists (select from participations p where p.municipality_id = %1$I.municipality_id and p.id = %1$I.participation_id)';
begin
  foreach name in array array['participation_contacts', 'participation_absences'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy with_participation on %I for select using (' || of_participation || ')', name);
  end loop;
  execute format('create policy forgetting on participation_contacts for delete using (' || of_participation || ')', 'participation_contacts');
  execute format('create policy noting on participation_absences for insert with check (' || of_participation || ')', 'participation_absences');
end $$;

grant select, insert on activity_lists, participation_absences to schakelbord_app;
grant select on participations to schakelbord_app;
grant select, delete on participation_contacts to schakelbord_app;
grant update (state, called, ended_on, reason, signal_id, version) on participations to schakelbord_app;
