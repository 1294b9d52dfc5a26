-- Signing in. The application's role has no right on any of these tables: these functions are the only door, and each does one thing.

-- Failed attempts by account and by address. Kept by fingerprint, so that this table tells nothing about who tried.
create table auth.attempts (
  municipality_id uuid not null,
  key bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  primary key (municipality_id, key)
);

/* How many seconds this account and address must wait: nothing for five failures, then 2, 4, 8 … up to a quarter of an hour.
   It is a delay and never a lock, so that a stranger cannot shut anybody out. Failures of more than an hour ago are forgotten. */
create function auth.wait_for(municipality uuid, keys bytea[], moment timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(max(greatest(0, ceil(extract(epoch from a.last_at + make_interval(secs => least(900, power(2, least(a.failures, 20) - 4))) - moment)))), 0)::integer
  from auth.attempts a where a.municipality_id = municipality and a.key = any (keys) and a.failures >= 5 and a.last_at > moment - interval '1 hour'
$$;

create function auth.failed(municipality uuid, keys bytea[], moment timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into auth.attempts as a select municipality, k, 1, moment from unnest(keys) k
  on conflict (municipality_id, key) do update set failures = case when a.last_at > moment - interval '1 hour' then a.failures + 1 else 1 end, last_at = moment
$$;

create function auth.succeeded(municipality uuid, keys bytea[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from auth.attempts a where a.municipality_id = municipality and a.key = any (keys)
$$;

/* What is needed to check a password. Answers nothing when nobody has this address; the caller then takes the same time and gives the same answer. */
create function auth.credential_of(municipality uuid, address text) returns table (person_id uuid, password_hash text, totp_secret bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, c.password_hash, c.totp_secret
  from public.people_contacts a
    join public.people p on p.municipality_id = a.municipality_id and p.id = a.person_id and p.active
    join auth.credentials c on c.municipality_id = p.municipality_id and c.person_id = p.id
  where a.municipality_id = municipality and a.email = lower(address) and c.password_hash is not null
$$;

-- A code from an app counts once.
create function auth.use_totp_step(municipality uuid, person uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update auth.credentials c set totp_last_step = step where c.municipality_id = municipality and c.person_id = person and (c.totp_last_step is null or c.totp_last_step < step);
  return found;
end $$;

/* Opens a session for somebody who proved who they are. Takes the first membership that holds today and the first purpose its organisation has a mandate for. */
create function auth.open_session(municipality uuid, person uuid, token bytea, moment timestamptz, strong boolean, label text, request text) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_person public.people;
  chosen public.memberships;
  wanted text;
  today date := (moment at time zone 'Europe/Amsterdam')::date;
begin
  select * into found_person from public.people p where p.municipality_id = municipality and p.id = person and p.active;
  if not found then return null; end if;
  if found_person.kind <> 'resident' then
    select * into chosen from public.memberships m where m.municipality_id = municipality and m.person_id = person
      and m.from_on <= today and (m.until_on is null or m.until_on >= today) order by m.from_on, m.id limit 1;
    if not found then return null; end if;
    select d.purpose into wanted from public.mandates d where d.municipality_id = municipality and d.organization_id = chosen.organization_id
      and d.from_on <= today and (d.until_on is null or d.until_on >= today) order by (d.purpose = 'welfare') desc, d.purpose limit 1;
  end if;
  insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, label, created_at, seen_at, expires_at, idle)
  values (token, municipality, 'session', person, chosen.id, wanted, case when strong then moment end, left(label, 80), moment, moment, moment + interval '12 hours',
    case when found_person.kind = 'resident' then interval '30 minutes' else interval '2 hours' end);
  perform ctx.open(token, municipality, moment, null, null);
  perform audit.record('access.sign-in', 'E', 'done', '{}', request);
  return found_person.kind;
end $$;

/* A resident with a number and a code on paper. The session knows the case and nothing else, and is short. */
create function auth.open_with_code(municipality uuid, case_number text, code bytea, token bytea, moment timestamptz, request text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare found_case uuid;
begin
  select k.id into found_case from public.cases k join auth.resident_codes r on r.municipality_id = k.municipality_id and r.case_id = k.id
    where k.municipality_id = municipality and k.number = case_number and r.code_hash = code;
  if not found then return false; end if;
  insert into auth.sessions (token_hash, municipality_id, kind, case_id, created_at, seen_at, expires_at, idle)
  values (token, municipality, 'code', found_case, moment, moment, moment + interval '2 hours', interval '30 minutes');
  perform ctx.open(token, municipality, moment, null, null);
  perform audit.record('access.sign-in', 'E', 'done', array[found_case], request);
  return true;
end $$;

create function auth.refused(municipality uuid, moment timestamptz, request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform ctx.open(null, municipality, moment, null, null);
  perform audit.record('access.sign-in', 'E', 'refused', '{}', request);
end $$;

create function auth.close_session(token bytea, municipality uuid, moment timestamptz, request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.open(token, municipality, moment, null, null) is not null then perform audit.record('access.sign-out', 'E', 'done', '{}', request); end if;
  update auth.sessions s set ended_at = moment where s.token_hash = token and s.ended_at is null;
end $$;

-- The demonstration's people, for one-click sign-in. Answers only for somebody of the cast: the program asks this in demo mode only.
create function auth.demo_person(municipality uuid, person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.people p where p.municipality_id = municipality and p.id = person and p.active)
$$;

/* What somebody may do with their own sessions and credentials; who that is comes from the sealed context. */
create function auth.my_sessions() returns table (id uuid, kind text, label text, created_at timestamptz, seen_at timestamptz, mine boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.kind, s.label, s.created_at, s.seen_at, s.id = (ctx.claims() ->> 'session')::uuid
  from auth.sessions s where s.municipality_id = ctx.municipality() and s.person_id = ctx.person() and s.ended_at is null and s.expires_at > ctx.moment()
    and (s.kind = 'bearer' or s.seen_at + s.idle > ctx.moment())
  order by s.seen_at desc
$$;
create function auth.end_my_sessions(also_this boolean) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended integer;
begin
  if ctx.person() is null then return 0; end if;
  update auth.sessions s set ended_at = ctx.moment() where s.municipality_id = ctx.municipality() and s.person_id = ctx.person() and s.ended_at is null
    and (also_this or s.id <> (ctx.claims() ->> 'session')::uuid);
  get diagnostics ended = row_count;
  return ended;
end $$;
create function auth.my_credential() returns table (password_hash text, has_totp boolean, totp_secret bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select c.password_hash, c.totp_secret is not null, c.totp_secret from auth.credentials c where c.municipality_id = ctx.municipality() and c.person_id = ctx.person()
$$;
create function auth.change_my_password(hash text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update auth.credentials c set password_hash = hash, changed_at = ctx.moment() where c.municipality_id = ctx.municipality() and c.person_id = ctx.person()
$$;
create function auth.set_my_totp(secret bytea) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  update auth.credentials c set totp_secret = secret, totp_last_step = null, changed_at = ctx.moment() where c.municipality_id = ctx.municipality() and c.person_id = ctx.person()
$$;
create function auth.make_my_token(token bytea, name text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, label, created_at, seen_at, expires_at, idle)
  select token, s.municipality_id, 'bearer', s.person_id, s.membership_id, s.purpose, left(name, 80), ctx.moment(), ctx.moment(), ctx.moment() + interval '90 days', interval '90 days'
  from auth.sessions s where s.id = (ctx.claims() ->> 'session')::uuid and s.person_id = ctx.person()
$$;
create function auth.choose_purpose(wanted text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update auth.sessions s set purpose = wanted where s.id = (ctx.claims() ->> 'session')::uuid and ctx.claims() -> 'purposes' ? wanted;
  return found;
end $$;

/* A new code for the resident of a case that the actor works on; the one before is void, and with it every visit by it. */
create function auth.make_resident_code(wanted uuid, code bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() is distinct from 'worker' or not wanted = any (ctx.readable(3::smallint)) then return false; end if;
  insert into auth.resident_codes (municipality_id, case_id, code_hash, made_by, made_at) values (ctx.municipality(), wanted, code, ctx.person(), ctx.moment())
  on conflict (municipality_id, case_id) do update set code_hash = excluded.code_hash, made_by = excluded.made_by, made_at = excluded.made_at;
  update auth.sessions s set ended_at = ctx.moment() where s.municipality_id = ctx.municipality() and s.case_id = wanted and s.ended_at is null;
  return true;
end $$;

/* Somebody signed in with the organisation's own service: found by the address that service vouches for. */
create function auth.person_with_address(municipality uuid, address text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id from public.people_contacts a join public.people p on p.municipality_id = a.municipality_id and p.id = a.person_id and p.active and p.kind <> 'resident'
  where a.municipality_id = municipality and a.email = lower(address)
$$;

grant usage on schema auth to schakelbord_app;
revoke all on all functions in schema auth from public;
grant execute on function auth.wait_for(uuid, bytea[], timestamptz), auth.failed(uuid, bytea[], timestamptz), auth.succeeded(uuid, bytea[]), auth.credential_of(uuid, text),
  auth.use_totp_step(uuid, uuid, bigint), auth.open_session(uuid, uuid, bytea, timestamptz, boolean, text, text), auth.refused(uuid, timestamptz, text),
  auth.close_session(bytea, uuid, timestamptz, text), auth.demo_person(uuid, uuid), auth.my_sessions(), auth.end_my_sessions(boolean), auth.my_credential(),
  auth.change_my_password(text), auth.set_my_totp(bytea), auth.make_my_token(bytea, text), auth.choose_purpose(text), auth.person_with_address(uuid, text),
  auth.open_with_code(uuid, text, bytea, bytea, timestamptz, text), auth.make_resident_code(uuid, bytea) to schakelbord_app;
