-- Cases, who is involved on which ground, and the vault that alone knows whom a case is about.
-- A table is one field class (trust model): 1 logistics, 2 contact, 3 content, 5 identity. Row level security decides per class.
create schema vault;
grant usage on schema vault to schakelbord_app;

-- Class 1: number, state, urgency, owner, next date. No title, no household, nothing that describes a person.
create table cases (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  number text not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'),
  team_id uuid not null,
  purpose text not null,
  state text not null check (state in ('signal', 'deepening', 'action', 'progress', 'closed')),
  in_portfolio boolean not null default false,
  urgency text not null default 'normal' check (urgency in ('normal', 'soon', 'now')),
  owner_id uuid not null,
  next_on date,
  started_on date not null,
  started_in text not null default 'day' check (started_in in ('day', 'month')),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  anonymous boolean not null default true,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, number),
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, owner_id) references people,
  foreign key (municipality_id, opened_by) references people,
  constraint closed_has_a_moment check ((state = 'closed') = (closed_at is not null)),
  constraint open_has_a_next_date check (state = 'closed' or next_on is not null)
);
create index cases_open_of_team on cases (municipality_id, team_id, next_on, id) where state <> 'closed';
create index cases_open_of_owner on cases (municipality_id, owner_id, next_on) where state <> 'closed';
create index cases_opened on cases (municipality_id, opened_by, opened_at);

-- Who is involved, for what, until when. Ends by itself.
create table involvements (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  team_id uuid,
  role text not null check (role in ('owner', 'introducer', 'member', 'action-taker', 'process-guard', 'consulted', 'guest')),
  class smallint not null check (class between 2 and 4),
  purpose text not null,
  reason text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  ended_at timestamptz,
  added_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, person_id) references people,
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, added_by) references people
);
create index involvements_of_person on involvements (municipality_id, person_id) where ended_at is null;
create index involvements_of_case on involvements (municipality_id, case_id);

-- Why data may be shared with a team or an organisation. Consent is one ground among others; without identity a case needs none of them, only 'anonymous'.
create table grounds (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('anonymous', 'consent', 'legal-task', 'vital-interest')),
  with_identity boolean not null,
  team_id uuid,
  organization_id uuid,
  purpose text not null,
  article text,
  explained text,
  manner text check (manner in ('spoken', 'written', 'by-phone', 'in-portal')),
  given_by text check (given_by in ('resident', 'representative')),
  asked_by uuid,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  withdrawn_at timestamptz,
  withdrawn_by text check (withdrawn_by in ('resident', 'worker')),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, team_id) references teams,
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, asked_by) references people,
  constraint one_receiver check ((team_id is null) <> (organization_id is null)),
  constraint anonymous_knows_nobody check (kind <> 'anonymous' or not with_identity),
  constraint consent_is_recorded_whole check (kind <> 'consent' or (explained is not null and manner is not null and given_by is not null and until_at is not null)),
  constraint law_is_named check (kind <> 'legal-task' or article is not null)
);
create index grounds_of_case on grounds (municipality_id, case_id);

-- Class 3. One row per case: what is asked, by whom it was brought in, and what the person wants.
create table case_contents (
  municipality_id uuid not null,
  case_id uuid not null,
  themes text[] not null check (cardinality(themes) > 0),
  question_kind text not null check (question_kind in ('help-at-home', 'company', 'money', 'health', 'safety', 'housing', 'raising-children', 'care-for-another', 'taking-part', 'nuisance', 'unclear')),
  question text,
  question_behind text,
  own_words text,
  own_words_on date,
  introduced_by text,
  sex text not null default 'unknown' check (sex in ('female', 'male', 'other', 'unknown')),
  age_band text not null default 'unknown' check (age_band in ('0-17', '18-34', '35-54', '55-64', '65-74', '75-84', '85+', 'unknown')),
  living_situation text,
  nationality text,
  children_considered text,
  version integer not null default 1,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references cases
);

-- Class 3. Each step as it was opened; step 4 comes back any number of times.
create table case_steps (
  municipality_id uuid not null,
  case_id uuid not null,
  step smallint not null check (step between 1 and 5),
  round smallint not null default 1 check (round >= 1 and (round = 1 or step = 4)),
  opened_on date not null,
  opened_by uuid not null,
  primary key (municipality_id, case_id, step, round),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, opened_by) references people
);

-- Class 3. Answers are never overwritten: each save is a version of its own, the last one counts.
create table case_answers (
  municipality_id uuid not null,
  case_id uuid not null,
  step smallint not null,
  round smallint not null default 1,
  question text not null,
  version integer not null check (version >= 1),
  own_question text,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (municipality_id, case_id, step, round, question, version),
  foreign key (municipality_id, case_id, step, round) references case_steps (municipality_id, case_id, step, round),
  foreign key (municipality_id, written_by) references people
);

-- Class 3. What was agreed: who, what, why, by when.
create table actions (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  what text not null,
  why text not null,
  taker_id uuid,
  taker_party text,
  owner_id uuid not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not-done', 'dropped')),
  result text,
  agreed_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, taker_id) references people,
  foreign key (municipality_id, owner_id) references people,
  constraint one_taker check ((taker_id is null) <> (taker_party is null)),
  constraint closing_needs_a_result check ((state = 'open') = (closed_at is null) and (state = 'open' or result is not null))
);
create index actions_of_case on actions (municipality_id, case_id);
create index actions_open_of_owner on actions (municipality_id, owner_id, due_on) where state = 'open';

-- Class 3. What was undertaken, agreed or not, and by whom.
create table deeds (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  action_id uuid,
  what text not null,
  by_id uuid,
  by_party text,
  done_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, action_id) references actions,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, recorded_by) references people,
  constraint one_doer check ((by_id is null) <> (by_party is null))
);
create index deeds_of_case on deeds (municipality_id, case_id);

-- Class 2. That there was contact, by whom and when. There is no column for what it was about, on purpose.
create table contacts (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  by_id uuid not null,
  on_day date not null,
  channel text not null check (channel in ('visit', 'phone', 'message', 'walk-in', 'meeting')),
  with_whom text not null check (with_whom in ('resident', 'informal-carer', 'own-network', 'gp', 'organization')),
  organization_id uuid,
  reached boolean not null default true,
  recorded_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, organization_id) references organizations
);
create index contacts_of_case on contacts (municipality_id, case_id);

-- A case passes to somebody who accepts it. While nobody did, the present owner keeps it.
create table case_handovers (
  municipality_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null,
  proposed_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean check ((accepted is null) = (answered_at is null)),
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, from_id) references people,
  foreign key (municipality_id, to_id) references people
);
create unique index one_open_handover on case_handovers (municipality_id, case_id) where answered_at is null;

-- Class 3. How it ended and what was learned.
create table case_closures (
  municipality_id uuid not null,
  case_id uuid not null,
  outcome text not null check (outcome in ('arranged', 'partly-arranged', 'own-strength', 'handed-over', 'declined', 'moved-away', 'died')),
  problem text not null,
  problem_owner text not null,
  what_worked text not null,
  satisfaction text not null,
  stay_alert text not null,
  lesson text not null,
  aftercare_by text,
  aftercare_until date,
  closed_by uuid not null,
  closed_at timestamptz not null,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references cases,
  foreign key (municipality_id, closed_by) references people
);

-- Class 5. The only place that knows whom a case is about; sealed with a key of its own, so that destroying the key destroys the link.
create table vault.identities (
  municipality_id uuid not null,
  case_id uuid not null,
  person_id uuid,
  sealed bytea not null,
  ground_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references public.cases,
  foreign key (municipality_id, person_id) references public.people,
  foreign key (municipality_id, ground_id) references public.grounds,
  foreign key (municipality_id, linked_by) references public.people
);
create index identities_of_person on vault.identities (municipality_id, person_id);

-- A code on paper with which a resident without account proves that a case is theirs.
create table auth.resident_codes (
  municipality_id uuid not null,
  case_id uuid not null,
  code_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references public.cases
);

create or replace function auth.cases_of(municipality uuid, person uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(i.case_id), '[]') from vault.identities i where i.municipality_id = municipality and i.person_id = person
$$;

/* THE decision, as the database takes it: the cases of which the actor may read this field class.
   mandate and purpose (ctx.purpose() is null without a mandate) AND involvement in its window AND a valid ground for the team or organisation AND the class.
   The policy module takes the same decision from the same data; a test holds the two together. */
create function ctx.readable(wanted smallint) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  claims jsonb := ctx.claims();
  moment timestamptz := (claims ->> 'moment')::timestamptz;
  cap smallint := case claims ->> 'role' when 'professional' then 4 when 'coordinator' then 4 when 'partner' then 3 else 0 end;
begin
  if claims ->> 'kind' = 'resident' then return ctx.own_cases(); end if;
  if claims ->> 'kind' is distinct from 'worker' or cap = 0 or claims ->> 'purpose' is null then return '{}'; end if;
  return array(
    select i.case_id
    from public.involvements i
      join public.cases k on k.municipality_id = i.municipality_id and k.id = i.case_id
      join public.grounds g on g.municipality_id = i.municipality_id and g.case_id = i.case_id
    where i.municipality_id = (claims ->> 'municipality')::uuid and i.person_id = (claims ->> 'person')::uuid
      and i.organization_id = (claims ->> 'organization')::uuid and i.ended_at is null and i.from_at <= moment and i.until_at > moment
      and i.purpose = k.purpose and k.purpose = claims ->> 'purpose'
      and g.purpose = k.purpose and g.withdrawn_at is null and g.from_at <= moment and (g.until_at is null or g.until_at > moment)
      and (g.organization_id = i.organization_id or g.team_id = i.team_id)
      and case when wanted = 5 then least(i.class, cap) >= 3 and g.with_identity else least(i.class, cap) >= wanted end
    group by i.case_id);
end $$;

-- Cases that the actor opened in this very request: somebody has to be the first to be involved.
create function ctx.just_opened() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select array(select k.id from public.cases k where k.municipality_id = ctx.municipality() and k.opened_by = ctx.person() and k.opened_at = ctx.moment())
$$;
-- Cases that somebody has put before the actor to take over.
create function ctx.offered() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select array(select h.case_id from public.case_handovers h where h.municipality_id = ctx.municipality() and h.to_id = ctx.person()
    and (h.answered_at is null or h.answered_at = ctx.moment()))
$$;
revoke all on function ctx.readable(smallint), ctx.just_opened(), ctx.offered() from public;
grant execute on function ctx.readable(smallint), ctx.just_opened(), ctx.offered() to schakelbord_app;

alter table cases enable row level security;
create policy team_duty on cases for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]));
create policy involved on cases for select using (municipality_id = (select ctx.municipality()) and id = any ((select ctx.readable(2::smallint))::uuid[]));
create policy opening on cases for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and purpose = (select ctx.purpose()) and team_id = any ((select ctx.teams())::uuid[]) and opened_by = (select ctx.person()) and opened_at = (select ctx.moment()));
create policy working on cases for update using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and (id = any ((select ctx.readable(3::smallint))::uuid[]) or id = any ((select ctx.offered())::uuid[]) or id = any ((select ctx.just_opened())::uuid[])));

alter table involvements enable row level security;
create policy involved on involvements for select using (municipality_id = (select ctx.municipality())
  and (case_id = any ((select ctx.readable(2::smallint))::uuid[]) or case_id = any ((select ctx.just_opened())::uuid[])));
create policy adding on involvements for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and added_by = (select ctx.person())
  and (case_id = any ((select ctx.readable(3::smallint))::uuid[]) or (person_id = (select ctx.person())
    and (case_id = any ((select ctx.just_opened())::uuid[]) or case_id = any ((select ctx.offered())::uuid[])))));
create policy ending on involvements for update using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and case_id = any ((select ctx.readable(3::smallint))::uuid[]));

alter table grounds enable row level security;
create policy involved on grounds for select using (municipality_id = (select ctx.municipality())
  and (case_id = any ((select ctx.readable(2::smallint))::uuid[]) or case_id = any ((select ctx.just_opened())::uuid[])));
create policy adding on grounds for insert with check (municipality_id = (select ctx.municipality())
  and (case_id = any ((select ctx.readable(3::smallint))::uuid[]) or case_id = any ((select ctx.just_opened())::uuid[])));
create policy withdrawing on grounds for update using (municipality_id = (select ctx.municipality()) and case_id = any ((select ctx.readable(3::smallint))::uuid[]));

-- Class 3 tables share one rule for reading; residents read what is about them and write nothing here.
do $$
declare name text;
begin
  foreach name in array array['case_contents', 'case_steps', 'case_answers', 'actions', 'deeds', 'case_closures', 'case_handovers'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy involved on %I for select using (municipality_id = (select ctx.municipality())
      and (case_id = any ((select ctx.readable(3::smallint))::uuid[]) or case_id = any ((select ctx.just_opened())::uuid[])))', name);
    execute format('create policy writing on %I for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = ''worker''
      and (case_id = any ((select ctx.readable(3::smallint))::uuid[]) or case_id = any ((select ctx.just_opened())::uuid[])))', name);
  end loop;
  foreach name in array array['case_contents', 'actions', 'case_handovers'] loop
    execute format('create policy changing on %I for update using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = ''worker''
      and case_id = any ((select ctx.readable(3::smallint))::uuid[]))', name);
  end loop;
end $$;
create policy offered on case_handovers for select using (municipality_id = (select ctx.municipality()) and to_id = (select ctx.person()));
create policy answering on case_handovers for update using (municipality_id = (select ctx.municipality()) and to_id = (select ctx.person()));

alter table contacts enable row level security;
create policy involved on contacts for select using (municipality_id = (select ctx.municipality()) and case_id = any ((select ctx.readable(2::smallint))::uuid[]));
create policy writing on contacts for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and by_id = (select ctx.person()) and case_id = any ((select ctx.readable(2::smallint))::uuid[]));

alter table vault.identities enable row level security;
create policy known on vault.identities for select using (municipality_id = (select ctx.municipality()) and case_id = any ((select ctx.readable(5::smallint))::uuid[]));
create policy linking on vault.identities for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and linked_by = (select ctx.person()) and case_id = any ((select ctx.readable(5::smallint))::uuid[]));
create policy unlinking on vault.identities for delete using (municipality_id = (select ctx.municipality()) and case_id = any ((select ctx.readable(5::smallint))::uuid[]));

grant select, insert on cases, involvements, grounds, case_contents, case_steps, case_answers, actions, deeds, contacts, case_handovers, case_closures to schakelbord_app;
grant update (state, in_portfolio, urgency, owner_id, next_on, closed_at, anonymous, version) on cases to schakelbord_app;
grant update (ended_at, until_at) on involvements to schakelbord_app;
grant update (withdrawn_at, withdrawn_by) on grounds to schakelbord_app;
grant update (themes, question_kind, question, question_behind, own_words, own_words_on, introduced_by, sex, age_band, living_situation, nationality, children_considered, version) on case_contents to schakelbord_app;
grant update (what, why, taker_id, taker_party, owner_id, due_on, state, result, closed_at, version) on actions to schakelbord_app;
grant update (answered_at, accepted) on case_handovers to schakelbord_app;
grant select, insert, delete on vault.identities to schakelbord_app;

-- Closing needs a result, a closed case has nothing open, and a case is anonymous exactly when the vault knows nobody. Looked at when the transaction ends.
create function ctx.case_is_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_case public.cases;
begin
  select * into found_case from public.cases k where k.municipality_id = new.municipality_id and k.id = case when tg_table_name = 'cases' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
  if found_case.state = 'closed' and not exists (select from public.case_closures c where c.municipality_id = found_case.municipality_id and c.case_id = found_case.id) then
    raise exception 'closing needs a result' using errcode = '23514', constraint = 'closing_needs_a_result';
  end if;
  if found_case.state = 'closed' and exists (select from public.actions a where a.municipality_id = found_case.municipality_id and a.case_id = found_case.id and a.state = 'open') then
    raise exception 'an open action remains' using errcode = '23514', constraint = 'closed_has_no_open_action';
  end if;
  if found_case.anonymous = exists (select from vault.identities i where i.municipality_id = found_case.municipality_id and i.case_id = found_case.id) then
    raise exception 'anonymous is not what the vault says' using errcode = '23514', constraint = 'anonymous_is_true';
  end if;
  return null;
end $$;
create constraint trigger case_is_whole after insert or update on cases deferrable initially deferred for each row execute function ctx.case_is_whole();
create constraint trigger case_is_whole after insert or update on actions deferrable initially deferred for each row execute function ctx.case_is_whole();
create constraint trigger case_is_whole after insert on vault.identities deferrable initially deferred for each row execute function ctx.case_is_whole();
