-- Thresholds that were found at an entry of the directory, what was done to make room, and what came of it (ACT-14). About places and activities, never about somebody.
create table thresholds (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid,
  organization_id uuid,
  -- at which of the places of the entry, when it is one of them
  location_id uuid,
  kind text not null check (kind in ('information', 'image', 'company', 'welcome', 'rules', 'money', 'travel', 'building', 'language', 'other')),
  what text not null check (length(what) between 1 and 1000),
  for_whom text not null check (length(for_whom) between 1 and 200),
  found_on date not null,
  found_by uuid not null,
  done text[] not null default '{}' check (done <@ array['information', 'image', 'introduction', 'host', 'activity', 'other']),
  done_words text check (length(done_words) between 1 and 1000),
  done_on date,
  effect text check (effect in ('gone', 'smaller', 'same')),
  effect_words text check (length(effect_words) between 1 and 1000),
  effect_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, organization_id) references organizations on delete cascade,
  foreign key (municipality_id, location_id) references locations on delete set null (location_id),
  foreign key (municipality_id, found_by) references people,
  constraint of_one_entry check (num_nonnulls(service_id, organization_id) = 1),
  constraint effect_of_something check (effect is null or cardinality(done) > 0),
  constraint done_has_its_day check ((cardinality(done) > 0) = (done_on is not null) and (effect is null) = (effect_on is null))
);
create index thresholds_of_service on thresholds (municipality_id, service_id);
create index thresholds_of_organization on thresholds (municipality_id, organization_id);
create index thresholds_at_location on thresholds (municipality_id, location_id);
create index thresholds_by_finder on thresholds (municipality_id, found_by);

-- How a group of residents was mixed with others at an activity, and what worked (ACT-12).
create table mixing_notes (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  who text not null check (length(who) between 1 and 200),
  how text not null check (length(how) between 1 and 1500),
  worked text check (length(worked) between 1 and 1500),
  failed text check (length(failed) between 1 and 1500),
  noted_on date not null,
  noted_by uuid not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, noted_by) references people,
  constraint something_learnt check (num_nonnulls(worked, failed) > 0)
);
create index mixing_notes_of_service on mixing_notes (municipality_id, service_id);
create index mixing_notes_by_writer on mixing_notes (municipality_id, noted_by);

/* Works with residents in a team: may write what is learnt at any entry of the directory. */
create function ctx.learns_at_entries() returns boolean language sql stable as $$
  select ctx.kind() = 'worker' and ctx.role() in ('professional', 'coordinator', 'partner') and cardinality(ctx.teams()) > 0
$$;
revoke all on function ctx.learns_at_entries() from public;
grant execute on function ctx.learns_at_entries() to schakelbord_app;

-- Read by professionals who see the entry, and by who keeps it; written by teams and by who keeps it; taken away by who wrote it and who keeps it.
do $$
declare
  name text;
  here text := 'municipality_id = (select ctx.municipality())';
  keeps text;
  seen text;
  by_whom text;
begin
  foreach name in array array['thresholds', 'mixing_notes'] loop
    by_whom := case name when 'thresholds' then 'found_by' else 'noted_by' end;
    keeps := '((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for(''service''))::uuid[])' || case name when 'thresholds' then ' or organization_id = any ((select ctx.cares_for(''organization''))::uuid[]))' else ')' end;
    seen := format('(exists (select from services s where s.municipality_id = %1$I.municipality_id and s.id = %1$I.service_id)', name)
      || case name when 'thresholds' then ' or exists (select from organizations o where o.municipality_id = thresholds.municipality_id and o.id = thresholds.organization_id))' else ')' end;
    execute format('alter table %I enable row level security', name);
    execute format('create policy professionals on %I for select using (%s and ((select ctx.kind()) = ''worker'' or %s) and %s)', name, here, keeps, seen);
    execute format('create policy teams_write on %I for insert with check (%s and %I = (select ctx.person()) and ((select ctx.learns_at_entries()) or %s) and %s)', name, here, by_whom, keeps, seen);
    execute format('create policy removing on %I for delete using (%s and (%s or (%I = (select ctx.person()) and (select ctx.learns_at_entries()))))', name, here, keeps, by_whom);
  end loop;
  execute format('create policy teams_go_on on thresholds for update using (%s and ((select ctx.learns_at_entries()) or %s)) with check (%1$s)', here, '(select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for(''service''))::uuid[]) or organization_id = any ((select ctx.cares_for(''organization''))::uuid[])');
  execute format('create policy changing on mixing_notes for update using (%s and ((noted_by = (select ctx.person()) and (select ctx.learns_at_entries())) or %s)) with check (%1$s)', here, '(select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for(''service''))::uuid[])');
end $$;
grant select, insert, delete on thresholds, mixing_notes to schakelbord_app;
-- What was found stays as it was written; what was done about it and what came of it is added.
grant update (done, done_words, done_on, effect, effect_words, effect_on, version) on thresholds to schakelbord_app;
grant update (who, how, worked, failed, version) on mixing_notes to schakelbord_app;
