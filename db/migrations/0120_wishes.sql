-- Wishes for an activity that does not exist yet (ACT-05): what, in which neighbourhood and when somebody could come. Never who.
-- Nobody reads a wish: the application has no right on the table, and hears only how many there are when there are enough.
create table activity_wishes (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  theme text not null check (theme in ('meals', 'coffee', 'walking', 'sport', 'making', 'music', 'games', 'learning', 'garden', 'outings', 'talking', 'children')),
  -- a neighbourhood, or the whole municipality for who does not mind where
  area_id uuid not null,
  day_parts text[] not null check (cardinality(day_parts) > 0 and day_parts <@ array['morning', 'afternoon', 'evening', 'weekend']),
  -- how many people it is for, when a colleague heard it from a group
  people smallint not null default 1 check (people between 1 and 30),
  left_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas
);
create index wishes_by_theme on activity_wishes (municipality_id, area_id, theme, left_on);
alter table activity_wishes enable row level security;
create policy nobody on activity_wishes for select using (municipality_id = (select ctx.municipality()) and false);

-- What was started because people asked for it. Wishes of that day and before are answered by it.
create table wish_answers (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  theme text not null,
  area_id uuid not null,
  service_id uuid not null,
  by_id uuid not null,
  answered_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, service_id) references services on delete cascade,
  foreign key (municipality_id, by_id) references people
);
create index wish_answers_of_area on wish_answers (municipality_id, area_id, theme, answered_on);
alter table wish_answers enable row level security;

-- Areas whose wishes the actor may answer: those of the own teams; all of them for who keeps the directory, and for team members where no team is (the whole municipality).
create function ctx.answers_wishes() returns uuid[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array(
    select a.id from public.areas a
    where a.municipality_id = ctx.municipality() and ctx.kind() = 'worker'
      and (ctx.keeps_directory()
        or exists (select from public.teams t where t.municipality_id = a.municipality_id and t.id = any (ctx.teams()) and t.area_id = a.id)
        or (a.kind = 'municipality' and cardinality(ctx.teams()) > 0))), '{}')
$$;

create policy everybody on wish_answers for select using (municipality_id = (select ctx.municipality()));
create policy answering on wish_answers for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and answered_on = (select ctx.today())
  and area_id = any ((select ctx.answers_wishes())::uuid[]));
grant select, insert on wish_answers to schakelbord_app;

/* Leaves a wish, whoever asks. Only colleagues speak for more than one. What nobody answered within a year is thrown away: by then it is about other people. */
create function ctx.leave_wish(wish uuid, theme text, area uuid, day_parts text[], people integer) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if ctx.municipality() is null or (people > 1 and ctx.kind() not in ('worker', 'volunteer')) then raise exception 'no context' using errcode = '42501'; end if;
  if not exists (select from public.areas a where a.municipality_id = ctx.municipality() and a.id = area and (a.kind = 'municipality'
      or exists (select from public.areas m where m.municipality_id = a.municipality_id and m.id = a.parent_id and m.kind = 'municipality'))) then
    raise exception 'no such area' using errcode = '23514';
  end if;
  delete from public.activity_wishes w where w.municipality_id = ctx.municipality() and w.left_on < ctx.today() - 365;
  insert into public.activity_wishes values (ctx.municipality(), wish, theme, area, day_parts, people, ctx.today());
end $$;

/* Open wishes by neighbourhood and theme: 5 or more for colleagues, 10 or more and rounded for everybody else. A part of the day is named when it holds at least as many.
   The neighbourhoods and the whole municipality are apart from each other, and there are no totals, so that nothing can be taken from anything. */
create function ctx.wishes() returns table (area_id uuid, theme text, people integer, day_parts text[]) language sql stable security definer set search_path = pg_catalog as $$
  with few as (select case when ctx.kind() in ('worker', 'volunteer') then 5 else 10 end as threshold),
  open as (
    select w.* from public.activity_wishes w
    where w.municipality_id = ctx.municipality() and w.left_on >= ctx.today() - 365
      and w.left_on > coalesce((select max(a.answered_on) from public.wish_answers a where a.municipality_id = w.municipality_id and a.area_id = w.area_id and a.theme = w.theme), '-infinity')),
  parts as (
    select o.area_id, o.theme, p.part, sum(o.people) as people from open o cross join lateral unnest(o.day_parts) p (part) group by 1, 2, 3)
  select o.area_id, o.theme, (case when few.threshold = 5 then sum(o.people) else round(sum(o.people) / 5.0) * 5 end)::integer,
    coalesce((select array_agg(p.part order by p.people desc, array_position(array['morning', 'afternoon', 'evening', 'weekend'], p.part)) from parts p
      where p.area_id = o.area_id and p.theme = o.theme and p.people >= few.threshold), '{}')
  from open o cross join few
  group by o.area_id, o.theme, few.threshold having sum(o.people) >= few.threshold
$$;

revoke all on function ctx.answers_wishes(), ctx.leave_wish(uuid, text, uuid, text[], integer), ctx.wishes() from public;
grant execute on function ctx.answers_wishes(), ctx.leave_wish(uuid, text, uuid, text[], integer), ctx.wishes() to schakelbord_app;
