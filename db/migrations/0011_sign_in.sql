-- Signing in, and what people keep of their own account. The application has no right on these tables; the functions of schema account are the only door.
create schema account;
grant usage on schema account to schakelbord_app;

-- Only people of the demonstration can be entered with one click.
alter table auth.credentials add column demo boolean not null default false;

-- Failures per account and per address. Keys are hashes, so that the table tells nobody who tried.
create table auth.throttle (
  municipality_id uuid not null,
  key bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  until timestamptz not null,
  primary key (municipality_id, key)
);

-- Somebody who proved something, and is not in yet: a second factor or the choice of an organisation is still needed.
create table auth.steps (
  token_hash bytea primary key,
  municipality_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('password', 'passkey', 'oidc', 'demo')),
  strong boolean not null,
  needs_code boolean not null,
  expires_at timestamptz not null,
  foreign key (municipality_id, person_id) references people on delete cascade
);

create table auth.passkeys (
  municipality_id uuid not null,
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, credential),
  foreign key (municipality_id, person_id) references people on delete cascade
);
create index passkeys_of_person on auth.passkeys (municipality_id, person_id);

create table auth.challenges (
  token_hash bytea primary key,
  municipality_id uuid not null references municipalities,
  challenge text not null,
  expires_at timestamptz not null
);

-- A link with which one person sets a password, once. Made on the command line.
create table auth.invitations (
  token_hash bytea primary key,
  municipality_id uuid not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (municipality_id, person_id) references people on delete cascade
);

/* Counts an attempt before it is evaluated, so that guesses at the same time are counted too. Answers the seconds to wait; 0 when it may be evaluated.
   Five are free; then the wait doubles from 15 seconds up to 2 minutes, and after a quiet quarter of an hour it starts anew: nobody is locked out for good. */
create function auth.count_attempt(municipality uuid, keys bytea[], moment timestamptz) returns integer
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare longest integer;
begin
  insert into auth.throttle select municipality, k, 0, moment, moment from unnest(keys) k order by k on conflict do nothing;
  perform from auth.throttle t where t.municipality_id = municipality and t.key = any (keys) order by t.key for update;
  select coalesce(max(ceil(extract(epoch from t.until - moment))), 0)::integer into longest from auth.throttle t where t.municipality_id = municipality and t.key = any (keys);
  if longest > 0 then return longest; end if;
  update auth.throttle t set last_at = moment, failures = n.count,
      until = moment + case when n.count < 5 then interval '0' else least(15 * 2 ^ (n.count - 5), 120) * interval '1 second' end
    from (select o.key, case when o.last_at < moment - interval '15 minutes' then 1 else least(o.failures + 1, 20) end as count
      from auth.throttle o where o.municipality_id = municipality and o.key = any (keys)) n
    where t.municipality_id = municipality and t.key = n.key;
  return 0;
end $$;

/* A success clears the account, and takes only itself back from the address: an own account must not wash away guesses at others. */
create function auth.forgive(municipality uuid, account_key bytea, address bytea, moment timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from auth.throttle t where t.municipality_id = municipality and t.key = account_key;
  update auth.throttle t set failures = greatest(t.failures - 1, 0), until = moment where t.municipality_id = municipality and t.key = address;
end $$;

create function auth.key_of(kind text, name text) returns bytea language sql immutable set search_path = pg_catalog as $$ select sha256(convert_to(kind || ':' || name, 'utf8')) $$;

/* The memberships a person has today. */
create function auth.memberships_of(municipality uuid, person uuid, moment timestamptz) returns setof public.memberships language sql stable security definer set search_path = pg_catalog as $$
  select m.* from public.memberships m where m.municipality_id = municipality and m.person_id = person
    and m.from_on <= (moment at time zone 'Europe/Amsterdam')::date and (m.until_on is null or m.until_on >= (moment at time zone 'Europe/Amsterdam')::date)
$$;

/* May this person come in at all? */
create function auth.welcome(municipality uuid, person uuid, moment timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.people p where p.municipality_id = municipality and p.id = person and p.active
    and (p.kind = 'resident' or exists (select from auth.memberships_of(municipality, person, moment))))
$$;

/* Writes down what happened to an account when nobody is signed in yet. */
create function auth.note(municipality uuid, act text, outcome text, person uuid, moment timestamptz, request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform ctx.open(null, municipality, moment, null, null);
  perform audit.record(act, 'E', outcome, array_remove(array[person], null), request);
end $$;

/* The person and password hash for an address; both null when there is none. The attempt is counted, whoever it is. */
create function account.look_up(municipality uuid, email text, address bytea, moment timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  wait integer := auth.count_attempt(municipality, array[auth.key_of('account', lower(email)), address], moment);
  person uuid;
  hash text;
begin
  if wait = 0 then
    select c.person_id, k.password_hash into person, hash from public.people_contacts c join auth.credentials k on k.municipality_id = c.municipality_id and k.person_id = c.person_id
      where c.municipality_id = municipality and c.email = lower(look_up.email) and auth.welcome(municipality, c.person_id, moment);
  end if;
  return jsonb_build_object('wait', wait, 'person', person, 'hash', hash);
end $$;

/* The person of a verified address, for sign-in by the organisation's own service. */
create function account.of_email(municipality uuid, email text, moment timestamptz) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select c.person_id from public.people_contacts c where c.municipality_id = municipality and c.email = lower(of_email.email) and auth.welcome(municipality, c.person_id, moment)
$$;

create function account.refused(municipality uuid, person uuid, moment timestamptz, request text) returns void language sql volatile security definer set search_path = pg_catalog as $$
  select auth.note(municipality, 'access.sign-in', 'refused', person, moment, request)
$$;

/* Somebody proved who they are. Answers whether a code is still needed; null when this person may not come in this way. */
create function account.begin(municipality uuid, person uuid, step bytea, way text, strong boolean, email text, address bytea, moment timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  known auth.credentials;
  needs boolean;
begin
  if not auth.welcome(municipality, person, moment) then return null; end if;
  select * into known from auth.credentials k where k.municipality_id = municipality and k.person_id = person;
  if way = 'demo' and known.demo is not true then return null; end if;
  needs := known.totp_secret is not null and not strong and way <> 'demo';
  if email is not null then perform auth.forgive(municipality, auth.key_of('account', lower(email)), address, moment); end if;
  delete from auth.steps s where s.expires_at < moment;
  insert into auth.steps values (step, municipality, person, way, strong, needs, moment + interval '10 minutes');
  return jsonb_build_object('needsCode', needs);
end $$;

/* The sealed secret with which to check a code, for a step that needs one. Counted like a password. */
create function account.code_secret(step bytea, moment timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_step auth.steps;
  wait integer;
begin
  select * into found_step from auth.steps s where s.token_hash = step and s.expires_at > moment and s.needs_code;
  if not found then return null; end if;
  wait := auth.count_attempt(found_step.municipality_id, array[auth.key_of('code', found_step.person_id::text)], moment);
  return (select jsonb_build_object('wait', wait, 'person', k.person_id, 'secret', case when wait = 0 then encode(k.totp_secret, 'base64') end)
    from auth.credentials k where k.municipality_id = found_step.municipality_id and k.person_id = found_step.person_id);
end $$;

/* Uses a code up. False when it, or a later one, was used before. */
create function account.code_used(step bytea, number bigint, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare found_step auth.steps;
begin
  select * into found_step from auth.steps s where s.token_hash = step and s.expires_at > moment and s.needs_code for update;
  if not found then return false; end if;
  update auth.credentials k set totp_last_step = number
    where k.municipality_id = found_step.municipality_id and k.person_id = found_step.person_id and coalesce(k.totp_last_step, -1) < number;
  if not found then return false; end if;
  update auth.steps set needs_code = false, strong = true where token_hash = step;
  delete from auth.throttle t where t.municipality_id = found_step.municipality_id and t.key = auth.key_of('code', found_step.person_id::text);
  return true;
end $$;

/* The purpose a session starts with: the one chosen last, else that of an own team, else the first; always one that the organisation has a mandate for. */
create function auth.first_purpose(municipality uuid, person uuid, member uuid, organization uuid, moment timestamptz) returns text language sql stable security definer set search_path = pg_catalog as $$
  select d.purpose from public.mandates d
    where d.municipality_id = municipality and d.organization_id = organization
      and d.from_on <= (moment at time zone 'Europe/Amsterdam')::date and (d.until_on is null or d.until_on >= (moment at time zone 'Europe/Amsterdam')::date)
    order by d.purpose is distinct from (select s.purpose from auth.sessions s where s.municipality_id = municipality and s.person_id = person and s.membership_id = member
        and s.kind = 'session' and s.purpose is not null order by s.created_at desc limit 1),
      not exists (select from public.team_members t join public.teams e on e.municipality_id = t.municipality_id and e.id = t.team_id
        where t.municipality_id = municipality and t.person_id = person and t.organization_id = organization and e.purpose = d.purpose),
      d.purpose
    limit 1
$$;

/* Turns a finished step into a session with a secret of its own. Answers the memberships to choose from when there are several; null when the step is unknown, over or unfinished. */
create function account.enter(step bytea, token bytea, membership uuid, label text, moment timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_step auth.steps;
  person public.people;
  chosen public.memberships;
begin
  select * into found_step from auth.steps s where s.token_hash = step and s.expires_at > moment and not s.needs_code for update;
  if not found or not auth.welcome(found_step.municipality_id, found_step.person_id, moment) then return null; end if;
  select * into person from public.people p where p.municipality_id = found_step.municipality_id and p.id = found_step.person_id;
  if person.kind <> 'resident' then
    if membership is null and (select count(*) from auth.memberships_of(person.municipality_id, person.id, moment)) > 1 then
      return jsonb_build_object('choose', (select jsonb_agg(jsonb_build_object('id', m.id, 'organization', o.name, 'role', m.role) order by o.name, m.role)
        from auth.memberships_of(person.municipality_id, person.id, moment) m join public.organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id));
    end if;
    select * into chosen from auth.memberships_of(person.municipality_id, person.id, moment) m where membership is null or m.id = membership limit 1;
    if not found then return null; end if;
  end if;
  delete from auth.steps where token_hash = step;
  insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, label, created_at, seen_at, expires_at, idle)
    values (token, person.municipality_id, 'session', person.id, chosen.id,
      case when person.kind <> 'resident' then auth.first_purpose(person.municipality_id, person.id, chosen.id, chosen.organization_id, moment) end,
      case when found_step.strong then moment end, label, moment, moment, moment + interval '12 hours',
      case when person.kind = 'resident' then interval '30 minutes' else interval '2 hours' end);
  perform ctx.open(token, person.municipality_id, moment, null, null);
  perform audit.record('access.sign-in', 'E', 'done', array[person.id], request);
  return jsonb_build_object('kind', person.kind, 'locale', person.locale);
end $$;

/* A resident with a dossier number and the code on paper. Number and code are checked together: which of the two was wrong is not told. */
create function account.enter_with_code(municipality uuid, dossier text, code bytea, token bytea, address bytea, label text, moment timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  wait integer := auth.count_attempt(municipality, array[auth.key_of('dossier', upper(dossier)), address], moment);
  found_case uuid;
begin
  if wait > 0 then return jsonb_build_object('wait', wait, 'entered', false); end if;
  select c.id into found_case from public.cases c join auth.resident_codes r on r.municipality_id = c.municipality_id and r.case_id = c.id
    where c.municipality_id = municipality and c.number = upper(dossier) and r.code_hash = code;
  if found_case is null then
    perform auth.note(municipality, 'access.sign-in', 'refused', null, moment, request);
    return jsonb_build_object('wait', 0, 'entered', false);
  end if;
  perform auth.forgive(municipality, auth.key_of('dossier', upper(dossier)), address, moment);
  insert into auth.sessions (token_hash, municipality_id, kind, case_id, label, created_at, seen_at, expires_at, idle)
    values (token, municipality, 'code', found_case, label, moment, moment, moment + interval '12 hours', interval '30 minutes');
  perform ctx.open(token, municipality, moment, null, null);
  perform audit.record('access.sign-in', 'E', 'done', array[found_case], request);
  return jsonb_build_object('wait', 0, 'entered', true);
end $$;

/* Ends the session of this secret. */
create function account.leave(token bytea, municipality uuid, moment timestamptz, request text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.open(token, municipality, moment, null, null) is null then return; end if;
  update auth.sessions set ended_at = moment where token_hash = token and ended_at is null;
  perform audit.record('access.sign-out', 'E', 'done', '{}', request);
end $$;

create function account.keep_challenge(municipality uuid, token bytea, challenge text, moment timestamptz) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from auth.challenges c where c.expires_at < moment;
  insert into auth.challenges values (token, municipality, challenge, moment + interval '5 minutes');
end $$;

/* Each challenge once. */
create function account.take_challenge(token bytea, moment timestamptz) returns text language sql volatile security definer set search_path = pg_catalog as $$
  delete from auth.challenges c where c.token_hash = token and c.expires_at > moment returning c.challenge
$$;

create function account.passkey(municipality uuid, credential text) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('person', k.person_id, 'publicKey', encode(k.public_key, 'base64'), 'counter', k.counter, 'transports', k.transports)
  from auth.passkeys k where k.municipality_id = municipality and k.credential = passkey.credential
$$;

create function account.passkey_used(municipality uuid, credential text, counter bigint, moment timestamptz) returns void language sql volatile security definer set search_path = pg_catalog as $$
  update auth.passkeys k set counter = passkey_used.counter, used_at = moment where k.municipality_id = municipality and k.credential = passkey_used.credential
$$;

/* Whom an invitation is for; null when it is unknown, used or over. */
create function account.invitation(token bytea, moment timestamptz) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('name', p.name, 'email', c.email) from auth.invitations i
    join public.people p on p.municipality_id = i.municipality_id and p.id = i.person_id and p.active
    join public.people_contacts c on c.municipality_id = p.municipality_id and c.person_id = p.id
  where i.token_hash = token and i.used_at is null and i.expires_at > moment
$$;

/* Sets the password of the one person an invitation is for. Everything that was open for them ends, programs included. */
create function account.accept(token bytea, hash text, moment timestamptz, request text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare it auth.invitations;
begin
  update auth.invitations i set used_at = moment where i.token_hash = token and i.used_at is null and i.expires_at > moment returning * into it;
  if not found then return false; end if;
  update auth.invitations i set used_at = moment where i.municipality_id = it.municipality_id and i.person_id = it.person_id and i.used_at is null;
  insert into auth.credentials (municipality_id, person_id, password_hash, changed_at) values (it.municipality_id, it.person_id, hash, moment)
    on conflict (municipality_id, person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update auth.sessions s set ended_at = moment where s.municipality_id = it.municipality_id and s.person_id = it.person_id and s.ended_at is null;
  delete from auth.steps s where s.municipality_id = it.municipality_id and s.person_id = it.person_id;
  perform auth.note(it.municipality_id, 'access.set-password', 'done', it.person_id, moment, request);
  return true;
end $$;

-- From here on: what a signed-in person does with their own account. Who and when come from the sealed context.
create function auth.self() returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select (ctx.claims() ->> 'session')::uuid
$$;

/* Keeps the session open: looking counts as using. */
create function account.stay() returns void language sql volatile security definer set search_path = pg_catalog as $$
  update auth.sessions set seen_at = ctx.moment() where id = auth.self() and ended_at is null
$$;

create function account.overview() returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'email', (select c.email from public.people_contacts c where c.municipality_id = ctx.municipality() and c.person_id = ctx.person()),
    'hasPassword', coalesce((select k.password_hash is not null from auth.credentials k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person()), false),
    'hasCode', coalesce((select k.totp_secret is not null from auth.credentials k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person()), false),
    'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'label', k.label, 'createdAt', k.created_at, 'usedAt', k.used_at) order by k.created_at), '[]')
      from auth.passkeys k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person()),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'label', s.label, 'createdAt', s.created_at, 'seenAt', s.seen_at, 'current', s.id = auth.self()) order by s.seen_at desc), '[]')
      from auth.sessions s where s.municipality_id = ctx.municipality() and s.person_id = ctx.person() and s.ended_at is null and s.expires_at > ctx.moment()
        and (s.kind = 'bearer' or s.seen_at + s.idle > ctx.moment())))
$$;

/* Ends sessions in browsers: one of them, all others, or all. API tokens stay; they are withdrawn one by one. */
create function account.end_sessions(which text) returns integer language plpgsql volatile security definer set search_path = pg_catalog as $$
declare ended integer;
begin
  update auth.sessions s set ended_at = ctx.moment() where s.municipality_id = ctx.municipality() and s.person_id = ctx.person() and s.ended_at is null and s.kind = 'session'
    and (which = 'all' or s.id <> auth.self());
  get diagnostics ended = row_count;
  return ended;
end $$;

create function account.end_one(session uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update auth.sessions s set ended_at = ctx.moment() where s.municipality_id = ctx.municipality() and s.person_id = ctx.person() and s.id = session and s.ended_at is null;
  return found;
end $$;

/* A token for a program. It can do what this person can, for the organisation and purpose of this session, and lasts a year at most. */
create function account.make_token(token bytea, label text) returns uuid language sql volatile security definer set search_path = pg_catalog as $$
  insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, label, created_at, seen_at, expires_at)
    select token, ctx.municipality(), 'bearer', ctx.person(), s.membership_id, s.purpose, make_token.label, ctx.moment(), ctx.moment(), ctx.moment() + interval '1 year'
    from auth.sessions s where s.id = auth.self() and s.kind = 'session'
  returning id
$$;

/* Changes the purpose of this session. False when the organisation has no mandate for it today. */
create function account.choose_purpose(purpose text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not ctx.claims() -> 'purposes' ? choose_purpose.purpose then return false; end if;
  update auth.sessions s set purpose = choose_purpose.purpose where s.id = auth.self() and s.kind = 'session';
  return found;
end $$;

/* The own password hash, to check the present password with. Counted like a sign-in. */
create function account.own_password() returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare wait integer := auth.count_attempt(ctx.municipality(), array[auth.key_of('password', ctx.person()::text)], ctx.moment());
begin
  return jsonb_build_object('wait', wait, 'hash', case when wait = 0 then
    (select k.password_hash from auth.credentials k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person()) end);
end $$;

create function account.own_password_right() returns void language sql volatile security definer set search_path = pg_catalog as $$
  delete from auth.throttle t where t.municipality_id = ctx.municipality() and t.key = auth.key_of('password', ctx.person()::text)
$$;

/* A new password ends every other session of this person. */
create function account.set_password(hash text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.person() is null then raise exception 'no person'; end if;
  insert into auth.credentials (municipality_id, person_id, password_hash, changed_at) values (ctx.municipality(), ctx.person(), hash, ctx.moment())
    on conflict (municipality_id, person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  delete from auth.steps s where s.municipality_id = ctx.municipality() and s.person_id = ctx.person();
  perform account.end_sessions('others');
end $$;

/* Sets or, with null, removes the secret of the second factor. Ends every other session. */
create function account.set_totp(secret bytea, number bigint) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.person() is null then raise exception 'no person'; end if;
  insert into auth.credentials (municipality_id, person_id, totp_secret, totp_last_step, changed_at) values (ctx.municipality(), ctx.person(), secret, number, ctx.moment())
    on conflict (municipality_id, person_id) do update set totp_secret = excluded.totp_secret, totp_last_step = excluded.totp_last_step, changed_at = excluded.changed_at;
  delete from auth.steps s where s.municipality_id = ctx.municipality() and s.person_id = ctx.person();
  perform account.end_sessions('others');
end $$;

create function account.add_passkey(credential text, public_key bytea, counter bigint, transports text[], label text) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into auth.passkeys (municipality_id, person_id, credential, public_key, counter, transports, label, created_at)
    values (ctx.municipality(), ctx.person(), add_passkey.credential, add_passkey.public_key, add_passkey.counter, add_passkey.transports, add_passkey.label, ctx.moment())
$$;

/* Which passkeys a browser need not make again. */
create function account.own_credentials() returns text[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(k.credential), '{}') from auth.passkeys k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person()
$$;

create function account.drop_passkey(id uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from auth.passkeys k where k.municipality_id = ctx.municipality() and k.person_id = ctx.person() and k.id = drop_passkey.id;
  return found;
end $$;

/* A new code on paper for the resident of a case. The one before, and what was opened with it, ends. False when this case is not open to the actor. */
create function account.make_code(case_id uuid, code bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.kind() is distinct from 'worker' or not make_code.case_id = any (ctx.readable(3::smallint)) then return false; end if;
  insert into auth.resident_codes (municipality_id, case_id, code_hash, made_by, made_at) values (ctx.municipality(), make_code.case_id, code, ctx.person(), ctx.moment())
    on conflict on constraint resident_codes_pkey do update set code_hash = excluded.code_hash, made_by = excluded.made_by, made_at = excluded.made_at;
  update auth.sessions s set ended_at = ctx.moment() where s.municipality_id = ctx.municipality() and s.kind = 'code' and s.case_id = make_code.case_id and s.ended_at is null;
  return true;
end $$;

revoke all on all functions in schema account from public;
grant execute on all functions in schema account to schakelbord_app;
revoke all on function auth.count_attempt(uuid, bytea[], timestamptz), auth.forgive(uuid, bytea, bytea, timestamptz), auth.memberships_of(uuid, uuid, timestamptz), auth.welcome(uuid, uuid, timestamptz),
  auth.note(uuid, text, text, uuid, timestamptz, text), auth.first_purpose(uuid, uuid, uuid, uuid, timestamptz), auth.self() from public;
