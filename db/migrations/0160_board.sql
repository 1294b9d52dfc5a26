-- Things and talents that people of a neighbourhood offer each other or ask for (ACT-10). What a notice says is public once somebody looked at it;
-- how to reach whoever left it, and who reacted, is only for the colleagues who bring the two together, and goes when the notice ends.

create table board_notices (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  kind text not null check (kind in ('offer', 'ask')),
  what text not null check (what in ('thing', 'talent')),
  title text not null check (length(title) between 3 and 80),
  words text not null check (length(words) between 3 and 1000),
  area_id uuid not null,
  left_on date not null,
  until_on date not null,
  -- the colleague who left it for a resident; nobody when residents did it themselves
  by_id uuid,
  consent text not null check (consent in ('self', 'spoken', 'written')),
  state text not null default 'waiting' check (state in ('waiting', 'public', 'refused', 'matched', 'done', 'withdrawn')),
  reason text check (reason in ('personal', 'trade', 'unclear', 'improper', 'elsewhere')),
  reason_words text check (length(reason_words) between 1 and 500),
  decided_by uuid,
  decided_on date,
  match_id uuid,
  ended_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, by_id) references people,
  foreign key (municipality_id, decided_by) references people,
  foreign key (municipality_id, match_id) references board_notices (municipality_id, id) on delete set null (match_id),
  constraint left_for_somebody_with_consent check ((by_id is null) = (consent = 'self')),
  constraint stands_at_most_half_a_year check (until_on between left_on and left_on + 200),
  constraint refused_with_a_reason check ((state = 'refused') = (reason is not null)),
  constraint looked_at_before_public check (state in ('waiting', 'withdrawn') or (decided_by is not null and decided_on is not null)),
  constraint ended_has_a_day check ((state in ('refused', 'done', 'withdrawn')) = (ended_on is not null))
);
create index board_notices_of_area on board_notices (municipality_id, state, area_id, left_on desc);

-- How to reach whoever left it.
create table board_contacts (
  municipality_id uuid not null,
  notice_id uuid not null,
  called text not null check (length(called) between 1 and 80),
  phone text check (length(phone) between 3 and 40),
  email text check (length(email) between 3 and 200),
  primary key (municipality_id, notice_id),
  foreign key (municipality_id, notice_id) references board_notices on delete cascade,
  constraint can_be_reached check (phone is not null or email is not null)
);

create table board_reactions (
  municipality_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  called text not null check (length(called) between 1 and 80),
  phone text check (length(phone) between 3 and 40),
  email text check (length(email) between 3 and 200),
  words text not null check (length(words) between 1 and 1000),
  made_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, notice_id) references board_notices on delete cascade,
  constraint can_be_reached check (phone is not null or email is not null)
);
create index board_reactions_of_notice on board_reactions (municipality_id, notice_id, made_on);

-- Somebody finds that a notice should not be there. Nothing about who.
create table board_reports (
  municipality_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  reason text not null check (reason in ('improper', 'personal', 'trade', 'gone')),
  words text check (length(words) between 1 and 500),
  made_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, notice_id) references board_notices on delete cascade
);
create index board_reports_of_notice on board_reports (municipality_id, notice_id, made_on);

create table auth.board_codes (
  code_hash bytea primary key,
  municipality_id uuid not null,
  notice_id uuid not null,
  foreign key (municipality_id, notice_id) references public.board_notices on delete cascade
);
create index board_codes_of_notice on auth.board_codes (municipality_id, notice_id);

-- Neighbourhoods where the actor works with residents; the whole municipality for every team.
create function ctx.board_areas() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array(
    select a.id from public.areas a
    where a.municipality_id = ctx.municipality() and ctx.kind() = 'worker' and ctx.role() in ('professional', 'coordinator', 'partner')
      and (exists (select from public.teams t where t.municipality_id = a.municipality_id and t.id = any (ctx.teams()) and t.area_id = a.id)
        or (a.kind = 'municipality' and cardinality(ctx.teams()) > 0))), '{}')
$$;

/* Leaves a notice; it waits until somebody looked at it. The only door. `it`: kind, what, title, words, days, called, phone, email, manner (only for colleagues). */
create function ctx.leave_notice(notice uuid, code bytea, area uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  manner text := it ->> 'manner';
begin
  if ctx.municipality() is null then raise exception 'no context' using errcode = '42501'; end if;
  if manner is not null and (ctx.kind() is distinct from 'worker' or ctx.purpose() is null) then raise exception 'only colleagues leave something for others' using errcode = '42501'; end if;
  if not exists (select from public.areas a where a.municipality_id = ctx.municipality() and a.id = area and (a.kind = 'municipality'
      or exists (select from public.teams t where t.municipality_id = a.municipality_id and t.area_id = a.id))) then
    raise exception 'no such area' using errcode = '23514';
  end if;
  insert into public.board_notices (municipality_id, id, kind, what, title, words, area_id, left_on, until_on, by_id, consent)
    values (ctx.municipality(), notice, it ->> 'kind', it ->> 'what', it ->> 'title', it ->> 'words', area, ctx.today(), ctx.today() + (it ->> 'days')::integer,
      case when manner is not null then ctx.person() end, coalesce(manner, 'self'));
  insert into public.board_contacts values (ctx.municipality(), notice, it ->> 'called', it ->> 'phone', it ->> 'email');
  insert into auth.board_codes values (auth.follow_hash(code), ctx.municipality(), notice);
end $$;

/* Is this notice for everybody to see now? */
create function ctx.stands_on_board(notice uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from public.board_notices n where n.municipality_id = ctx.municipality() and n.id = notice and n.state = 'public' and n.until_on >= ctx.today())
$$;

/* Somebody reacts; what they leave is for the colleagues of that neighbourhood. */
create function ctx.react_to_notice(reaction uuid, notice uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not ctx.stands_on_board(notice) then raise exception 'no such notice' using errcode = '42501'; end if;
  insert into public.board_reactions values (ctx.municipality(), reaction, notice, it ->> 'called', it ->> 'phone', it ->> 'email', it ->> 'words', ctx.today());
end $$;

/* Somebody tells that a notice should not be there. */
create function ctx.report_notice(report uuid, notice uuid, reason text, words text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not ctx.stands_on_board(notice) then raise exception 'no such notice' using errcode = '42501'; end if;
  insert into public.board_reports values (ctx.municipality(), report, notice, reason, words, ctx.today());
end $$;

/* How it stands with a notice, for who holds its code; with `off` it is taken away first. Null when there is no such code here. */
create function ctx.follow_notice(code bytea, off boolean) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_id uuid;
begin
  select c.notice_id into found_id from auth.board_codes c where c.code_hash = auth.follow_hash(code) and c.municipality_id = ctx.municipality();
  if not found then return null; end if;
  if off then
    update public.board_notices n set state = 'withdrawn', ended_on = ctx.today(), version = n.version + 1
      where n.municipality_id = ctx.municipality() and n.id = found_id and n.state in ('waiting', 'public', 'matched');
  end if;
  return (select jsonb_build_object('id', n.id, 'title', n.title, 'state', case when n.state in ('waiting', 'public') and n.until_on < ctx.today() then 'over' else n.state end, 'until', n.until_on, 'reason', n.reason, 'reasonWords', n.reason_words)
    from public.board_notices n where n.municipality_id = ctx.municipality() and n.id = found_id);
end $$;

/* What is known about people goes at the moment that a notice ends, whoever ends it. What it was coupled to stands by itself again. */
create function ctx.forget_notice() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from public.board_contacts k where k.municipality_id = new.municipality_id and k.notice_id = new.id;
  delete from public.board_reactions r where r.municipality_id = new.municipality_id and r.notice_id = new.id;
  delete from public.board_reports r where r.municipality_id = new.municipality_id and r.notice_id = new.id;
  if new.state = 'withdrawn' and new.match_id is not null then
    update public.board_notices n set state = 'public', match_id = null, version = n.version + 1 where n.municipality_id = new.municipality_id and n.id = new.match_id and n.state = 'matched';
  end if;
  return null;
end $$;
create trigger forgetting after update of state on board_notices for each row when (new.ended_on is not null) execute function ctx.forget_notice();

revoke all on function ctx.board_areas(), ctx.leave_notice(uuid, bytea, uuid, jsonb), ctx.stands_on_board(uuid), ctx.react_to_notice(uuid, uuid, jsonb), ctx.report_notice(uuid, uuid, text, text), ctx.follow_notice(bytea, boolean), ctx.forget_notice() from public;
grant execute on function ctx.board_areas(), ctx.leave_notice(uuid, bytea, uuid, jsonb), ctx.stands_on_board(uuid), ctx.react_to_notice(uuid, uuid, jsonb), ctx.report_notice(uuid, uuid, text, text), ctx.follow_notice(bytea, boolean) to schakelbord_app;

alter table board_notices enable row level security;
create policy everybody on board_notices for select using (municipality_id = (select ctx.municipality()) and state = 'public' and until_on >= (select ctx.today()));
create policy moderating on board_notices for select using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or area_id = any ((select ctx.board_areas())::uuid[])));
-- Who keeps the directory says whether something may stand there; the rest is for who works with residents in that neighbourhood.
create policy deciding on board_notices for update using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or area_id = any ((select ctx.board_areas())::uuid[])))
  with check (municipality_id = (select ctx.municipality()) and ((state in ('public', 'refused') and decided_by = (select ctx.person()) and (select ctx.keeps_directory())) or area_id = any ((select ctx.board_areas())::uuid[])));
grant select on board_notices to schakelbord_app;
grant update (state, reason, reason_words, decided_by, decided_on, match_id, until_on, ended_on, version) on board_notices to schakelbord_app;

do $$
declare
  name text;
  connecting text := 'municipality_id = (select ctx.municipality()) and (select ctx.purpose()) is not null and exists (select from board_notices n where n.municipality_id = %1$I.municipality_id and n.id = %1$I.notice_id and n.area_id = any ((select ctx.board_areas())::uuid[])
    and (n.state = ''matched'' or n.until_on >= (select ctx.today())))';
begin
  foreach name in array array['board_contacts', 'board_reactions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy connecting on %I for select using (' || connecting || ')', name);
  end loop;
  execute format('create policy done_with on board_reactions for delete using (' || connecting || ')', 'board_reactions');
end $$;
alter table board_reports enable row level security;
create policy moderating on board_reports for select using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory())
  or exists (select from board_notices n where n.municipality_id = board_reports.municipality_id and n.id = board_reports.notice_id and n.area_id = any ((select ctx.board_areas())::uuid[]))));
create policy looked_at on board_reports for delete using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory())
  or exists (select from board_notices n where n.municipality_id = board_reports.municipality_id and n.id = board_reports.notice_id and n.area_id = any ((select ctx.board_areas())::uuid[]))));
grant select on board_contacts to schakelbord_app;
grant select, delete on board_reactions, board_reports to schakelbord_app;
