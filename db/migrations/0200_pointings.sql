-- Whoever pointed a resident to a service hears when it changes, so that they can pass it on (ACT-03). Who was pointed to it stands nowhere.
create table pointings (
  municipality_id uuid not null,
  person_id uuid not null,
  service_id uuid not null,
  pointed_on date not null,
  -- the last form of the entry that this person knows: see directory_versions
  seen integer not null check (seen >= 0),
  primary key (municipality_id, person_id, service_id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, service_id) references services on delete cascade
);
alter table pointings enable row level security;
create policy own on pointings for all using (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) in ('worker', 'volunteer'))
  with check (municipality_id = (select ctx.municipality()) and person_id = (select ctx.person()) and (select ctx.kind()) in ('worker', 'volunteer'));
grant select, insert, update, delete on pointings to schakelbord_app;

/* How many forms a service has had. The forms themselves are for who keeps it. */
create function ctx.forms_of(service uuid) returns integer language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(max(v.number), 0) from directory_versions v where v.municipality_id = ctx.municipality() and v.entity = 'service' and v.record_id = service and ctx.kind() in ('worker', 'volunteer')
$$;

-- Of a form of a service only what tells a resident how, when and for whom; never a number, a place or a person, which may be for some only.
create function directory.to_pass_on(content jsonb) returns jsonb language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'services', jsonb_build_array((select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(content -> 'services' -> 0) f
      where f.key in ('name', 'summary', 'description', 'for_whom', 'minimum_age', 'maximum_age', 'application_process', 'registration', 'referral', 'indication', 'wait_time', 'alert', 'closed_from', 'closed_until', 'closed_note', 'eligibility_description', 'state'))),
    'schedules', coalesce(content -> 'schedules', '[]'), 'cost_options', coalesce(content -> 'cost_options', '[]'))
$$;

/* Services that whoever asks pointed somebody to within a year and that were changed since: as they knew it, and as it is. A service that they may not see stays out. */
create function ctx.changed_since_pointed() returns table (service_id uuid, slug text, pointed_on date, number integer, changed_at timestamptz, before jsonb, after jsonb) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select p.service_id, s.slug, p.pointed_on, last.number, last.at, directory.to_pass_on(first.content), directory.to_pass_on(last.content)
  from pointings p
    join services s on s.municipality_id = p.municipality_id and s.id = p.service_id and s.visibility in ('public', 'professionals') and s.state <> 'draft'
    cross join lateral (select v.number, v.at, v.content from directory_versions v where v.municipality_id = p.municipality_id and v.entity = 'service' and v.record_id = p.service_id order by v.number desc limit 1) last
    cross join lateral (select v.content from directory_versions v where v.municipality_id = p.municipality_id and v.entity = 'service' and v.record_id = p.service_id order by v.number <= p.seen desc, case when v.number <= p.seen then -v.number else v.number end limit 1) first
  where p.municipality_id = ctx.municipality() and p.person_id = ctx.person() and ctx.kind() in ('worker', 'volunteer') and last.number > p.seen and p.pointed_on > ctx.today() - 365
  order by last.at desc limit 20
$$;
revoke all on function ctx.forms_of(uuid), directory.to_pass_on(jsonb), ctx.changed_since_pointed() from public;
grant execute on function ctx.forms_of(uuid), ctx.changed_since_pointed() to schakelbord_app;
