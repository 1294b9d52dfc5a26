-- Large files are read, taken in and taken back in the background: a row says what is to be done and how far it is, so that it goes on after a restart or says why not.
alter table imports drop constraint imports_format_check, drop constraint imports_state_check, drop constraint moments_fit_the_state;
alter table imports
  add constraint imports_format_check check (format in ('hsds-json', 'table', 'hsds-package', 'sc-xml')),
  add constraint imports_state_check check (state in ('waiting', 'mapping', 'unreadable', 'looked-at', 'taken-in', 'withdrawn')),
  add constraint moments_fit_the_state check ((state not in ('taken-in', 'withdrawn')) = (taken_in_at is null) and (state = 'withdrawn') = (withdrawn_at is not null)),
  add column header jsonb; -- the columns of a list, each with an example of what stands in it

-- The file itself, until it was taken in.
create table import_files (
  municipality_id uuid not null,
  import_id uuid not null,
  content bytea not null,
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id) references imports on delete cascade
);

-- Which column of the lists of a source is what: the name of our field, and how their column is called.
create table import_mappings (
  municipality_id uuid not null references municipalities,
  source text not null,
  columns jsonb not null,
  changed_at timestamptz not null,
  primary key (municipality_id, source)
);

create table import_jobs (
  municipality_id uuid not null,
  import_id uuid not null,
  what text not null check (what in ('look', 'take', 'withdraw')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  tries integer not null default 0,
  reason text,
  asked_by uuid not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id) references imports on delete cascade,
  foreign key (municipality_id, asked_by) references people
);
create index import_jobs_open on import_jobs (asked_at) where state in ('waiting', 'running');

do $$
declare name text;
begin
  foreach name in array array['import_files', 'import_mappings', 'import_jobs'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy keeping on %I for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()))', name);
  end loop;
end $$;
grant select, insert, delete on import_files to schakelbord_app;
grant select, insert, update on import_mappings, import_jobs to schakelbord_app;
grant delete on import_records, import_remarks to schakelbord_app;
grant update (format, header) on imports to schakelbord_app;

/* Opens the context of whoever asked for this job, when that person keeps the directory still. For the program itself: the application may not. */
create function ctx.open_import(municipality uuid, import uuid, moment timestamptz) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  today date := (moment at time zone 'Europe/Amsterdam')::date;
  claims text;
begin
  select jsonb_build_object('kind', p.kind, 'municipality', municipality, 'person', p.id, 'organization', m.organization_id, 'role', m.role, 'teams', '[]'::jsonb, 'coordinates', '[]'::jsonb, 'cases', '[]'::jsonb, 'moment', moment)::text into claims
    from public.import_jobs j
      join public.people p on p.municipality_id = j.municipality_id and p.id = j.asked_by and p.active and p.kind = 'worker'
      join public.memberships m on m.municipality_id = p.municipality_id and m.person_id = p.id and m.role = 'information-manager' and m.from_on <= today and (m.until_on is null or m.until_on >= today)
    where j.municipality_id = municipality and j.import_id = import limit 1;
  if claims is null then return false; end if;
  perform set_config('ctx.claims', claims, true), set_config('ctx.seal', ctx.sealed(claims), true);
  return true;
end $$;
revoke all on function ctx.open_import(uuid, uuid, timestamptz) from public;

-- A word that is known already is not taken apart again; most words of a new entry are.
create or replace function directory.remember_words(municipality uuid, words text, shown boolean) returns void language sql set search_path = public, pg_catalog as $$
  insert into directory.lexicon (municipality_id, word, stem, parts, deletes, open)
    select municipality, w, directory.stem(w), directory.parts(w), directory.deletes(w), shown
    from (select distinct w from regexp_split_to_table(directory.plain(words), ' ') w where length(w) between 2 and 40 and w !~ '^[0-9]+$' offset 0) known
    where not exists (select from directory.lexicon l where l.municipality_id = municipality and l.word = w and (l.open or not shown))
  on conflict (municipality_id, word) do update set open = true where excluded.open and not lexicon.open
$$;
