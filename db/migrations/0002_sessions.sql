-- Credentials, sessions and idempotency keys. Nothing here is open to the application's role; functions are the only door.
create table auth.seal (only_row boolean primary key default true check (only_row), secret bytea not null);
insert into auth.seal (secret) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'utf8')));

create table auth.credentials (
  municipality_id uuid not null,
  person_id uuid not null,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  changed_at timestamptz not null default now(),
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references people on delete cascade
);

-- A session, an API token and a visit with a resident code are the same thing: a random secret, stored hashed, that opens a context.
create table auth.sessions (
  token_hash bytea primary key,
  municipality_id uuid not null,
  id uuid not null default gen_random_uuid() unique,
  kind text not null check (kind in ('session', 'bearer', 'code')),
  person_id uuid,
  membership_id uuid,
  purpose text,
  case_id uuid,
  strong_at timestamptz,
  label text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  idle interval not null default '2 hours',
  ended_at timestamptz,
  check ((kind = 'code') = (case_id is not null)),
  check ((kind = 'code') = (person_id is null)),
  foreign key (municipality_id, person_id) references people on delete cascade
);
create index sessions_of_person on auth.sessions (municipality_id, person_id) where ended_at is null;

create table auth.idempotency (
  municipality_id uuid not null,
  owner_id uuid not null,
  key uuid not null,
  fingerprint bytea not null,
  act text,
  answer text,
  created_at timestamptz not null,
  primary key (municipality_id, owner_id, key)
);
create index idempotency_age on auth.idempotency (created_at);
