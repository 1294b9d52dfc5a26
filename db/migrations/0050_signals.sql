-- Signals: a worry that comes in, who takes it up, what became of it, and the feedback that is owed for it.
-- Tables follow the field classes, as those of cases do: signals 1 (logistics), signallers 2 (contact), the others 3 (content).

-- The day so many working days later; weekends do not count. Zero gives the day itself.
create function ctx.working_day(from_on date, days integer) returns date language sql immutable as $$
  select case when days <= 0 then from_on else (
    select d::date from generate_series(from_on + 1, from_on + days * 2 + 4, interval '1 day') d where extract(isodow from d) < 6 order by d offset days - 1 limit 1) end
$$;

-- When a signal must have been looked at: the same day, the next working day, or within three working days.
create function ctx.look_by(urgency text, from_on date) returns date language sql immutable as $$
  select ctx.working_day(from_on, case urgency when 'now' then 0 when 'soon' then 1 else 3 end)
$$;

create table signals (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  number text not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  team_id uuid not null,
  -- where it plays, when the one who signalled knew
  area_id uuid,
  purpose text not null,
  state text not null default 'new' check (state in ('new', 'taken-up', 'case', 'closed')),
  outcome text check (outcome in ('case', 'advised', 'referred', 'own-strength', 'no-action', 'report-point')),
  urgency text not null check (urgency in ('normal', 'soon', 'now')),
  owner_id uuid not null,
  next_on date,
  channel text not null check (channel in ('website', 'phone', 'visit', 'walk-in', 'meeting', 'message')),
  -- the worker or volunteer who brought it in; nobody when it came from the website
  signalled_by uuid,
  received_at timestamptz not null,
  taken_up_at timestamptz,
  finished_at timestamptz,
  case_id uuid,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, number),
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, owner_id) references people,
  foreign key (municipality_id, signalled_by) references people,
  foreign key (municipality_id, case_id) references cases,
  constraint open_has_a_next_date check ((state in ('new', 'taken-up')) = (next_on is not null)),
  constraint finished_has_an_outcome check ((state in ('case', 'closed')) = (outcome is not null)),
  constraint finished_has_a_moment check ((state in ('case', 'closed')) = (finished_at is not null)),
  constraint connected_is_true check ((state = 'case') = (case_id is not null) and (state = 'case') = coalesce(outcome = 'case', false))
);
create index signals_of_team on signals (municipality_id, team_id, next_on) where next_on is not null;
create index signals_of_owner on signals (municipality_id, owner_id, next_on) where next_on is not null;
create index signals_of_case on signals (municipality_id, case_id) where case_id is not null;
create index signals_by_person on signals (municipality_id, signalled_by) where signalled_by is not null;

-- What was seen, in the words of who saw it. Never changed: what the team makes of it stands in the assessments.
create table signal_contents (
  municipality_id uuid not null,
  signal_id uuid not null,
  seen text not null check (length(seen) between 1 and 4000),
  wish text check (length(wish) <= 2000),
  themes text[] not null default '{}',
  knows text not null check (knows in ('yes', 'no', 'unsure')),
  source text not null check (source in ('own', 'others')),
  source_from text check (length(source_from) <= 200),
  primary key (municipality_id, signal_id),
  foreign key (municipality_id, signal_id) references signals,
  constraint hearsay_has_a_source check (source = 'own' or source_from is not null)
);

create table signallers (
  municipality_id uuid not null,
  signal_id uuid not null,
  person_id uuid,
  name text check (length(name) between 1 and 120),
  phone text check (length(phone) between 1 and 40),
  email text check (length(email) between 3 and 200),
  relation text not null check (relation in ('self', 'family', 'neighbour', 'volunteer', 'professional', 'other')),
  wants_feedback boolean not null,
  anonymous boolean not null,
  primary key (municipality_id, signal_id),
  foreign key (municipality_id, signal_id) references signals,
  foreign key (municipality_id, person_id) references people,
  constraint anonymous_is_true check (anonymous = (person_id is null and name is null and phone is null and email is null))
);

-- How the team weighs a signal. Only added to; the last one counts.
create table signal_assessments (
  municipality_id uuid not null,
  id uuid not null,
  signal_id uuid not null,
  themes text[] not null check (cardinality(themes) > 0),
  urgency text not null check (urgency in ('normal', 'soon', 'now')),
  question_behind text,
  own_strength text not null check (length(own_strength) > 0),
  needs text[] not null default '{}' check (needs <@ array['tuning', 'partners', 'feedback', 'knowledge']),
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, signal_id) references signals,
  foreign key (municipality_id, by_id) references people
);
create index assessments_of_signal on signal_assessments (municipality_id, signal_id, at);

-- What was asked, decided and done, in order. Only added to.
create table signal_notes (
  municipality_id uuid not null,
  id uuid not null,
  signal_id uuid not null,
  kind text not null check (kind in ('taken-up', 'asked', 'handed-over', 'case', 'result')),
  body text check (length(body) between 1 and 4000),
  to_id uuid,
  to_team_id uuid,
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, signal_id) references signals,
  foreign key (municipality_id, to_id) references people,
  foreign key (municipality_id, to_team_id) references teams,
  foreign key (municipality_id, by_id) references people,
  constraint says_what check (body is not null or kind in ('taken-up', 'case'))
);
create index notes_of_signal on signal_notes (municipality_id, signal_id, at);

-- What is owed to whoever signalled: first what is done with the signal, and again when the case that came of it closes.
create table signal_feedback (
  municipality_id uuid not null,
  id uuid not null,
  signal_id uuid not null,
  about text not null check (about in ('signal', 'case')),
  -- always the owner of the signal
  owner_id uuid not null,
  owed_since timestamptz not null,
  due_on date not null,
  given_at timestamptz,
  given_by uuid,
  how text check (how in ('phone', 'email', 'in-person', 'follow-page')),
  told text check (length(told) between 1 and 2000),
  waived_at timestamptz,
  waived_by uuid,
  waived_because text check (length(waived_because) between 1 and 500),
  primary key (municipality_id, id),
  unique (municipality_id, signal_id, about),
  foreign key (municipality_id, signal_id) references signals,
  foreign key (municipality_id, owner_id) references people,
  foreign key (municipality_id, given_by) references people,
  foreign key (municipality_id, waived_by) references people,
  constraint given_is_whole check (num_nulls(given_at, given_by, how, told) in (0, 4)),
  constraint waived_is_whole check (num_nulls(waived_at, waived_by, waived_because) in (0, 3)),
  constraint given_or_waived check (given_at is null or waived_at is null)
);
create index feedback_owed_by on signal_feedback (municipality_id, owner_id, due_on) where given_at is null and waived_at is null;

-- With the code whoever signalled finds what became of it. Kept as a hash that only this database can make.
create table auth.follow_codes (
  code_hash bytea primary key,
  municipality_id uuid not null,
  signal_id uuid not null,
  foreign key (municipality_id, signal_id) references public.signals
);
create function auth.follow_hash(code bytea) returns bytea language sql stable as $$ select sha256(secret || code) from auth.seal $$;

/* Whose signal it becomes: the team of the area or of the area around it, and else the team that the municipality appointed for this or the first by name.
   The owner is its coordinator, and without one its first core member. */
create function ctx.signal_duty(municipality uuid, area uuid, today date, out team uuid, out owner uuid, out purpose text) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  with recursive around as (
    select a.id, a.parent_id, 0 as far from public.areas a where a.municipality_id = municipality and a.id = area
    union all
    select a.id, a.parent_id, w.far + 1 from public.areas a join around w on a.id = w.parent_id where a.municipality_id = municipality
  )
  select t.id, t.purpose into team, signal_duty.purpose from public.teams t left join around w on w.id = t.area_id
    where t.municipality_id = municipality
    order by w.far nulls last, (t.slug = (select m.settings ->> 'signalTeam' from public.municipalities m where m.id = municipality)) desc nulls last, t.name limit 1;
  owner := ctx.signal_owner(municipality, team, today);
end $$;
create function ctx.signal_owner(municipality uuid, team uuid, today date) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select m.person_id from public.team_members m join public.people p on p.municipality_id = m.municipality_id and p.id = m.person_id and p.active
    where m.municipality_id = municipality and m.team_id = team and m.ring = 'core' and m.from_on <= today and (m.until_on is null or m.until_on >= today)
    order by (m.duty = 'coordinator') desc, m.from_on, p.name limit 1
$$;

/* Takes a signal in. The only door for everybody: a visitor has no right on any of these tables.
   `it`: areaId, urgency, channel, seen, wish, themes, knows, source, sourceFrom, relation, name, phone, email, wantsFeedback. */
create function ctx.receive_signal(signal uuid, number text, code bytea, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  staff uuid := case when ctx.kind() in ('worker', 'volunteer') and it ->> 'channel' <> 'website' then ctx.person() end;
  own_news uuid := case when it ->> 'name' is null and it ->> 'phone' is null and it ->> 'email' is null then staff end;
  duty record;
begin
  if municipality is null then raise exception 'no context' using errcode = '42501'; end if;
  if staff is null and it ->> 'channel' <> 'website' then raise exception 'a visitor comes by the website' using errcode = '42501'; end if;
  select * into duty from ctx.signal_duty(municipality, (it ->> 'areaId')::uuid, ctx.today());
  insert into public.signals (municipality_id, id, number, team_id, area_id, purpose, urgency, owner_id, next_on, channel, signalled_by, received_at)
    values (municipality, signal, number, duty.team, (it ->> 'areaId')::uuid, duty.purpose, it ->> 'urgency', duty.owner, ctx.look_by(it ->> 'urgency', ctx.today()), it ->> 'channel', staff, ctx.moment());
  insert into public.signal_contents (municipality_id, signal_id, seen, wish, themes, knows, source, source_from)
    values (municipality, signal, it ->> 'seen', it ->> 'wish', array(select jsonb_array_elements_text(coalesce(it -> 'themes', '[]'))), it ->> 'knows', it ->> 'source', it ->> 'sourceFrom');
  insert into public.signallers (municipality_id, signal_id, person_id, name, phone, email, relation, wants_feedback, anonymous)
    values (municipality, signal, own_news, it ->> 'name', it ->> 'phone', it ->> 'email', it ->> 'relation', (it ->> 'wantsFeedback')::boolean,
      own_news is null and it ->> 'name' is null and it ->> 'phone' is null and it ->> 'email' is null);
  if (it ->> 'wantsFeedback')::boolean then
    insert into public.signal_feedback (municipality_id, id, signal_id, about, owner_id, owed_since, due_on)
      values (municipality, gen_random_uuid(), signal, 'signal', duty.owner, ctx.moment(), ctx.working_day(ctx.today(), 10));
  end if;
  insert into auth.follow_codes values (auth.follow_hash(code), municipality, signal);
end $$;

/* What somebody with the code may know: where it stands, with which team, and what was told. Nothing about whom it concerns, and no name of anybody.
   Null when there is no such code here. */
create function ctx.follow_signal(code bytea) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('id', s.id, 'state', s.state, 'outcome', s.outcome, 'team', t.name, 'phone', t.phone, 'receivedAt', s.received_at, 'takenUpAt', s.taken_up_at, 'finishedAt', s.finished_at,
    'nextOn', s.next_on, 'urgency', s.urgency, 'wantsFeedback', w.wants_feedback,
    'told', coalesce((select jsonb_agg(jsonb_build_object('at', f.given_at, 'told', f.told) order by f.given_at) from public.signal_feedback f
      where f.municipality_id = s.municipality_id and f.signal_id = s.id and f.given_at is not null), '[]'),
    'caseClosed', coalesce((select k.state = 'closed' from public.cases k where k.municipality_id = s.municipality_id and k.id = s.case_id), false))
  from auth.follow_codes c
    join public.signals s on s.municipality_id = c.municipality_id and s.id = c.signal_id
    join public.teams t on t.municipality_id = s.municipality_id and t.id = s.team_id
    join public.signallers w on w.municipality_id = s.municipality_id and w.signal_id = s.id
  where c.code_hash = auth.follow_hash(code) and c.municipality_id = ctx.municipality()
$$;

/* Gives a signal to another team, of which the one who gives is no member and so may not write there. Its coordinator is the owner from then on.
   Answers false when the signal changed in the meantime or is not the actor's to give. */
create function ctx.pass_signal(signal uuid, to_team uuid, reason text, seen_version integer) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  municipality uuid := ctx.municipality();
  next_owner uuid := ctx.signal_owner(municipality, to_team, ctx.today());
begin
  update public.signals s set team_id = to_team, owner_id = next_owner, state = 'new', taken_up_at = null, next_on = ctx.look_by(s.urgency, ctx.today()), version = s.version + 1,
      purpose = (select t.purpose from public.teams t where t.municipality_id = municipality and t.id = to_team)
    where s.municipality_id = municipality and s.id = signal and s.version = seen_version and s.state in ('new', 'taken-up') and s.team_id <> to_team and next_owner is not null
      and ctx.kind() = 'worker' and s.purpose = ctx.purpose() and s.team_id = any (ctx.teams()) and (s.owner_id = ctx.person() or s.team_id = any (ctx.coordinates()));
  if not found then return false; end if;
  insert into public.signal_notes (municipality_id, id, signal_id, kind, body, to_id, to_team_id, by_id, at)
    values (municipality, gen_random_uuid(), signal, 'handed-over', reason, next_owner, to_team, ctx.person(), ctx.moment());
  return true;
end $$;

revoke all on function ctx.working_day(date, integer), ctx.look_by(text, date), ctx.signal_duty(uuid, uuid, date), ctx.signal_owner(uuid, uuid, date),
  ctx.receive_signal(uuid, text, bytea, jsonb), ctx.follow_signal(bytea), ctx.pass_signal(uuid, uuid, text, integer), auth.follow_hash(bytea) from public;
grant execute on function ctx.receive_signal(uuid, text, bytea, jsonb), ctx.follow_signal(bytea), ctx.pass_signal(uuid, uuid, text, integer) to schakelbord_app;

-- Team duty shows that there is a signal; whoever brought it in keeps seeing it, as does who works on the case that came of it.
-- The resident it is about does not: who signalled, and in which words, is theirs to tell.
alter table signals enable row level security;
create policy team_duty on signals for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]));
create policy brought_in on signals for select using (municipality_id = (select ctx.municipality()) and signalled_by = (select ctx.person()));
create policy connected on signals for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and case_id = any ((select ctx.readable(3::smallint))::uuid[]));
-- What nobody took up yet any core member may take up; after that it is for its owner and the coordinator.
create policy working on signals for update using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[])
  and (state = 'new' or owner_id = (select ctx.person()) or team_id = any ((select ctx.coordinates())::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]));

-- Contact and content are for triage: the coordinator of the team and the owner.
do $$
declare
  name text;
  of_signal text := 'exists (select from signals s where s.municipality_id = %1$I.municipality_id and s.id = %1$I.signal_id and (%2$s))';
  triage text := '(select ctx.kind()) = ''worker'' and s.purpose = (select ctx.purpose()) and s.team_id = any ((select ctx.teams())::uuid[])
    and (s.owner_id = (select ctx.person()) or s.team_id = any ((select ctx.coordinates())::uuid[]))';
  brought_in text := 's.signalled_by = (select ctx.person())';
  connected text := '(select ctx.kind()) = ''worker'' and s.case_id = any ((select ctx.readable(3::smallint))::uuid[])';
begin
  foreach name in array array['signal_contents', 'signallers', 'signal_assessments', 'signal_notes', 'signal_feedback'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy triage on %I for select using (municipality_id = (select ctx.municipality()) and %s)', name, format(of_signal, name, triage));
  end loop;
  foreach name in array array['signal_contents', 'signallers', 'signal_feedback'] loop
    execute format('create policy brought_in on %I for select using (municipality_id = (select ctx.municipality()) and %s)', name, format(of_signal, name, brought_in));
  end loop;
  foreach name in array array['signal_contents', 'signal_assessments', 'signal_notes'] loop
    execute format('create policy connected on %I for select using (municipality_id = (select ctx.municipality()) and %s)', name, format(of_signal, name, connected));
  end loop;
  foreach name in array array['signal_assessments', 'signal_notes'] loop
    execute format('create policy writing on %I for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and %s)', name,
      format(of_signal, name, '(select ctx.kind()) = ''worker'' and s.purpose = (select ctx.purpose()) and s.team_id = any ((select ctx.teams())::uuid[])'));
  end loop;
  execute format('create policy answering on signal_feedback for update using (municipality_id = (select ctx.municipality()) and given_at is null and waived_at is null and %s)
    with check (municipality_id = (select ctx.municipality()))', format(of_signal, 'signal_feedback', triage));
end $$;

grant select on signals, signal_contents, signallers, signal_assessments, signal_notes, signal_feedback to schakelbord_app;
grant insert on signal_assessments, signal_notes to schakelbord_app;
grant update (state, outcome, urgency, owner_id, next_on, taken_up_at, finished_at, case_id, version) on signals to schakelbord_app;
grant update (given_at, given_by, how, told, waived_at, waived_by, waived_because) on signal_feedback to schakelbord_app;

-- The debt goes where the signal goes.
create function ctx.feedback_follows_owner() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update public.signal_feedback f set owner_id = new.owner_id where f.municipality_id = new.municipality_id and f.signal_id = new.id and f.given_at is null and f.waived_at is null;
  return null;
end $$;
create trigger feedback_follows_owner after update of owner_id on signals for each row when (old.owner_id is distinct from new.owner_id) execute function ctx.feedback_follows_owner();

-- When the case that came of a signal closes, whoever signalled hears of it, once.
create function ctx.feedback_about_case() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into public.signal_feedback (municipality_id, id, signal_id, about, owner_id, owed_since, due_on)
    select s.municipality_id, gen_random_uuid(), s.id, 'case', s.owner_id, new.closed_at, ctx.working_day((new.closed_at at time zone 'Europe/Amsterdam')::date, 5)
    from public.signals s join public.signallers w on w.municipality_id = s.municipality_id and w.signal_id = s.id and w.wants_feedback
    where s.municipality_id = new.municipality_id and s.case_id = new.id
  on conflict (municipality_id, signal_id, about) do nothing;
  return null;
end $$;
create trigger feedback_about_case after update of state on cases for each row when (new.state = 'closed' and old.state <> 'closed') execute function ctx.feedback_about_case();

-- A signal has its content and its signaller, a finished one says with which result, and who wants to hear has a debt. Looked at when the transaction ends.
create function ctx.signal_is_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_signal public.signals;
begin
  select * into found_signal from public.signals s where s.municipality_id = new.municipality_id and s.id = new.id;
  if not exists (select from public.signal_contents c where c.municipality_id = new.municipality_id and c.signal_id = new.id)
    or not exists (select from public.signallers w where w.municipality_id = new.municipality_id and w.signal_id = new.id) then
    raise exception 'a signal has content and a signaller' using errcode = '23514', constraint = 'signal_is_whole';
  end if;
  if found_signal.state = 'closed' and not exists (select from public.signal_notes n where n.municipality_id = new.municipality_id and n.signal_id = new.id and n.kind = 'result') then
    raise exception 'closing needs a result' using errcode = '23514', constraint = 'closing_needs_a_result';
  end if;
  if exists (select from public.signallers w where w.municipality_id = new.municipality_id and w.signal_id = new.id and w.wants_feedback)
    and not exists (select from public.signal_feedback f where f.municipality_id = new.municipality_id and f.signal_id = new.id and f.about = 'signal') then
    raise exception 'feedback is owed' using errcode = '23514', constraint = 'feedback_is_owed';
  end if;
  return null;
end $$;
create constraint trigger signal_is_whole after insert or update on signals deferrable initially deferred for each row execute function ctx.signal_is_whole();
revoke all on function ctx.feedback_follows_owner(), ctx.feedback_about_case(), ctx.signal_is_whole() from public;
