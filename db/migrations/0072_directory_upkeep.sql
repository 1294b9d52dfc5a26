-- Keeping the directory right: history that can come back, questions to owners by mail, duplicates and merging.

-- One question to an owner about one entry. The link in the mail is the only key; of it only the hash is kept.
create table confirmation_requests (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  entity text not null check (entity in ('service', 'organization')),
  record_id uuid not null,
  token_hash bytea not null,
  stage text not null check (stage in ('first', 'reminder', 'last', 'asked')),
  made_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('right', 'wrong', 'gone')),
  primary key (municipality_id, id),
  unique (token_hash),
  constraint answered_is_whole check ((answered_at is null) = (answer is null))
);
create index requests_of_record on confirmation_requests (municipality_id, entity, record_id, made_at desc);

-- Mail that goes out, or lies in the folder of the installation when there is no mail server.
create table outgoing_mails (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  to_address text not null check (length(to_address) between 3 and 200),
  subject text not null check (length(subject) between 1 and 200 and subject !~ '[\n\r]'),
  body text not null,
  about text not null check (about in ('confirmation', 'thanks')),
  made_at timestamptz not null,
  sent_at timestamptz,
  by_way_of text check (by_way_of in ('mail', 'folder')),
  tries integer not null default 0,
  last_error text,
  primary key (municipality_id, id),
  constraint sent_is_whole check ((sent_at is null) = (by_way_of is null))
);
create index mails_to_send on outgoing_mails (made_at) where sent_at is null;
create index mails_by_day on outgoing_mails (municipality_id, made_at desc);

-- Two entries that were one. What moved to the one that stayed can move back.
create table directory_merges (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  entity text not null check (entity in ('service', 'organization')),
  kept_id uuid not null,
  gone_id uuid not null,
  moved uuid[] not null default '{}', -- services of an organisation that became the other's
  by_id uuid not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, by_id) references people,
  constraint two_of_them check (kept_id <> gone_id)
);

-- Which rows make up one entry, parents first. `stays`: other entries may point at it, so it is changed and never removed. $1 is the municipality, $2 the entry.
create function directory.parts_of(entity text) returns table (step integer, name text, condition text, stays boolean) language sql immutable as $$
  select parts.step, parts.name, parts.condition, parts.stays from (values
    ('service', 1, 'services', 't.id = $2', true),
    ('service', 2, 'projects', 't.service_id = $2', false),
    ('service', 3, 'project_partners', 't.service_id = $2', false),
    ('service', 4, 'housings', 't.service_id = $2', false),
    ('service', 5, 'schemes', 't.service_id = $2', false),
    ('service', 6, 'service_at_locations', 't.service_id = $2', false),
    ('service', 7, 'contact_persons', 't.service_id = $2 or t.service_at_location_id in (select x.id from service_at_locations x where x.municipality_id = $1 and x.service_id = $2)', false),
    ('service', 8, 'phones', 't.service_id = $2 or t.service_at_location_id in (select x.id from service_at_locations x where x.municipality_id = $1 and x.service_id = $2) or t.contact_id in (select c.id from contact_persons c where c.municipality_id = $1 and c.service_id = $2)', false),
    ('service', 9, 'schedules', 't.service_id = $2 or t.service_at_location_id in (select x.id from service_at_locations x where x.municipality_id = $1 and x.service_id = $2)', false),
    ('service', 10, 'languages', 't.service_id = $2 or t.contact_id in (select c.id from contact_persons c where c.municipality_id = $1 and c.service_id = $2) or t.phone_id in (select p.id from phones p where p.municipality_id = $1 and p.service_id = $2)', false),
    ('service', 11, 'cost_options', 't.service_id = $2', false),
    ('service', 12, 'required_documents', 't.service_id = $2', false),
    ('service', 13, 'service_areas', 't.service_id = $2', false),
    ('service', 14, 'accessibilities', 't.service_id = $2', false),
    ('service', 15, 'fundings', 't.service_id = $2', false),
    ('service', 16, 'attributes', 't.link_entity = ''service'' and t.link_id = $2', false),
    ('organization', 1, 'organizations', 't.id = $2', true),
    ('organization', 2, 'organization_identifiers', 't.organization_id = $2', false),
    ('organization', 3, 'programs', 't.organization_id = $2', true),
    ('organization', 4, 'locations', 't.organization_id = $2', true),
    ('organization', 5, 'addresses', 't.location_id in (select l.id from locations l where l.municipality_id = $1 and l.organization_id = $2)', false),
    ('organization', 6, 'accessibilities', 't.location_id in (select l.id from locations l where l.municipality_id = $1 and l.organization_id = $2)', false),
    ('organization', 7, 'contact_persons', 't.organization_id = $2 and t.service_id is null', false),
    ('organization', 8, 'phones', '(t.organization_id = $2 and t.service_id is null) or t.contact_id in (select c.id from contact_persons c where c.municipality_id = $1 and c.organization_id = $2 and c.service_id is null)', false),
    ('organization', 9, 'languages', 't.contact_id in (select c.id from contact_persons c where c.municipality_id = $1 and c.organization_id = $2 and c.service_id is null)', false),
    ('organization', 10, 'fundings', 't.organization_id = $2', false),
    ('organization', 11, 'attributes', 't.link_entity = ''organization'' and t.link_id = $2', false)) as parts (of_entity, step, name, condition, stays)
  where parts.of_entity = parts_of.entity
$$;

-- One entry, whole.
create function directory.snapshot(municipality uuid, entity text, record uuid) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog as $$
declare
  part record;
  rows jsonb;
  whole jsonb := '{}';
begin
  for part in select * from directory.parts_of(snapshot.entity) order by step loop
    execute format('select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from %I t where t.municipality_id = $1 and (%s)', part.name, part.condition) into rows using municipality, record;
    if rows is not null then whole := whole || jsonb_build_object(part.name, rows); end if;
  end loop;
  return whole;
end $$;

-- Puts an entry back as it was in a snapshot. Its address, its number of changes and what is measured afterwards stay.
create function directory.put_back(municipality uuid, entity text, record uuid, content jsonb, moment timestamptz) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
declare
  part record;
  columns text;
  root text := case put_back.entity when 'service' then 'services' else 'organizations' end;
  present_row jsonb;
begin
  execute format('select to_jsonb(t) from %I t where t.municipality_id = $1 and t.id = $2', root) into present_row using municipality, record;
  content := jsonb_set(content, array[root, '0'], (content -> root -> 0) || jsonb_build_object('version', (present_row ->> 'version')::integer + 1, 'last_modified', moment, 'slug', present_row -> 'slug'));
  for part in select * from directory.parts_of(put_back.entity) where not stays order by step desc loop
    execute format('delete from %I t where t.municipality_id = $1 and (%s)', part.name, part.condition) using municipality, record;
  end loop;
  for part in select * from directory.parts_of(put_back.entity) order by step loop
    continue when content -> part.name is null;
    -- Only what the snapshot knows: a column that came later keeps its default.
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns from pg_attribute a
      where a.attrelid = ('public.' || quote_ident(part.name))::regclass and a.attnum > 0 and not a.attisdropped and (content -> part.name -> 0) ? a.attname::text;
    execute format('insert into %I (%s) select %2$s from jsonb_populate_recordset(null::%1$I, $1) %3$s', part.name, columns,
      case when part.stays then 'on conflict (municipality_id, id) do update set ' || (select string_agg(format('%s = excluded.%1$s', c), ', ') from regexp_split_to_table(columns, ', ') c) else '' end) using content -> part.name;
  end loop;
end $$;

-- May the actor change this entry?
create function ctx.edits(entity text, record uuid) returns boolean language sql stable as $$ select ctx.keeps_directory() or record = any (ctx.cares_for(entity)) $$;

create function directory.add_version(municipality uuid, entity text, record uuid, act text, note text, proposal uuid, person uuid, words text, moment timestamptz) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
begin
  insert into directory_versions (municipality_id, id, entity, record_id, number, content, act, note, proposal_id, by_id, by_words, at)
    values (municipality, gen_random_uuid(), add_version.entity, record, coalesce((select max(v.number) from directory_versions v where v.municipality_id = municipality and v.entity = add_version.entity and v.record_id = record), 0) + 1,
      directory.snapshot(municipality, add_version.entity, record), act, note, proposal, person, words, moment);
end $$;

-- Keeps how an entry stands before its first change, so that there is always something to go back to.
create function ctx.before_change(entity text, record uuid) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
begin
  if not ctx.edits(entity, record) then raise exception 'not an editor' using errcode = '42501'; end if;
  if not exists (select from directory_versions v where v.municipality_id = ctx.municipality() and v.entity = before_change.entity and v.record_id = record) then
    perform directory.add_version(ctx.municipality(), before_change.entity, record, 'made', null, null, null, 'eerste stand', ctx.moment());
  end if;
end $$;

-- Keeps the new form of an entry, after a change in the same transaction.
create function ctx.after_change(entity text, record uuid, act text, note text, proposal uuid) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
begin
  if not ctx.edits(entity, record) then raise exception 'not an editor' using errcode = '42501'; end if;
  perform directory.add_version(ctx.municipality(), after_change.entity, record, after_change.act, after_change.note, after_change.proposal, ctx.person(), null, ctx.moment());
end $$;

-- Puts back an earlier form; the present one stays in the history. False when there is no such form.
create function ctx.undo_to(entity text, record uuid, version integer) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog as $$
declare
  found_content jsonb;
begin
  if not ctx.edits(entity, record) then raise exception 'not an editor' using errcode = '42501'; end if;
  select v.content into found_content from directory_versions v where v.municipality_id = ctx.municipality() and v.entity = undo_to.entity and v.record_id = record and v.number = undo_to.version;
  if found_content is null then return false; end if;
  perform directory.put_back(ctx.municipality(), undo_to.entity, record, found_content, ctx.moment());
  perform directory.add_version(ctx.municipality(), undo_to.entity, record, 'undone', 'versie ' || undo_to.version, null, ctx.person(), null, ctx.moment());
  return true;
end $$;

-- What the holder of a link sees of the entry it is about; null when there is no such link here.
create function ctx.confirmation(token bytea) returns jsonb language sql stable security definer set search_path = public, pg_catalog as $$
  select jsonb_build_object('id', r.id, 'entity', r.entity, 'recordId', r.record_id, 'answered', r.answered_at is not null,
    'slug', coalesce(s.slug, o.slug), 'name', coalesce(s.name, o.name), 'summary', coalesce(s.summary, o.summary), 'assuredDate', coalesce(s.assured_date, o.assured_date), 'version', coalesce(s.version, o.version),
    'forWhom', s.for_whom, 'application', s.application_process, 'wait', s.wait_time,
    'phones', coalesce((select jsonb_agg(distinct p.number) from phones p where p.municipality_id = r.municipality_id and ((r.entity = 'service' and p.service_id = r.record_id) or (r.entity = 'organization' and p.organization_id = r.record_id and p.contact_id is null))), '[]'),
    'costs', coalesce((select jsonb_agg(c.amount_description) from cost_options c where c.municipality_id = r.municipality_id and c.service_id = s.id), '[]'),
    'places', coalesce((select jsonb_agg(l.name) from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = r.municipality_id and x.service_id = s.id and not l.masked), '[]'),
    'hours', coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until) order by h.position) from schedules h where h.municipality_id = r.municipality_id and h.service_id = s.id), '[]'))
  from confirmation_requests r
    left join services s on r.entity = 'service' and s.municipality_id = r.municipality_id and s.id = r.record_id
    left join organizations o on r.entity = 'organization' and o.municipality_id = r.municipality_id and o.id = r.record_id
  where r.token_hash = token and r.municipality_id = ctx.municipality() and r.made_at > ctx.moment() - interval '120 days'
$$;

/* The answer of an owner who holds the link. "right" dates the entry; the others become a proposal for who keeps the directory.
   False when the link is unknown, too old or was used for another answer. */
create function ctx.answer_confirmation(token bytea, answer text, message text) returns boolean language plpgsql volatile security definer set search_path = public, pg_catalog as $$
declare
  request confirmation_requests;
begin
  update confirmation_requests r set answered_at = ctx.moment(), answer = answer_confirmation.answer
    where r.token_hash = token and r.municipality_id = ctx.municipality() and r.made_at > ctx.moment() - interval '120 days' and r.answered_at is null returning * into request;
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
    update confirmation_requests r set answered_at = ctx.moment(), answer = 'right' where r.municipality_id = request.municipality_id and r.entity = request.entity and r.record_id = request.record_id and r.answered_at is null;
  else
    insert into directory_proposals (municipality_id, id, entity, record_id, kind, base_version, message, sender_name, made_at)
      values (request.municipality_id, gen_random_uuid(), request.entity, request.record_id, case answer_confirmation.answer when 'gone' then 'gone' else 'correction' end,
        (select coalesce((select s.version from services s where s.municipality_id = request.municipality_id and s.id = request.record_id), (select o.version from organizations o where o.municipality_id = request.municipality_id and o.id = request.record_id))),
        coalesce(message, 'Dit bestaat niet meer.'), 'de organisatie, via de bevestigingsmail', ctx.moment());
  end if;
  return true;
end $$;

-- Entries that may be the same as this one, with the reasons: name, telephone, website, address.
create function ctx.look_alikes(entity text, name text, phone text, website text, street text, except_id uuid) returns table (id uuid, slug text, called text, state text, reasons text[]) language sql stable security definer
  set search_path = public, pg_catalog set pg_trgm.similarity_threshold = 0.4 as $$
  with digits as (select regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') as typed), host as (select lower(substring(coalesce(website, '') from '^(?:https?://)?(?:www\.)?([^/:?#]+)')) as typed),
  named as (
    select i.record_id from directory_index i where i.municipality_id = ctx.municipality() and i.entity = look_alikes.entity and coalesce(look_alikes.name, '') <> '' and i.name % look_alikes.name
  ), called as (
    select case look_alikes.entity when 'service' then p.service_id else p.organization_id end as record_id from phones p, digits d where p.municipality_id = ctx.municipality() and length(d.typed) >= 8 and regexp_replace(p.number, '[^0-9]', '', 'g') = d.typed
  ), sited as (
    select o.id as record_id from organizations o, host h where look_alikes.entity = 'organization' and o.municipality_id = ctx.municipality() and h.typed is not null and lower(substring(o.website from '^(?:https?://)?(?:www\.)?([^/:?#]+)')) = h.typed
    union select s.id from services s, host h where look_alikes.entity = 'service' and s.municipality_id = ctx.municipality() and h.typed is not null and lower(substring(s.url from '^(?:https?://)?(?:www\.)?([^/:?#]+)')) = h.typed
  ), housed as (
    select case look_alikes.entity when 'service' then x.service_id else l.organization_id end as record_id from addresses a join locations l on l.municipality_id = a.municipality_id and l.id = a.location_id and not l.masked
      left join service_at_locations x on look_alikes.entity = 'service' and x.municipality_id = l.municipality_id and x.location_id = l.id
    where a.municipality_id = ctx.municipality() and coalesce(street, '') <> '' and directory.plain(a.address1) = directory.plain(street)
  ), found as (
    select record_id, 'name' as reason from named union select record_id, 'phone' from called union select record_id, 'website' from sited union select record_id, 'address' from housed
  )
  select i.record_id, i.slug, i.name, i.state, array_agg(distinct f.reason order by f.reason) from found f join directory_index i on i.municipality_id = ctx.municipality() and i.entity = look_alikes.entity and i.record_id = f.record_id
  where ctx.kind() in ('worker', 'volunteer') and f.record_id is distinct from except_id and i.state <> 'archived'
  group by i.record_id, i.slug, i.name, i.state order by cardinality(array_agg(distinct f.reason)) desc, similarity(i.name, coalesce(look_alikes.name, '')) desc limit 10
$$;

-- Pairs of entries that look like one, for who keeps the directory.
create function ctx.doubles(most integer) returns table (entity text, one_id uuid, one_slug text, one_name text, other_id uuid, other_slug text, other_name text, reasons text[]) language sql stable security definer
  set search_path = public, pg_catalog set pg_trgm.similarity_threshold = 0.6 as $$
  with pairs as (
    select i.entity, i.record_id as one, j.record_id as other, 'name' as reason from directory_index i join directory_index j on j.municipality_id = i.municipality_id and j.entity = i.entity and j.record_id > i.record_id and j.name % i.name
      where i.municipality_id = ctx.municipality() and i.entity in ('service', 'organization')
    union
    select 'organization', least(o.id, q.id), greatest(o.id, q.id), 'website' from organizations o join organizations q on q.municipality_id = o.municipality_id and q.id > o.id and lower(q.website) = lower(o.website) where o.municipality_id = ctx.municipality()
    union
    select 'service', least(p.service_id, q.service_id), greatest(p.service_id, q.service_id), 'phone' from phones p join phones q on q.municipality_id = p.municipality_id and q.service_id > p.service_id and q.number = p.number
      join services s on s.municipality_id = p.municipality_id and s.id = p.service_id join services r on r.municipality_id = q.municipality_id and r.id = q.service_id and r.name = s.name where p.municipality_id = ctx.municipality()
  )
  select p.entity, p.one, a.slug, a.name, p.other, b.slug, b.name, array_agg(distinct p.reason order by p.reason) from pairs p
    join directory_index a on a.municipality_id = ctx.municipality() and a.entity = p.entity and a.record_id = p.one and a.state <> 'archived'
    join directory_index b on b.municipality_id = ctx.municipality() and b.entity = p.entity and b.record_id = p.other and b.state <> 'archived'
  where ctx.keeps_directory()
  group by p.entity, p.one, a.slug, a.name, p.other, b.slug, b.name order by similarity(a.name, b.name) desc, a.name limit most
$$;

-- Where an entry that was merged is found now.
create function ctx.moved_to(entity text, old_slug text) returns text language sql stable security definer set search_path = public, pg_catalog as $$
  select n.slug from services s join services n on n.municipality_id = s.municipality_id and n.id = s.merged_into where moved_to.entity = 'service' and s.municipality_id = ctx.municipality() and s.slug = old_slug
  union all
  select n.slug from organizations o join organizations n on n.municipality_id = o.municipality_id and n.id = o.merged_into where moved_to.entity = 'organization' and o.municipality_id = ctx.municipality() and o.slug = old_slug
$$;

revoke all on function directory.parts_of(text), directory.snapshot(uuid, text, uuid), directory.put_back(uuid, text, uuid, jsonb, timestamptz), directory.add_version(uuid, text, uuid, text, text, uuid, uuid, text, timestamptz) from public;
revoke all on function ctx.edits(text, uuid), ctx.before_change(text, uuid), ctx.after_change(text, uuid, text, text, uuid), ctx.undo_to(text, uuid, integer), ctx.confirmation(bytea), ctx.answer_confirmation(bytea, text, text),
  ctx.look_alikes(text, text, text, text, text, uuid), ctx.doubles(integer), ctx.moved_to(text, text) from public;
grant execute on function ctx.edits(text, uuid), ctx.before_change(text, uuid), ctx.after_change(text, uuid, text, text, uuid), ctx.undo_to(text, uuid, integer), ctx.confirmation(bytea), ctx.answer_confirmation(bytea, text, text),
  ctx.look_alikes(text, text, text, text, text, uuid), ctx.doubles(integer), ctx.moved_to(text, text) to schakelbord_app;

alter table confirmation_requests enable row level security;
create policy keeping on confirmation_requests for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy asking on confirmation_requests for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()) and answered_at is null);
grant select (municipality_id, id, entity, record_id, stage, made_at, answered_at, answer), insert on confirmation_requests to schakelbord_app;
alter table outgoing_mails enable row level security;
create policy keeping on outgoing_mails for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy asking on outgoing_mails for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()) and sent_at is null);
grant select, insert on outgoing_mails to schakelbord_app;
alter table directory_merges enable row level security;
create policy keeping on directory_merges for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
grant select, insert, update (undone_at) on directory_merges to schakelbord_app;
