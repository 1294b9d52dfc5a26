-- Who takes part: municipality, areas, organisations, people, memberships, mandates and teams.
-- Every tenant table carries municipality_id first in its key and in its foreign keys.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema ctx;   -- functions that say who asks; the application may call them and change nothing in them
create schema auth;  -- credentials, sessions, idempotency keys; the application has no right on any table in it
create schema audit; -- who did and saw what; append-only, through functions

grant usage on schema public, ctx to schakelbord_app;
revoke create on schema public from public;

create table municipalities (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  cbs_code text check (cbs_code ~ '^GM[0-9]{4}$'),
  phone text,
  settings jsonb not null default '{}'
);

create table areas (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  parent_id uuid,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  kind text not null check (kind in ('municipality', 'neighbourhood', 'sub-area', 'village', 'project-area')),
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, parent_id) references areas
);

create table organizations (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  primary key (municipality_id, id),
  unique (municipality_id, slug)
);

create table people (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  kind text not null check (kind in ('worker', 'volunteer', 'resident')),
  name text not null,
  function text,
  active boolean not null default true,
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  primary key (municipality_id, id)
);

-- Apart from the name: field class 2 (contact), seen by fewer.
create table people_contacts (
  municipality_id uuid not null,
  person_id uuid not null,
  email text not null check (email = lower(email)),
  phone text,
  primary key (municipality_id, person_id),
  unique (municipality_id, email),
  foreign key (municipality_id, person_id) references people on delete cascade
);

create table memberships (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  role text not null check (role in ('professional', 'coordinator', 'partner', 'volunteer', 'information-manager',
    'neighbourhood-manager', 'privacy-officer', 'administrator', 'analyst')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, organization_id) references organizations
);
create index memberships_of_person on memberships (municipality_id, person_id);

-- What an organisation may do under which law. Grounds are data with dates, so that a new law is a row and not a release.
create table mandates (
  municipality_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  purpose text not null check (purpose in ('welfare', 'wmo', 'jeugdwet', 'participatiewet', 'wgs', 'public-health', 'public-order')),
  document text not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (municipality_id, id),
  foreign key (municipality_id, organization_id) references organizations
);
create index mandates_of_organization on mandates (municipality_id, organization_id, purpose);

create table teams (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  kind text not null default 'linking-team' check (kind in ('linking-team', 'signalling-network', 'project-network')),
  purpose text not null default 'welfare',
  phone text,
  phone_hours text,
  place text,
  place_hours text,
  about text,
  primary key (municipality_id, id),
  unique (municipality_id, slug),
  foreign key (municipality_id, area_id) references areas
);

-- Core members attend; shell members are consulted and see only what is put to them.
create table team_members (
  municipality_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  ring text not null check (ring in ('core', 'shell')),
  duty text not null default 'member' check (duty in ('member', 'coordinator')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (municipality_id, team_id, person_id),
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, person_id) references people on delete cascade,
  foreign key (municipality_id, organization_id) references organizations
);
create index team_members_of_person on team_members (municipality_id, person_id);
