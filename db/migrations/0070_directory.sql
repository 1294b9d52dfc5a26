-- The directory in the words of Open Referral HSDS 3.0, with what neighbourhoods need beside it: reach, freshness, proposals, history and gaps.
-- A service is anything somebody can turn to: an offer, an activity with dates, a project, a home with support, a scheme. They share search, page,
-- freshness and history, so they share a table; what only one kind has stands in a table beside it.
create extension if not exists fuzzystrmatch;

create schema directory; -- what keeps the directory searchable; the application reaches it through functions only

-- Where areas lie, for distance and for a sketch; longitude first in outlines, as in GeoJSON.
alter table areas add column latitude double precision check (latitude between -90 and 90);
alter table areas add column longitude double precision check (longitude between -180 and 180);
alter table areas add column outline jsonb;

create table postcodes (
  municipality_id uuid not null references municipalities,
  postcode4 text not null check (postcode4 ~ '^[1-9][0-9]{3}$'),
  area_id uuid,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  primary key (municipality_id, postcode4),
  foreign key (municipality_id, area_id) references areas
);

-- Organisations: employers of the cast and everybody else in the directory.
alter table organizations
  add column alternate_name text,
  add column kind text not null default 'organization' check (kind in ('organization', 'municipal', 'care-provider', 'association', 'informal-group', 'faith-community', 'school', 'housing-corporation', 'government', 'company')),
  add column summary text,
  add column summary_en text,
  add column description text,
  add column email text,
  add column website text,
  add column tax_status text,
  add column tax_id text,
  add column year_incorporated smallint check (year_incorporated between 1000 and 2200),
  add column legal_status text,
  add column logo text,
  add column uri text,
  add column members_count integer check (members_count >= 0),
  add column parent_organization_id uuid,
  add column visibility text not null default 'public' check (visibility in ('public', 'professionals')),
  add column state text not null default 'published' check (state in ('draft', 'published', 'archived')),
  add column publish_on date,
  add column expire_on date,
  add column assured_date date,
  add column assured_by uuid,
  add column assured_how text check (assured_how in ('link', 'manager', 'owner', 'import')),
  add column stale_on date,
  add column hide_on date,
  add column merged_into uuid,
  add column created_on date not null default current_date,
  add column last_modified timestamptz not null default now(),
  add column version integer not null default 1,
  add foreign key (municipality_id, parent_organization_id) references organizations,
  add foreign key (municipality_id, assured_by) references people,
  add foreign key (municipality_id, merged_into) references organizations,
  add constraint own_parent check (parent_organization_id <> id);

create table organization_identifiers (
  municipality_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  identifier_scheme text,
  identifier_type text not null,
  identifier text not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations on delete cascade
);
create index identifiers_of_organization on organization_identifiers (municipality_id, organization_id);

create table programs (
  municipality_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  alternate_name text,
  description text,
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations on delete cascade
);
create index programs_of_organization on programs (municipality_id, organization_id);

create table services (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  organization_id uuid not null,
  program_id uuid,
  kind text not null default 'service' check (kind in ('service', 'activity', 'project', 'housing', 'scheme')),
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null check (length(name) between 1 and 200),
  alternate_name text,
  -- one sentence: what it is for you
  summary text,
  summary_en text,
  description text,
  url text,
  email text,
  status text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  closed_from date,
  closed_until date check (closed_until >= closed_from),
  closed_note text,
  interpretation_services text,
  application_process text,
  fees_description text,
  fees text,
  wait_time text,
  wait_time_on date, -- when the waiting time was last told
  accreditations text,
  licenses text,
  alert text,
  -- for whom, in a few words ("ouderen die alleen wonen") and in full
  for_whom text,
  eligibility_description text,
  minimum_age smallint check (minimum_age between 0 and 130),
  maximum_age smallint check (maximum_age between 0 and 130),
  -- unknown is not no
  indication text not null default 'unknown' check (indication in ('needed', 'not-needed', 'unknown')),
  referral text not null default 'unknown' check (referral in ('needed', 'not-needed', 'unknown')),
  registration text not null default 'unknown' check (registration in ('needed', 'not-needed', 'unknown')),
  -- open to everybody, or for one group; and how people go on from there
  inclusive text not null default 'unknown' check (inclusive in ('everyone', 'one-group', 'unknown')),
  flow_to text,
  host text not null default 'unknown' check (host in ('yes', 'no', 'unknown')),         -- somebody receives you
  companion text not null default 'unknown' check (companion in ('yes', 'no', 'unknown')), -- somebody comes along the first time
  pickup text not null default 'unknown' check (pickup in ('yes', 'no', 'unknown')),     -- somebody fetches you
  visibility text not null default 'public' check (visibility in ('public', 'professionals')),
  state text not null default 'published' check (state in ('draft', 'published', 'archived')),
  publish_on date,
  expire_on date,
  assured_date date,
  assured_by uuid,
  assured_how text check (assured_how in ('link', 'manager', 'owner', 'import')),
  stale_on date,
  hide_on date,
  merged_into uuid,
  created_on date not null default current_date,
  last_modified timestamptz not null default now(),
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, program_id) references programs,
  foreign key (municipality_id, assured_by) references people,
  foreign key (municipality_id, merged_into) references services,
  constraint ages_in_order check (minimum_age is null or maximum_age is null or minimum_age <= maximum_age),
  constraint published_in_order check (publish_on is null or expire_on is null or publish_on <= expire_on)
);
create index services_of_organization on services (municipality_id, organization_id);
create index services_by_change on services (municipality_id, last_modified, id);
create index services_by_kind on services (municipality_id, kind);

-- What only a project has.
create table projects (
  municipality_id uuid not null,
  service_id uuid not null,
  goals text not null,
  from_on date,
  until_on date check (until_on >= from_on),
  plan_relation text, -- with the neighbourhood action plan
  results text,
  primary key (municipality_id, service_id),
  foreign key (municipality_id, service_id) references services on delete cascade
);
create table project_partners (
  municipality_id uuid not null,
  service_id uuid not null,
  organization_id uuid not null,
  role text,
  primary key (municipality_id, service_id, organization_id),
  foreign key (municipality_id, service_id) references projects on delete cascade,
  foreign key (municipality_id, organization_id) references organizations
);

-- What only a home with support has.
create table housings (
  municipality_id uuid not null,
  service_id uuid not null,
  form text not null check (form in ('sheltered', 'supported', 'independent')),
  places integer check (places >= 0),
  support_hours text,
  care_on_call text, -- how care can be called
  primary key (municipality_id, service_id),
  foreign key (municipality_id, service_id) references services on delete cascade
);

-- What only a scheme or a material provision has.
create table schemes (
  municipality_id uuid not null,
  service_id uuid not null,
  what text not null check (what in ('scheme', 'provision')),
  needs text,   -- what it asks for: papers, income, a decision
  yields text,  -- what it gives
  helped_by uuid, -- who helps to apply
  primary key (municipality_id, service_id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, helped_by) references organizations
);

create table locations (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  organization_id uuid,
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  url text,
  name text,
  alternate_name text,
  description text,
  transportation text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  external_identifier text,
  external_identifier_type text,
  area_id uuid,
  -- a refuge: where it is, is for nobody but who keeps the directory
  masked boolean not null default false,
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, area_id) references areas,
  constraint masked_is_nowhere check (not masked or (latitude is null and longitude is null and area_id is null and transportation is null and url is null)),
  constraint whole_point check ((latitude is null) = (longitude is null))
);
create index locations_of_organization on locations (municipality_id, organization_id);

create table addresses (
  municipality_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  attention text,
  address1 text not null,
  address2 text,
  city text not null,
  region text,
  state_province text not null default 'Utrecht',
  postal_code text not null,
  country text not null default 'NL',
  address_type text not null default 'physical' check (address_type in ('physical', 'postal', 'virtual')),
  primary key (municipality_id, id),
  foreign key (municipality_id, location_id) references locations on delete cascade
);
create index addresses_of_location on addresses (municipality_id, location_id);

create table service_at_locations (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  description text,
  primary key (municipality_id, id),
  unique (municipality_id, service_id, location_id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, location_id) references locations
);
create index services_at_location on service_at_locations (municipality_id, location_id);

-- People to call. Who may see them is a choice per person.
create table contact_persons (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  organization_id uuid,
  service_id uuid,
  service_at_location_id uuid,
  location_id uuid,
  name text,
  title text,
  department text,
  email text,
  asked_for text, -- what they can be asked for
  visibility text not null default 'professionals' check (visibility in ('public', 'professionals', 'team')),
  team_id uuid,
  person_id uuid, -- when they also work with the system
  position smallint not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations on delete cascade,
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, service_at_location_id) references service_at_locations on delete cascade,
  foreign key (municipality_id, location_id) references locations on delete cascade,
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, person_id) references people,
  constraint team_is_named check ((visibility = 'team') = (team_id is not null))
);
create index contacts_of_organization on contact_persons (municipality_id, organization_id);
create index contacts_of_service on contact_persons (municipality_id, service_id);

create table phones (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  organization_id uuid,
  service_id uuid,
  service_at_location_id uuid,
  location_id uuid,
  contact_id uuid,
  number text not null check (length(number) between 3 and 40),
  extension text,
  type text not null default 'voice' check (type in ('text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone')),
  description text,
  position smallint not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations on delete cascade,
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, service_at_location_id) references service_at_locations on delete cascade,
  foreign key (municipality_id, location_id) references locations on delete cascade,
  foreign key (municipality_id, contact_id) references contact_persons on delete cascade
);
create index phones_of_organization on phones (municipality_id, organization_id);
create index phones_of_service on phones (municipality_id, service_id);
create index phones_of_contact on phones (municipality_id, contact_id);

-- When something is open or takes place: recurrence as in RFC 5545, in local time. A date that falls out or is added stands in exdates and rdates.
create table schedules (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  service_id uuid,
  location_id uuid,
  service_at_location_id uuid,
  valid_from date,
  valid_to date,
  dtstart date,
  timezone text not null default 'Europe/Amsterdam',
  until date,
  count integer check (count > 0),
  wkst text check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  freq text check (freq in ('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')),
  interval integer check (interval > 0),
  byday text,
  byweekno text,
  bymonthday text,
  byyearday text,
  exdates date[] not null default '{}',
  rdates date[] not null default '{}',
  description text,
  opens_at time,
  closes_at time,
  schedule_link text,
  attending_type text,
  notes text,
  position smallint not null default 0,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, location_id) references locations on delete cascade,
  foreign key (municipality_id, service_at_location_id) references service_at_locations on delete cascade,
  constraint valid_in_order check (valid_from is null or valid_to is null or valid_from <= valid_to),
  constraint ends_one_way check (until is null or count is null)
);
create index schedules_of_service on schedules (municipality_id, service_id);

create table languages (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  service_id uuid,
  location_id uuid,
  phone_id uuid,
  contact_id uuid,
  name text,
  code text,
  note text,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, location_id) references locations on delete cascade,
  foreign key (municipality_id, phone_id) references phones on delete cascade,
  foreign key (municipality_id, contact_id) references contact_persons on delete cascade
);
create index languages_of_service on languages (municipality_id, service_id);

create table cost_options (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  valid_from date,
  valid_to date,
  option text,
  currency text not null default 'EUR',
  amount numeric(12, 2) check (amount >= 0),
  amount_description text,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index costs_of_service on cost_options (municipality_id, service_id);

create table required_documents (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  document text,
  uri text,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index documents_of_service on required_documents (municipality_id, service_id);

-- Reach. Without an area it is the region: every area of the municipality and more. `extent` names the street when it is one.
create table service_areas (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  area_id uuid,
  reach text not null default 'neighbourhood' check (reach in ('street', 'sub-area', 'neighbourhood', 'city', 'region')),
  name text,
  description text,
  extent text,
  extent_type text,
  uri text,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, area_id) references areas,
  constraint region_or_area check ((reach = 'region') = (area_id is null))
);
create index areas_of_service on service_areas (municipality_id, service_id);

-- How easy it is to come in, per kind of threshold.
create table accessibilities (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  location_id uuid,
  service_id uuid,
  aspect text not null default 'physical' check (aspect in ('physical', 'psychological', 'financial', 'transport', 'disability')),
  verdict text not null default 'unknown' check (verdict in ('good', 'partly', 'poor', 'unknown')),
  description text,
  details text,
  url text,
  primary key (municipality_id, id),
  foreign key (municipality_id, location_id) references locations on delete cascade,
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index accessibility_of_service on accessibilities (municipality_id, service_id);
create index accessibility_of_location on accessibilities (municipality_id, location_id);

create table fundings (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  organization_id uuid,
  service_id uuid,
  source text,
  basis text check (basis in ('wmo', 'awbz', 'wlz', 'health-insurance', 'jeugdwet', 'participatiewet', 'project-grant', 'neighbourhood-budget', 'own-contribution', 'gifts', 'other')),
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations on delete cascade,
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index fundings_of_service on fundings (municipality_id, service_id);

-- Room, as far as somebody told it lately. After some weeks it is unknown again.
create table service_capacities (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  light text not null check (light in ('room', 'little-room', 'full', 'unknown')),
  available integer check (available >= 0),
  maximum integer check (maximum >= 0),
  unit text,
  description text,
  updated timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references services on delete cascade
);
create index capacity_of_service on service_capacities (municipality_id, service_id, updated desc);

create table taxonomies (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]+$'), -- field, target-group, life-domain, or that of an imported one
  name text not null,
  name_en text,
  description text,
  uri text,
  version text,
  primary key (municipality_id, id),
  unique (municipality_id, key)
);

create table taxonomy_terms (
  municipality_id uuid not null,
  id uuid not null,
  taxonomy_id uuid,
  code text,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  name_en text,
  description text,
  parent_id uuid,
  taxonomy text,
  language text,
  term_uri text,
  -- other words people use for it
  synonyms text[] not null default '{}',
  position smallint not null default 0,
  primary key (municipality_id, id),
  unique (municipality_id, taxonomy_id, slug),
  foreign key (municipality_id, taxonomy_id) references taxonomies,
  foreign key (municipality_id, parent_id) references taxonomy_terms,
  constraint own_parent check (parent_id <> id)
);

-- Any term on any record.
create table attributes (
  municipality_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  link_entity text not null,
  link_type text,
  taxonomy_term_id uuid not null,
  value text,
  primary key (municipality_id, id),
  foreign key (municipality_id, taxonomy_term_id) references taxonomy_terms
);
create index attributes_of_record on attributes (municipality_id, link_entity, link_id);
create index attributes_with_term on attributes (municipality_id, taxonomy_term_id);

-- Changes as another system told them, field by field; our own history is in directory_versions.
create table metadata (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  resource_id uuid not null,
  resource_type text not null,
  last_action_date date not null,
  last_action_type text not null,
  field_name text not null,
  previous_value text not null,
  replacement_value text not null,
  updated_by text not null,
  primary key (municipality_id, id)
);
create index metadata_of_record on metadata (municipality_id, resource_id);

-- Which record of another system a record is, so that an import can be done again.
create table external_ids (
  municipality_id uuid not null references municipalities,
  source text not null check (length(source) between 1 and 200),
  entity text not null,
  identifier text not null check (length(identifier) between 1 and 400),
  record_id uuid not null,
  primary key (municipality_id, source, entity, identifier)
);
create index external_ids_of_record on external_ids (municipality_id, record_id);

create table networks (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  kind text not null check (kind in ('linking-team', 'signalling-network', 'project-network', 'broad-network', 'case-network', 'outreach-team', 'management-team', 'learning-network', 'constituency')),
  area_id uuid,
  team_id uuid,
  summary text,
  summary_en text,
  focus text,
  meets text,
  place text,
  visibility text not null default 'public' check (visibility in ('public', 'professionals')),
  state text not null default 'published' check (state in ('draft', 'published', 'archived')),
  assured_date date,
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, team_id) references teams
);
create table network_members (
  municipality_id uuid not null,
  network_id uuid not null,
  organization_id uuid not null,
  function text,
  ring text not null check (ring in ('core', 'shell', 'guest')),
  primary key (municipality_id, network_id, organization_id),
  foreign key (municipality_id, network_id) references networks on delete cascade,
  foreign key (municipality_id, organization_id) references organizations
);

-- Who looks after an entry: somebody who works with the system, or somebody at the organisation who confirms by mail.
create table entry_care (
  municipality_id uuid not null references municipalities,
  entity text not null check (entity in ('service', 'organization')),
  record_id uuid not null,
  owner_id uuid,
  owner_name text,
  owner_email text check (owner_email = lower(owner_email)),
  primary key (municipality_id, entity, record_id),
  foreign key (municipality_id, owner_id) references people,
  constraint somebody check (owner_id is not null or owner_email is not null)
);
create index care_of_person on entry_care (municipality_id, owner_id) where owner_id is not null;

-- Each approved form of an entry, whole, so that any of them can come back.
create table directory_versions (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  entity text not null check (entity in ('service', 'organization')),
  record_id uuid not null,
  number integer not null,
  content jsonb not null,
  act text not null check (act in ('made', 'changed', 'confirmed', 'proposal', 'merged', 'undone', 'imported')),
  note text,
  proposal_id uuid,
  by_id uuid,
  by_words text, -- when it was nobody who signs in: 'via de bevestigingsmail'
  at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, entity, record_id, number),
  foreign key (municipality_id, by_id) references people
);

-- "Klopt dit niet?", a change field by field, or something new. Anybody may bring one; who did is kept to thank them.
create table directory_proposals (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  entity text not null check (entity in ('service', 'organization')),
  record_id uuid, -- null when it is new
  kind text not null check (kind in ('correction', 'gone', 'change', 'new')),
  base_version integer,
  changes jsonb not null default '{}', -- field: { from, to }
  message text check (length(message) <= 2000),
  found_in text check (length(found_in) <= 200), -- the meeting where it was heard of
  sender_name text check (length(sender_name) <= 120),
  sender_email text check (length(sender_email) <= 200),
  by_id uuid,
  state text not null default 'open' check (state in ('open', 'approved', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  reason text check (length(reason) <= 1000),
  thanked_at timestamptz,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, decided_by) references people,
  constraint decided_is_whole check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)),
  constraint declined_has_a_reason check (state <> 'declined' or reason is not null),
  constraint says_something check (message is not null or changes <> '{}'),
  constraint new_is_about_nothing check ((kind = 'new') = (record_id is null and base_version is null) or state <> 'open')
);
create index open_proposals on directory_proposals (municipality_id, made_at) where state = 'open';
create index proposals_of_record on directory_proposals (municipality_id, record_id);
create index proposals_by_person on directory_proposals (municipality_id, by_id) where by_id is not null;

-- What people looked for and did not find. No row says who looked: only the day, the area and words of the directory itself.
create table unmet_needs (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  noted_on date not null,
  source text not null check (source in ('search', 'triage', 'referral')),
  area_id uuid,
  life_domain_id uuid,
  words text[] not null default '{}',
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, life_domain_id) references taxonomy_terms
);
create index needs_by_day on unmet_needs (municipality_id, noted_on);
-- A word nobody in the directory uses may be a name: it is kept as a hash until it was typed on three different days.
create table directory.unknown_words (
  municipality_id uuid not null,
  hash bytea not null,
  days date[] not null,
  word text,
  primary key (municipality_id, hash),
  constraint rare_words_are_hidden check (word is null or cardinality(days) >= 3)
);

-- A question in a resident's words, and the words of the directory that answer it.
create table directory_needs (
  municipality_id uuid not null references municipalities,
  phrase text not null check (phrase = lower(phrase) and phrase ~ '^[a-z0-9 ]+$'),
  words text[] not null check (cardinality(words) > 0),
  primary key (municipality_id, phrase)
);

-- Search.

-- All words of the directory, for correcting what is typed. `deletes` holds the word with one letter left out, each way: two words that differ by
-- one edit share one of them, so that a typing error is found by equality and never by comparing with every word.
create table directory.lexicon (
  municipality_id uuid not null,
  word text not null,
  stem text,
  parts text[] not null default '{}',
  deletes text[] not null,
  open boolean not null default false, -- occurs in an entry that everybody may see, and may be suggested
  primary key (municipality_id, word)
);
create index lexicon_by_stem on directory.lexicon (municipality_id, stem);
create index lexicon_by_parts on directory.lexicon using gin (parts) where parts <> '{}';
create index lexicon_by_deletes on directory.lexicon using gin (deletes);
create index lexicon_by_shape on directory.lexicon using gin (word gin_trgm_ops);
create index lexicon_by_start on directory.lexicon (word text_pattern_ops);

-- Heads of compound words: "mantelzorg" is also found by "zorg".
create table directory.compound_heads (word text primary key);
insert into directory.compound_heads values ('zorg'), ('hulp'), ('huis'), ('werk'), ('groep'), ('club'), ('cafe'), ('tafel'), ('maaltijd'), ('cursus'), ('school'), ('kerk'), ('centrum'),
  ('team'), ('dienst'), ('punt'), ('spreekuur'), ('inloop'), ('bezoek'), ('vervoer'), ('bus'), ('pas'), ('geld'), ('schuld'), ('schulden'), ('bank'), ('raad'), ('steun'), ('project'), ('coach'), ('maatje'), ('maatjes'),
  ('vriend'), ('vriendschap'), ('bemiddeling'), ('begeleiding'), ('besteding'), ('verpleging'), ('arts'), ('apotheek'), ('jeugd'), ('kinderen'), ('ouder'), ('ouderen'), ('senioren'), ('vrouwen'), ('mannen'),
  ('wandel'), ('wandelen'), ('fiets'), ('fietsen'), ('sport'), ('muziek'), ('kook'), ('koken'), ('tuin'), ('natuur'), ('computer'), ('boek'), ('bibliotheek'), ('woning'), ('wonen'), ('wijk'), ('buurt'), ('dorp'),
  ('psychiatrie'), ('psychisch'), ('verslaving'), ('rouw'), ('eenzaamheid'), ('mantelzorg'), ('vrijwilliger'), ('vrijwilligers'), ('opvang'), ('speel'), ('spelen'), ('koffie'), ('avond'), ('regeling'), ('toeslag'),
  ('verzekering'), ('uitkering'), ('budget'), ('scootmobiel'), ('rolstoel'), ('informatie'), ('advies'), ('loket'), ('kamer'), ('woon');

create function directory.plain(words text) returns text language sql stable set search_path = public, pg_catalog as $$
  select trim(regexp_replace(lower(unaccent(coalesce(words, ''))), '[^a-z0-9]+', ' ', 'g'))
$$;
create function directory.stem(word text) returns text language sql stable as $$ select (tsvector_to_array(to_tsvector('dutch', word)))[1] $$;
create function directory.deletes(word text) returns text[] language sql immutable as $$
  select case when length(word) < 3 then array[word] else array(select word union select left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) i) end
$$;
-- The parts of a compound: the last one is a known head, the first at least three letters; when it ends in an "s" that may only join, also without.
create function directory.parts(word text) returns text[] language sql stable set search_path = directory, pg_catalog as $$
  select coalesce((
    select case when left(parts.word, i) ~ '^[a-z]{3,}s$' then array[left(parts.word, i), left(parts.word, i - 1), substr(parts.word, i + 1)] else array[left(parts.word, i), substr(parts.word, i + 1)] end
    from generate_series(3, length(parts.word) - 3) i join compound_heads h on h.word = substr(parts.word, i + 1)
    where parts.word !~ 'netwerk$' order by i limit 1), '{}')
$$;

-- What is searched: one row for each entry, made again whenever something of the entry changes.
create table directory_index (
  municipality_id uuid not null,
  entity text not null check (entity in ('service', 'organization', 'network', 'contact')),
  record_id uuid not null,
  kind text not null,
  slug text,
  name text not null,
  summary text,
  summary_en text,
  visibility text not null check (visibility in ('public', 'professionals', 'team')),
  team_id uuid,
  state text not null,
  publish_on date,
  expire_on date,
  hide_on date,
  stale_on date,
  assured_date date,
  document tsvector not null,
  facets text[] not null,
  reach uuid[] not null,
  latitude double precision,
  longitude double precision,
  primary key (municipality_id, entity, record_id)
);
create index index_by_words on directory_index using gin (document);
create index index_by_facets on directory_index using gin (facets);
create index index_by_reach on directory_index using gin (reach);
create index index_by_name on directory_index (municipality_id, name);
create index index_by_shape on directory_index using gin (name gin_trgm_ops);

-- All areas in which somebody finds it: the area itself, what lies in it, and what it lies in.
create function directory.reached(municipality uuid, area uuid) returns setof uuid language sql stable set search_path = public, pg_catalog as $$
  with recursive down as (
    select a.id from areas a where a.municipality_id = municipality and a.id = area
    union select a.id from areas a join down d on a.parent_id = d.id where a.municipality_id = municipality
  ), up as (
    select a.id, a.parent_id from areas a where a.municipality_id = municipality and a.id = area
    union select a.id, a.parent_id from areas a join up u on a.id = u.parent_id where a.municipality_id = municipality
  )
  select id from down union select id from up
$$;

create function directory.remember_words(municipality uuid, words text, shown boolean) returns void language sql set search_path = public, pg_catalog as $$
  insert into directory.lexicon (municipality_id, word, stem, parts, deletes, open)
    select municipality, w, directory.stem(w), directory.parts(w), directory.deletes(w), shown
    from (select distinct w from regexp_split_to_table(directory.plain(words), ' ') w where length(w) between 2 and 40 and w !~ '^[0-9]+$') known
  on conflict (municipality_id, word) do update set open = true where excluded.open and not lexicon.open
$$;

-- Words of a text with the parts of its compounds beside them.
create function directory.compounds(municipality uuid, words text) returns text language sql stable set search_path = public, pg_catalog as $$
  select coalesce(string_agg(array_to_string(l.parts, ' '), ' '), '') from directory.lexicon l
  where l.municipality_id = municipality and l.word in (select regexp_split_to_table(directory.plain(words), ' ')) and l.parts <> '{}'
$$;
create function directory.document(municipality uuid, names text, gist text, body text, around text) returns tsvector language sql stable set search_path = public, pg_catalog as $$
  select setweight(to_tsvector('dutch', directory.plain(names)), 'A') || setweight(to_tsvector('dutch', directory.plain(gist)), 'B')
    || setweight(to_tsvector('dutch', directory.plain(body)), 'C') || setweight(to_tsvector('dutch', directory.plain(around)), 'D')
    || setweight(to_tsvector('dutch', directory.compounds(municipality, concat_ws(' ', names, gist))), 'B')
    || setweight(to_tsvector('dutch', directory.compounds(municipality, body)), 'D')
$$;

create function directory.index_service(municipality uuid, service uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  s services;
  place locations;
  marks text[];
  around text;
  gist text;
  free boolean;
begin
  select * into s from services x where x.municipality_id = municipality and x.id = service;
  if not found then
    delete from directory_index i where i.municipality_id = municipality and i.entity = 'service' and i.record_id = service;
    return;
  end if;
  select l.* into place from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id
    where x.municipality_id = municipality and x.service_id = service order by l.latitude is null, x.id limit 1;
  gist := concat_ws(' ', s.summary, s.for_whom, (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ') from attributes a
    join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id where a.municipality_id = municipality and a.link_entity = 'service' and a.link_id = service));
  around := concat_ws(' ', (select concat_ws(' ', o.name, o.alternate_name) from organizations o where o.municipality_id = municipality and o.id = s.organization_id),
    (select string_agg(l.name, ' ') from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = municipality and x.service_id = service and not l.masked),
    (select string_agg(l.name, ' ') from languages l where l.municipality_id = municipality and l.service_id = service));
  free := exists (select from cost_options c where c.municipality_id = municipality and c.service_id = service and c.amount = 0);
  marks := array(
    select 'kind:' || s.kind
    union select x.key || ':' || t.slug from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id join taxonomies x on x.municipality_id = t.municipality_id and x.id = t.taxonomy_id
      where a.municipality_id = municipality and a.link_entity = 'service' and a.link_id = service
    union select 'day:' || d from schedules h, regexp_split_to_table(coalesce(h.byday, ''), ',') e, lateral (select right(trim(e), 2) as d) r where h.municipality_id = municipality and h.service_id = service and d ~ '^(MO|TU|WE|TH|FR|SA|SU)$'
    union select 'when:evening' from schedules h where h.municipality_id = municipality and h.service_id = service and h.opens_at >= '17:00'
    union select 'when:weekend' from schedules h where h.municipality_id = municipality and h.service_id = service and h.byday ~ '(SA|SU)'
    union select 'when:weekdays' from schedules h where h.municipality_id = municipality and h.service_id = service and h.byday ~ '(MO|TU|WE|TH|FR)'
    union select 'cost:free' where free
    union select 'cost:below-5' where free or exists (select from cost_options c where c.municipality_id = municipality and c.service_id = service and c.amount < 5)
    union select 'handy:no-indication' where s.indication = 'not-needed'
    union select 'handy:no-registration' where s.registration = 'not-needed'
    union select 'handy:no-referral' where s.referral = 'not-needed'
    union select 'handy:host' where s.host = 'yes'
    union select 'handy:companion' where s.companion = 'yes'
    union select 'handy:pickup' where s.pickup = 'yes'
    union select 'handy:wheelchair' from accessibilities a where a.municipality_id = municipality and a.aspect = 'physical' and a.verdict = 'good'
      and (a.service_id = service or a.location_id in (select x.location_id from service_at_locations x where x.municipality_id = municipality and x.service_id = service))
    union select 'language:' || l.code from languages l where l.municipality_id = municipality and l.service_id = service and l.code is not null);
  perform directory.remember_words(municipality, concat_ws(' ', s.name, s.alternate_name, gist, s.description, around), s.state = 'published' and s.visibility = 'public');
  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, summary_en, visibility, state, publish_on, expire_on, hide_on, stale_on, assured_date, document, facets, reach, latitude, longitude)
    values (municipality, 'service', service, s.kind, s.slug, s.name, s.summary, s.summary_en, s.visibility, s.state, s.publish_on, s.expire_on, s.hide_on, s.stale_on, s.assured_date,
      directory.document(municipality, concat_ws(' ', s.name, s.alternate_name), gist, concat_ws(' ', s.description, s.eligibility_description, s.application_process), around), marks,
      array(select distinct r from service_areas a, lateral (select directory.reached(municipality, a.area_id) as r union select x.id from areas x where a.area_id is null and x.municipality_id = municipality) e
        where a.municipality_id = municipality and a.service_id = service),
      place.latitude, place.longitude)
  on conflict (municipality_id, entity, record_id) do update set kind = excluded.kind, slug = excluded.slug, name = excluded.name, summary = excluded.summary, summary_en = excluded.summary_en, visibility = excluded.visibility,
    state = excluded.state, publish_on = excluded.publish_on, expire_on = excluded.expire_on, hide_on = excluded.hide_on, stale_on = excluded.stale_on, assured_date = excluded.assured_date, document = excluded.document,
    facets = excluded.facets, reach = excluded.reach, latitude = excluded.latitude, longitude = excluded.longitude;
end $$;

create function directory.index_organization(municipality uuid, organization uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  o organizations;
  place locations;
begin
  select * into o from organizations x where x.municipality_id = municipality and x.id = organization;
  if not found then
    delete from directory_index i where i.municipality_id = municipality and i.entity = 'organization' and i.record_id = organization;
    return;
  end if;
  select l.* into place from locations l where l.municipality_id = municipality and l.organization_id = organization and l.latitude is not null order by l.id limit 1;
  perform directory.remember_words(municipality, concat_ws(' ', o.name, o.alternate_name, o.summary, o.description), o.state = 'published' and o.visibility = 'public');
  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, summary_en, visibility, state, publish_on, expire_on, hide_on, stale_on, assured_date, document, facets, reach, latitude, longitude)
    values (municipality, 'organization', organization, o.kind, o.slug, o.name, o.summary, o.summary_en, o.visibility, o.state, o.publish_on, o.expire_on, o.hide_on, o.stale_on, o.assured_date,
      directory.document(municipality, concat_ws(' ', o.name, o.alternate_name), o.summary, o.description,
        (select string_agg(concat_ws(' ', t.name, array_to_string(t.synonyms, ' ')), ' ') from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id
          where a.municipality_id = municipality and a.link_entity = 'organization' and a.link_id = organization)),
      array(select 'kind:organization' union select x.key || ':' || t.slug from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id
        join taxonomies x on x.municipality_id = t.municipality_id and x.id = t.taxonomy_id where a.municipality_id = municipality and a.link_entity = 'organization' and a.link_id = organization),
      array(select distinct directory.reached(municipality, l.area_id) from locations l where l.municipality_id = municipality and l.organization_id = organization and l.area_id is not null
        union select unnest(i.reach) from services s join directory_index i on i.municipality_id = s.municipality_id and i.entity = 'service' and i.record_id = s.id where s.municipality_id = municipality and s.organization_id = organization),
      place.latitude, place.longitude)
  on conflict (municipality_id, entity, record_id) do update set kind = excluded.kind, slug = excluded.slug, name = excluded.name, summary = excluded.summary, summary_en = excluded.summary_en, visibility = excluded.visibility,
    state = excluded.state, publish_on = excluded.publish_on, expire_on = excluded.expire_on, hide_on = excluded.hide_on, stale_on = excluded.stale_on, assured_date = excluded.assured_date, document = excluded.document,
    facets = excluded.facets, reach = excluded.reach, latitude = excluded.latitude, longitude = excluded.longitude;
end $$;

create function directory.index_network(municipality uuid, network uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  n networks;
begin
  select * into n from networks x where x.municipality_id = municipality and x.id = network;
  delete from directory_index i where i.municipality_id = municipality and i.entity = 'network' and i.record_id = network;
  if n.id is null then return; end if;
  perform directory.remember_words(municipality, concat_ws(' ', n.name, n.summary, n.focus), n.state = 'published' and n.visibility = 'public');
  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, summary_en, visibility, state, assured_date, document, facets, reach)
    values (municipality, 'network', network, n.kind, n.slug, n.name, n.summary, n.summary_en, n.visibility, n.state, n.assured_date,
      directory.document(municipality, n.name, n.summary, n.focus, (select string_agg(o.name, ' ') from network_members m join organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id where m.municipality_id = municipality and m.network_id = network)),
      array['kind:network'], array(select directory.reached(municipality, n.area_id)));
end $$;

create function directory.index_contact(municipality uuid, contact uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  c contact_persons;
  around text;
begin
  select * into c from contact_persons x where x.municipality_id = municipality and x.id = contact;
  delete from directory_index i where i.municipality_id = municipality and i.entity = 'contact' and i.record_id = contact;
  if c.id is null or c.name is null then return; end if;
  around := concat_ws(' ', (select o.name from organizations o where o.municipality_id = municipality and o.id = c.organization_id), (select s.name from services s where s.municipality_id = municipality and s.id = c.service_id),
    (select string_agg(l.name, ' ') from languages l where l.municipality_id = municipality and l.contact_id = contact));
  -- Names of people are not suggested to anybody and correct nothing.
  perform directory.remember_words(municipality, concat_ws(' ', c.title, c.asked_for), false);
  insert into directory_index (municipality_id, entity, record_id, kind, slug, name, summary, visibility, team_id, state, document, facets, reach)
    values (municipality, 'contact', contact, 'contact', null, c.name, concat_ws(', ', c.title, c.asked_for), c.visibility, c.team_id, 'published',
      directory.document(municipality, c.name, concat_ws(' ', c.title, c.department, c.asked_for), '', around),
      array(select 'kind:contact' union select 'language:' || l.code from languages l where l.municipality_id = municipality and l.contact_id = contact and l.code is not null),
      coalesce((select i.reach from directory_index i where i.municipality_id = municipality and (i.entity, i.record_id) in (('service', c.service_id), ('organization', c.organization_id)) order by i.entity desc limit 1), '{}'));
end $$;

-- What changed in this transaction is indexed once, when it ends. A load of many rows may ask to wait (`set local directory.bulk = 'on'`) and end with directory.reindex().
create table directory.changed (
  municipality_id uuid not null,
  entity text not null,
  record_id uuid not null,
  primary key (municipality_id, entity, record_id)
);
create function directory.index_changed() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  delete from directory.changed c where c.municipality_id = new.municipality_id and c.entity = new.entity and c.record_id = new.record_id;
  if not found then return null; end if;
  case new.entity
    when 'service' then perform directory.index_service(new.municipality_id, new.record_id);
    when 'organization' then perform directory.index_organization(new.municipality_id, new.record_id);
    when 'network' then perform directory.index_network(new.municipality_id, new.record_id);
    else perform directory.index_contact(new.municipality_id, new.record_id);
  end case;
  return null;
end $$;
create constraint trigger index_changed after insert on directory.changed deferrable initially deferred for each row execute function directory.index_changed();

-- Arguments: the entity and the column that holds its id, in pairs.
create function directory.note_change() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  i integer := 0;
begin
  if current_setting('directory.bulk', true) = 'on' then return null; end if;
  while i < tg_nargs loop
    execute format('insert into directory.changed select distinct r.municipality_id, %L, r.%I from touched r where r.%2$I is not null %s on conflict do nothing', tg_argv[i], tg_argv[i + 1],
      case when tg_table_name = 'attributes' then format('and r.link_entity = %L', tg_argv[i]) else '' end);
    i := i + 2;
  end loop;
  return null;
end $$;
do $$
declare
  it record;
begin
  for it in select * from (values
    ('organizations', array['organization', 'id']), ('services', array['service', 'id', 'organization', 'organization_id']), ('networks', array['network', 'id']), ('network_members', array['network', 'network_id']),
    ('contact_persons', array['contact', 'id']), ('service_at_locations', array['service', 'service_id']), ('schedules', array['service', 'service_id']), ('languages', array['service', 'service_id', 'contact', 'contact_id']),
    ('cost_options', array['service', 'service_id']), ('service_areas', array['service', 'service_id']), ('accessibilities', array['service', 'service_id']), ('attributes', array['service', 'link_id', 'organization', 'link_id']),
    ('locations', array['organization', 'organization_id'])) as t(name, pairs) loop
    execute format('create trigger indexed_new after insert on %I referencing new table as touched for each statement execute function directory.note_change(%s)', it.name, (select string_agg(quote_literal(p), ',') from unnest(it.pairs) p));
    execute format('create trigger indexed_changed after update on %I referencing new table as touched for each statement execute function directory.note_change(%s)', it.name, (select string_agg(quote_literal(p), ',') from unnest(it.pairs) p));
    execute format('create trigger indexed_gone after delete on %I referencing old table as touched for each statement execute function directory.note_change(%s)', it.name, (select string_agg(quote_literal(p), ',') from unnest(it.pairs) p));
  end loop;
end $$;
-- A place that changes changes the services at it.
create function directory.note_place() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if current_setting('directory.bulk', true) = 'on' then return null; end if;
  insert into directory.changed select distinct x.municipality_id, 'service', x.service_id from touched t join service_at_locations x on x.municipality_id = t.municipality_id and x.location_id = t.id on conflict do nothing;
  return null;
end $$;
create trigger indexed_services after update on locations referencing new table as touched for each statement execute function directory.note_place();

create function directory.reindex(municipality uuid) returns void language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  perform directory.index_service(municipality, s.id) from services s where s.municipality_id = municipality;
  perform directory.index_organization(municipality, o.id) from organizations o where o.municipality_id = municipality;
  perform directory.index_network(municipality, n.id) from networks n where n.municipality_id = municipality;
  perform directory.index_contact(municipality, c.id) from contact_persons c where c.municipality_id = municipality;
end $$;

-- Half a year after it was checked an entry is old; after a year and a half it is no longer shown to the public. A municipality may choose other terms.
create function directory.ageing() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  terms jsonb := (select m.settings from municipalities m where m.id = new.municipality_id);
begin
  new.stale_on := coalesce(new.assured_date, new.created_on) + coalesce((terms ->> 'directoryStaleDays')::integer, 183);
  new.hide_on := coalesce(new.assured_date, new.created_on) + coalesce((terms ->> 'directoryHideDays')::integer, 548);
  return new;
end $$;
create trigger ageing before insert or update of assured_date, created_on on services for each row execute function directory.ageing();
create trigger ageing before insert or update of assured_date, created_on on organizations for each row execute function directory.ageing();

/* Reads a question as people type it: known needs ("ik ben alleen"), words, compounds, typing errors and words that are not finished yet.
   `all` asks for every word, `any` for one of them. Nothing of what is typed is kept. */
create function ctx.read_question(asked text) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  left_over text := ' ' || left(directory.plain(asked), 300) || ' ';
  need record;
  typed text;
  one tsquery;
  all_words tsquery;
  any_word tsquery;
  understood jsonb := '[]';
  used text[];
  how text;
  compound text[];
begin
  for need in select n.phrase, n.words from directory_needs n where n.municipality_id = municipality and left_over like '% ' || n.phrase || ' %' order by length(n.phrase) desc loop
    continue when left_over not like '% ' || need.phrase || ' %';
    left_over := replace(left_over, ' ' || need.phrase || ' ', '  ');
    one := plainto_tsquery('dutch', need.phrase);
    foreach typed in array need.words loop
      one := case when numnode(one) = 0 then plainto_tsquery('dutch', typed) else one || plainto_tsquery('dutch', typed) end;
    end loop;
    understood := understood || jsonb_build_object('typed', need.phrase, 'how', 'need', 'used', to_jsonb(need.words), 'query', one::text);
    all_words := case when all_words is null then one else all_words && one end;
    any_word := case when any_word is null then one else any_word || one end;
  end loop;
  foreach typed in array (regexp_split_to_array(trim(regexp_replace(left_over, ' +', ' ', 'g')), ' '))[1:12] loop
    continue when typed = '' or directory.stem(typed) is null;
    one := plainto_tsquery('dutch', typed);
    used := array[typed];
    if exists (select from directory.lexicon l where l.municipality_id = municipality and l.word = typed) or exists (select from directory.lexicon l where l.municipality_id = municipality and l.stem = directory.stem(typed))
      or exists (select from directory.lexicon l where l.municipality_id = municipality and l.parts <> '{}' and l.parts @> array[typed]) then
      how := 'known';
    else
      how := 'unknown';
      if length(typed) >= 3 then
        select array_agg(w.word) into used from (select l.word from directory.lexicon l where l.municipality_id = municipality and l.word like typed || '%' order by length(l.word), l.word limit 12) w;
        if used is not null then how := 'begun'; end if;
      end if;
      if length(typed) >= 4 then
        used := nullif(coalesce(used, '{}') || array(
          select l.word from directory.lexicon l where l.municipality_id = municipality and l.deletes && directory.deletes(typed) and abs(length(l.word) - length(typed)) <= 1
            and length(l.word) >= 3 and not l.word = any (coalesce(used, '{}')) order by levenshtein(l.word, typed), l.word limit 8), '{}');
        if used is null and length(typed) >= 6 then
          used := nullif(array(
            select l.word from directory.lexicon l where l.municipality_id = municipality and l.word % typed and levenshtein_less_equal(l.word, typed, 2) <= 2
              order by levenshtein_less_equal(l.word, typed, 2), similarity(l.word, typed) desc, l.word limit 5), '{}');
        end if;
        if used is not null and how = 'unknown' then how := 'corrected'; end if;
      end if;
      if used is not null then
        one := coalesce((select to_tsquery('simple', string_agg('''' || directory.stem(u) || '''', ' | ')) from unnest(used) u where directory.stem(u) is not null), one);
      end if;
      compound := directory.parts(typed);
      if compound <> '{}' then
        one := one || ((plainto_tsquery('dutch', compound[1]) || plainto_tsquery('dutch', compound[cardinality(compound) - 1])) && plainto_tsquery('dutch', compound[cardinality(compound)]));
        if how = 'unknown' then
          how := 'parts';
          used := compound;
        end if;
      end if;
      used := coalesce(used, '{}');
    end if;
    understood := understood || jsonb_build_object('typed', typed, 'how', how, 'used', to_jsonb(used), 'query', one::text);
    all_words := case when all_words is null then one else all_words && one end;
    any_word := case when any_word is null then one else any_word || one end;
  end loop;
  return jsonb_build_object('words', understood, 'all', all_words::text, 'any', any_word::text);
end $$;

-- Words that begin as typed, and names of entries, as far as everybody may see them.
create function ctx.suggest_words(begun text) returns setof text language sql stable security definer set search_path = public, pg_catalog as $$
  select l.word from directory.lexicon l where l.municipality_id = ctx.municipality() and l.open and length(directory.plain(begun)) >= 2 and l.word like directory.plain(begun) || '%' and length(l.word) > 3
  order by length(l.word), l.word limit 8
$$;

/* A search that found nothing. Only words that the directory knows are kept with it; others wait as a hash until they were typed on three days. */
create function ctx.note_unmet_need(asked text, area uuid, source text, domain uuid) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  typed text;
  kept text[] := '{}';
  seen directory.unknown_words;
  secret bytea;
begin
  if municipality is null then raise exception 'no context' using errcode = '42501'; end if;
  foreach typed in array (regexp_split_to_array(directory.plain(left(asked, 300)), ' '))[1:12] loop
    continue when length(typed) < 3 or typed ~ '[0-9]' or directory.stem(typed) is null;
    if exists (select from directory.lexicon l where l.municipality_id = municipality and l.open and (l.word = typed or l.stem = directory.stem(typed)))
      or exists (select from directory_needs n where n.municipality_id = municipality and typed = any (regexp_split_to_array(n.phrase, ' '))) then
      kept := kept || typed;
    else
      select s.secret into secret from auth.seal s;
      insert into directory.unknown_words as u values (municipality, sha256(secret || convert_to(typed, 'utf8')), array[ctx.today()], null)
        on conflict (municipality_id, hash) do update set days = case when u.days @> array[ctx.today()] then u.days else u.days || ctx.today() end
        returning * into seen;
      if cardinality(seen.days) >= 3 then
        update directory.unknown_words u set word = typed where u.municipality_id = municipality and u.hash = seen.hash;
        kept := kept || typed;
      end if;
    end if;
  end loop;
  insert into unmet_needs (municipality_id, id, noted_on, source, area_id, life_domain_id, words) values (municipality, gen_random_uuid(), ctx.today(), note_unmet_need.source, area, domain, kept);
end $$;

/* Takes a proposal in. The only door for everybody; what becomes of it is for who keeps the directory.
   `it`: entity, recordId, kind, baseVersion, changes, message, foundIn, name, email. */
create function ctx.propose(proposal uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
begin
  if ctx.municipality() is null then raise exception 'no context' using errcode = '42501'; end if;
  insert into directory_proposals (municipality_id, id, entity, record_id, kind, base_version, changes, message, found_in, sender_name, sender_email, by_id, made_at)
    values (ctx.municipality(), proposal, it ->> 'entity', (it ->> 'recordId')::uuid, it ->> 'kind', (it ->> 'baseVersion')::integer, coalesce(it -> 'changes', '{}'), it ->> 'message', it ->> 'foundIn', it ->> 'name', it ->> 'email', ctx.person(), ctx.moment());
end $$;

-- Who keeps the directory; and of which entries the actor is the owner.
create function ctx.keeps_directory() returns boolean language sql stable as $$ select ctx.kind() = 'worker' and ctx.role() = 'information-manager' $$;
create function ctx.cares_for(entity text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog as $$
  select coalesce(array(select c.record_id from entry_care c where c.municipality_id = ctx.municipality() and c.entity = cares_for.entity and c.owner_id = ctx.person()), '{}')
$$;

revoke all on all functions in schema directory from public;
revoke all on function ctx.read_question(text), ctx.suggest_words(text), ctx.note_unmet_need(text, uuid, text, uuid), ctx.propose(uuid, jsonb), ctx.keeps_directory(), ctx.cares_for(text) from public;
grant execute on function ctx.read_question(text), ctx.suggest_words(text), ctx.note_unmet_need(text, uuid, text, uuid), ctx.propose(uuid, jsonb), ctx.keeps_directory(), ctx.cares_for(text) to schakelbord_app;

-- Row level security. Everybody sees what is published; professionals also what is for them; who keeps the directory, and the owner, sees all of it.
do $$
declare
  name text;
  entity text;
  live text := '%1$s.state = ''published'' and (%1$s.publish_on is null or %1$s.publish_on <= (select ctx.today())) and (%1$s.expire_on is null or %1$s.expire_on >= (select ctx.today()))
    and ((select ctx.kind()) = ''worker'' or (%1$s.visibility = ''public'' and (%1$s.hide_on is null or %1$s.hide_on > (select ctx.today()))))';
  here text := 'municipality_id = (select ctx.municipality())';
  keeper text := '(select ctx.keeps_directory())';
  of_service text := 'exists (select from services s where s.municipality_id = %1$I.municipality_id and s.id = %1$I.service_id)';
  edits_service text := '(%2$s or %1$I.service_id = any ((select ctx.cares_for(''service''))::uuid[]))';
begin
  foreach name in array array['postcodes', 'taxonomies', 'taxonomy_terms', 'directory_needs'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy everybody on %I for select using (%s)', name, here);
    execute format('create policy keeping on %I for all using (%s and %s) with check (%2$s and %3$s)', name, here, keeper);
    execute format('grant select, insert, update, delete on %I to schakelbord_app', name);
  end loop;

  execute 'drop policy everybody on organizations';
  execute format('create policy everybody on organizations for select using (%s and ((select ctx.kind()) in (''worker'', ''volunteer'', ''resident'') or (%s)))', here, format(live, 'organizations'));
  foreach name in array array['services', 'organizations'] loop
    entity := case name when 'services' then 'service' else 'organization' end;
    execute format('alter table %I enable row level security', name);
    if name = 'services' then execute format('create policy published on services for select using (%s and %s)', here, format(live, 'services')); end if;
    execute format('create policy keeping on %I for select using (%s and (%s or id = any ((select ctx.cares_for(%L))::uuid[])))', name, here, keeper, entity);
    execute format('create policy making on %I for insert with check (%s and %s)', name, here, keeper);
    execute format('create policy changing on %I for update using (%s and (%s or id = any ((select ctx.cares_for(%L))::uuid[]))) with check (%2$s)', name, here, keeper, entity);
    execute format('create policy removing on %I for delete using (%s and %s)', name, here, keeper);
    execute format('grant select, insert, update, delete on %I to schakelbord_app', name);
  end loop;

  foreach name in array array['projects', 'project_partners', 'housings', 'schemes', 'service_at_locations', 'cost_options', 'required_documents', 'service_areas', 'service_capacities'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy with_service on %I for select using (%s and %s)', name, here, format(of_service, name));
    execute format('create policy keeping on %I for all using (%s and %s) with check (%2$s and %3$s)', name, here, format(edits_service, name, keeper));
    execute format('grant select, insert, update, delete on %I to schakelbord_app', name);
  end loop;

  -- Records that hang on an organisation, a service or a place: seen with what they hang on.
  foreach name in array array['organization_identifiers', 'programs', 'locations', 'fundings', 'networks', 'network_members', 'metadata', 'external_ids', 'attributes'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy keeping on %I for all using (%s and %s) with check (%2$s and %3$s)', name, here, keeper);
    execute format('grant select, insert, update, delete on %I to schakelbord_app', name);
  end loop;
  foreach name in array array['organization_identifiers', 'programs'] loop
    execute format('create policy with_organization on %I for select using (%s and exists (select from organizations o where o.municipality_id = %1$I.municipality_id and o.id = %1$I.organization_id))', name, here);
  end loop;
end $$;
create policy everybody on locations for select using (municipality_id = (select ctx.municipality()));
create policy with_record on fundings for select using (municipality_id = (select ctx.municipality()) and (
  exists (select from services s where s.municipality_id = fundings.municipality_id and s.id = fundings.service_id) or exists (select from organizations o where o.municipality_id = fundings.municipality_id and o.id = fundings.organization_id)));
create policy published on networks for select using (municipality_id = (select ctx.municipality()) and state = 'published' and (visibility = 'public' or (select ctx.kind()) = 'worker'));
create policy with_network on network_members for select using (municipality_id = (select ctx.municipality()) and exists (select from networks n where n.municipality_id = network_members.municipality_id and n.id = network_members.network_id));
create policy everybody on external_ids for select using (municipality_id = (select ctx.municipality()));
create policy everybody on metadata for select using (municipality_id = (select ctx.municipality()));
create policy everybody on attributes for select using (municipality_id = (select ctx.municipality()));

alter table addresses enable row level security;
create policy open_places on addresses for select using (municipality_id = (select ctx.municipality()) and exists (select from locations l where l.municipality_id = addresses.municipality_id and l.id = addresses.location_id and not l.masked));
create policy keeping on addresses for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));

alter table contact_persons enable row level security;
create policy allowed on contact_persons for select using (municipality_id = (select ctx.municipality()) and (visibility = 'public' or (visibility = 'professionals' and (select ctx.kind()) = 'worker') or (visibility = 'team' and team_id = any ((select ctx.teams())::uuid[])))
  and (service_id is null or exists (select from services s where s.municipality_id = contact_persons.municipality_id and s.id = contact_persons.service_id))
  and (organization_id is null or exists (select from organizations o where o.municipality_id = contact_persons.municipality_id and o.id = contact_persons.organization_id)));
create policy keeping on contact_persons for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[]) or organization_id = any ((select ctx.cares_for('organization'))::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[]) or organization_id = any ((select ctx.cares_for('organization'))::uuid[])));

alter table phones enable row level security;
create policy with_record on phones for select using (municipality_id = (select ctx.municipality())
  and (contact_id is null or exists (select from contact_persons c where c.municipality_id = phones.municipality_id and c.id = phones.contact_id))
  and (service_id is null or exists (select from services s where s.municipality_id = phones.municipality_id and s.id = phones.service_id))
  and (organization_id is null or exists (select from organizations o where o.municipality_id = phones.municipality_id and o.id = phones.organization_id)));
create policy keeping on phones for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[]) or organization_id = any ((select ctx.cares_for('organization'))::uuid[])
    or exists (select from contact_persons c where c.municipality_id = phones.municipality_id and c.id = phones.contact_id and (c.service_id = any ((select ctx.cares_for('service'))::uuid[]) or c.organization_id = any ((select ctx.cares_for('organization'))::uuid[])))))
  with check (municipality_id = (select ctx.municipality()));
alter table schedules enable row level security;
create policy with_record on schedules for select using (municipality_id = (select ctx.municipality()) and (service_id is null or exists (select from services s where s.municipality_id = schedules.municipality_id and s.id = schedules.service_id)));
create policy keeping on schedules for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])));
alter table languages enable row level security;
create policy with_record on languages for select using (municipality_id = (select ctx.municipality())
  and (contact_id is null or exists (select from contact_persons c where c.municipality_id = languages.municipality_id and c.id = languages.contact_id))
  and (service_id is null or exists (select from services s where s.municipality_id = languages.municipality_id and s.id = languages.service_id)));
create policy keeping on languages for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])));
alter table accessibilities enable row level security;
create policy with_record on accessibilities for select using (municipality_id = (select ctx.municipality()) and (service_id is null or exists (select from services s where s.municipality_id = accessibilities.municipality_id and s.id = accessibilities.service_id)));
create policy keeping on accessibilities for all using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or service_id = any ((select ctx.cares_for('service'))::uuid[])));
grant select, insert, update, delete on addresses, contact_persons, phones, schedules, languages, accessibilities to schakelbord_app;

-- Names of owners are for colleagues, their addresses for who sends the questions.
alter table entry_care enable row level security;
create policy keeping on entry_care for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy own on entry_care for select using (municipality_id = (select ctx.municipality()) and owner_id = (select ctx.person()));
grant select, insert, update, delete on entry_care to schakelbord_app;

alter table directory_versions enable row level security;
create policy keeping on directory_versions for select using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory())
  or (entity = 'service' and record_id = any ((select ctx.cares_for('service'))::uuid[])) or (entity = 'organization' and record_id = any ((select ctx.cares_for('organization'))::uuid[]))));
create policy writing on directory_versions for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and ((select ctx.keeps_directory())
  or (entity = 'service' and record_id = any ((select ctx.cares_for('service'))::uuid[])) or (entity = 'organization' and record_id = any ((select ctx.cares_for('organization'))::uuid[]))));
grant select, insert on directory_versions to schakelbord_app;

alter table directory_proposals enable row level security;
create policy keeping on directory_proposals for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy own on directory_proposals for select using (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()));
create policy deciding on directory_proposals for update using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()));
grant select on directory_proposals to schakelbord_app;
grant update (record_id, state, decided_by, decided_at, reason, thanked_at, version) on directory_proposals to schakelbord_app;

alter table unmet_needs enable row level security;
create policy professionals on unmet_needs for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker');
grant select on unmet_needs to schakelbord_app;

alter table directory_index enable row level security;
create policy found on directory_index for select using (municipality_id = (select ctx.municipality()) and state = 'published' and (publish_on is null or publish_on <= (select ctx.today())) and (expire_on is null or expire_on >= (select ctx.today()))
  and (visibility = 'public' or (visibility = 'professionals' and (select ctx.kind()) = 'worker') or (visibility = 'team' and team_id = any ((select ctx.teams())::uuid[])))
  and ((select ctx.kind()) = 'worker' or hide_on is null or hide_on > (select ctx.today())));
create policy keeping on directory_index for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
grant select on directory_index to schakelbord_app;

-- Organisations that were here before the directory get their terms and their place in the search.
update organizations set created_on = created_on;
