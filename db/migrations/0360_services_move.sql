-- A service goes to another organisation as a whole: an association takes over an activity.

-- Who looked after a service while it was of another organisation, so that they are asked again when it comes back.
create table former_care (
  municipality_id uuid not null,
  service_id uuid not null,
  organization_id uuid not null,
  owner_id uuid,
  owner_name text,
  owner_email text check (owner_email = lower(owner_email)),
  primary key (municipality_id, service_id, organization_id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, organization_id) references organizations on delete cascade,
  foreign key (municipality_id, owner_id) references people,
  constraint somebody check (owner_id is not null or owner_email is not null)
);
create index former_care_of_organization on former_care (municipality_id, organization_id);
create index former_care_of_person on former_care (municipality_id, owner_id) where owner_id is not null;
alter table former_care enable row level security;
create policy keeping on former_care for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
grant select, insert, update, delete on former_care to schakelbord_app;

-- Who looks after a service may change it, and not give it away: that is for who keeps the whole directory, also by way of an earlier form.
create function directory.only_keepers_move() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if ctx.municipality() is not null and not ctx.keeps_directory() then raise exception 'does not keep the directory' using errcode = '42501'; end if;
  return new;
end $$;
revoke all on function directory.only_keepers_move() from public;
create trigger only_keepers_move before update of organization_id on services for each row when (old.organization_id is distinct from new.organization_id) execute function directory.only_keepers_move();

-- The organisation that a service left no longer reaches where only that service did.
drop trigger indexed_left on services;
create trigger indexed_left after update on services referencing old table as touched for each statement execute function directory.note_change('program', 'program_id', 'organization', 'organization_id');

-- A question to whoever looked after it before is taken back: its link confirms nothing any more, and says why.
alter table confirmation_requests add column withdrawn_at timestamptz, add constraint answered_or_withdrawn check (answered_at is null or withdrawn_at is null);
grant select (withdrawn_at), update (withdrawn_at) on confirmation_requests to schakelbord_app;
create policy withdrawing on confirmation_requests for update using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()) and answered_at is null)
  with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));

create or replace function ctx.confirmation(token bytea) returns jsonb language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select jsonb_build_object('id', r.id, 'entity', r.entity, 'recordId', r.record_id, 'answered', r.answered_at is not null, 'withdrawn', r.withdrawn_at is not null,
    'slug', coalesce(s.slug, o.slug), 'name', coalesce(s.name, o.name), 'summary', coalesce(s.summary, o.summary), 'assuredDate', coalesce(s.assured_date, o.assured_date), 'version', coalesce(s.version, o.version),
    'description', coalesce(s.description, o.description), 'email', coalesce(s.email, o.email), 'website', coalesce(s.url, o.website), 'alert', s.alert,
    'forWhom', s.for_whom, 'application', s.application_process, 'wait', s.wait_time,
    'phones', coalesce((select jsonb_agg(distinct p.number) from phones p where p.municipality_id = r.municipality_id and p.contact_id is null and ((r.entity = 'service' and p.service_id = r.record_id) or (r.entity = 'organization' and p.organization_id = r.record_id and p.service_id is null))), '[]'),
    'costs', coalesce((select jsonb_agg(jsonb_build_object('amount', c.amount, 'words', c.amount_description) order by c.amount nulls last, c.id) from cost_options c where c.municipality_id = r.municipality_id and c.service_id = s.id), '[]'),
    'places', coalesce((select jsonb_agg(l.name) from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = r.municipality_id and x.service_id = s.id and not l.masked), '[]'),
    'hours', coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until) order by h.position) from schedules h where h.municipality_id = r.municipality_id and h.service_id = s.id), '[]'))
  from confirmation_requests r
    left join services s on r.entity = 'service' and s.municipality_id = r.municipality_id and s.id = r.record_id
    left join organizations o on r.entity = 'organization' and o.municipality_id = r.municipality_id and o.id = r.record_id
  where r.token_hash = token and r.municipality_id = ctx.municipality() and r.made_at > ctx.moment() - interval '120 days'
$$;

/* The answer of an owner who holds the link. "right" dates the entry; the others become a proposal for who keeps the directory.
   False when the link is unknown, too old, was used for another answer or was taken back. */
create or replace function ctx.answer_confirmation(token bytea, answer text, message text) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  request confirmation_requests;
begin
  update confirmation_requests r set answered_at = ctx.moment(), answer = answer_confirmation.answer
    where r.token_hash = token and r.municipality_id = ctx.municipality() and r.made_at > ctx.moment() - interval '120 days' and r.answered_at is null and r.withdrawn_at is null returning * into request;
  if request.id is null then return false; end if;
  if answer_confirmation.answer = 'right' then
    if not exists (select from directory_versions v where v.municipality_id = request.municipality_id and v.entity = request.entity and v.record_id = request.record_id) then
      perform directory.add_version(request.municipality_id, request.entity, request.record_id, 'made', null, null, null, 'eerste stand', ctx.moment());
    end if;
    if request.entity = 'service' then
      update services s set assured_date = ctx.today(), assured_how = 'link', assured_by = null, version = s.version + 1, last_modified = ctx.moment() where s.municipality_id = request.municipality_id and s.id = request.record_id;
    else
      update organizations o set assured_date = ctx.today(), assured_how = 'link', assured_by = null, version = o.version + 1, last_modified = ctx.moment() where o.municipality_id = request.municipality_id and o.id = request.record_id;
    end if;
    perform directory.add_version(request.municipality_id, request.entity, request.record_id, 'confirmed', null, null, null, 'via de bevestigingsmail', ctx.moment());
    -- The other links about the same entry have nothing more to ask.
    update confirmation_requests r set answered_at = ctx.moment(), answer = 'right' where r.municipality_id = request.municipality_id and r.entity = request.entity and r.record_id = request.record_id and r.answered_at is null and r.withdrawn_at is null;
  else
    insert into directory_proposals (municipality_id, id, entity, record_id, kind, base_version, message, sender_name, made_at)
      values (request.municipality_id, gen_random_uuid(), request.entity, request.record_id, case answer_confirmation.answer when 'gone' then 'gone' else 'correction' end,
        (select coalesce((select s.version from services s where s.municipality_id = request.municipality_id and s.id = request.record_id), (select o.version from organizations o where o.municipality_id = request.municipality_id and o.id = request.record_id))),
        coalesce(message, 'Dit bestaat niet meer.'), 'de organisatie, via de bevestigingsmail', ctx.moment());
  end if;
  return true;
end $$;
