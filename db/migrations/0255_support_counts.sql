-- How many residents of an area have support, as each provider counted them on a day, and how many they are together when providers counted that too (WIJ-16).
-- Only numbers: nobody who was counted stands here. A number that is put right or withdrawn keeps what stood there.
create table support_counts (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  area_id uuid not null,
  target_group_id uuid not null, -- for whom the support is: counts of different groups are never put together
  organization_id uuid, -- null when several providers counted together, each resident once
  counted_on date not null,
  residents integer check (residents between 0 and 100000), -- null when it was withdrawn
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique nulls not distinct (municipality_id, area_id, target_group_id, counted_on, organization_id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, target_group_id) references taxonomy_terms,
  foreign key (municipality_id, organization_id) references organizations,
  foreign key (municipality_id, entered_by) references people
);
create index support_counts_by_organization on support_counts (municipality_id, organization_id);
create index support_counts_by_group on support_counts (municipality_id, target_group_id);
create index support_counts_by_person on support_counts (municipality_id, entered_by);

create table support_count_parties ( -- who counted together
  municipality_id uuid not null,
  count_id uuid not null,
  organization_id uuid not null,
  primary key (municipality_id, count_id, organization_id),
  foreign key (municipality_id, count_id) references support_counts,
  foreign key (municipality_id, organization_id) references organizations
);
create index support_parties_by_organization on support_count_parties (municipality_id, organization_id);

create table support_count_corrections (
  municipality_id uuid not null,
  count_id uuid not null,
  version integer not null, -- that stood there before
  kind text not null check (kind in ('corrected', 'withdrawn')),
  residents integer,
  source text not null,
  reason text not null check (length(reason) between 1 and 300),
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, count_id, version),
  foreign key (municipality_id, count_id) references support_counts,
  foreign key (municipality_id, by_id) references people
);
create index support_corrections_by_person on support_count_corrections (municipality_id, by_id);

/* The organisation for which who asks may count: their own, when they work with residents. */
create function ctx.counts_for() returns uuid language sql stable as $$
  select case when ctx.kind() = 'worker' and ctx.role() in ('professional', 'coordinator', 'partner') then ctx.organization() end
$$;
revoke all on function ctx.counts_for() from public;
grant execute on function ctx.counts_for() to schakelbord_app;

-- Exact numbers are for who enters them: the information manager, and each provider its own. Everybody else asks ctx.support_told.
alter table support_counts enable row level security;
create policy entering on support_counts for select using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or organization_id = (select ctx.counts_for())));
create policy adding on support_counts for insert with check (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or organization_id = (select ctx.counts_for())) and entered_by = (select ctx.person()));
create policy correcting on support_counts for update using (municipality_id = (select ctx.municipality()) and ((select ctx.keeps_directory()) or organization_id = (select ctx.counts_for())));
alter table support_count_parties enable row level security;
create policy keeping on support_count_parties for select using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
create policy adding on support_count_parties for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_directory()));
alter table support_count_corrections enable row level security;
create policy with_count on support_count_corrections for select using (municipality_id = (select ctx.municipality()) and exists (select from support_counts c where c.municipality_id = support_count_corrections.municipality_id and c.id = support_count_corrections.count_id));
create policy correcting on support_count_corrections for insert with check (municipality_id = (select ctx.municipality()) and by_id = (select ctx.person()) and exists (select from support_counts c where c.municipality_id = support_count_corrections.municipality_id and c.id = support_count_corrections.count_id));
grant select, insert on support_counts, support_count_parties, support_count_corrections to schakelbord_app;
grant update (residents, source, version) on support_counts to schakelbord_app;

/*
 * The counts of an area as far as they tell of nobody: down to fives (`low`, so that it is `low` to `low` + 4), and `few` for fewer than five.
 * `closed`: not told, because another number that is told would then give a small one by subtraction. For that reason
 * - counts of parts are closed as soon as one of the parts of the same whole is small, or what is left of the whole; joint counts of parts as soon as the whole has one;
 * - a joint count is closed unless every party is told and neither who is not with the largest party nor who is with several is few.
 */
create function ctx.support_told(area uuid) returns table (target_group_id uuid, organization_id uuid, organization text, counted_on date, state text, low integer, source text, entered_at timestamptz, parties uuid[], corrected text, reason text, corrected_at timestamptz)
  language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with recursive me as (select ctx.municipality() as town where ctx.kind() = 'worker' and ctx.role() in ('professional', 'coordinator', 'partner', 'neighbourhood-manager', 'information-manager')),
    around (id) as (
      select a.parent_id from areas a join me on a.municipality_id = me.town where a.id = support_told.area and a.parent_id is not null
      union select a.parent_id from around r join areas a on a.municipality_id = (select town from me) and a.id = r.id where a.parent_id is not null
    ),
    lies (part, whole) as (
      select a.id, a.parent_id from areas a join me on a.municipality_id = me.town join around r on r.id = a.parent_id
      union select a.id, l.whole from lies l join areas a on a.municipality_id = (select town from me) and a.parent_id = l.part
    ),
    counted as (select c.*, a.parent_id from support_counts c join me on c.municipality_id = me.town join areas a on a.municipality_id = c.municipality_id and a.id = c.area_id where c.residents is not null),
    nested as (
      select w.id as whole, w.area_id as whole_area, w.residents as of_whole, p.id as part, p.residents as of_part, p.parent_id = w.area_id as direct, w.organization_id is null as joint
      from counted w join lies l on l.whole = w.area_id
        join counted p on p.area_id = l.part and p.target_group_id = w.target_group_id and p.counted_on = w.counted_on and p.organization_id is not distinct from w.organization_id
    ),
    nearest as (select n.* from nested n where not exists (select from nested m join nested k on k.whole = m.part and k.part = n.part where m.whole = n.whole)),
    telling as (
      select n.whole from nearest n group by n.whole, n.whole_area, n.of_whole
      having bool_or(n.joint) or min(n.of_part) < 5 or n.of_whole < sum(n.of_part) + 5
        and not (n.of_whole = sum(n.of_part) and count(*) filter (where n.direct) = (select count(*) from areas a where a.municipality_id = (select town from me) and a.parent_id = n.whole_area))
    ),
    closed as (select distinct n.part as id from nested n join telling t on t.whole = n.whole)
  select c.target_group_id, c.organization_id, o.name, c.counted_on,
    case when c.residents is null then 'withdrawn' when exists (select from closed x where x.id = c.id) then 'closed' when c.organization_id is null then case when t.tells then 'told' else 'closed' end when c.residents < 5 then 'few' else 'told' end,
    case when c.residents >= 5 and not exists (select from closed x where x.id = c.id) and (c.organization_id is not null or t.tells) then c.residents / 5 * 5 end,
    c.source, c.entered_at, array(select p.organization_id from support_count_parties p where p.municipality_id = c.municipality_id and p.count_id = c.id order by 1), k.kind, k.reason, k.at
  from support_counts c
    join me on c.municipality_id = me.town
    left join organizations o on o.municipality_id = c.municipality_id and o.id = c.organization_id
    left join lateral (select x.kind, x.reason, x.at from support_count_corrections x where x.municipality_id = c.municipality_id and x.count_id = c.id order by x.version desc limit 1) k on true
    left join lateral (
      select count(*) > 1 and bool_and(coalesce(p.residents >= 5 and not exists (select from closed x where x.id = p.id), false)) and c.residents - max(p.residents) >= 5 and sum(p.residents) - c.residents >= 5 as tells
      from support_count_parties q
        left join counted p on p.area_id = c.area_id and p.target_group_id = c.target_group_id and p.counted_on = c.counted_on and p.organization_id = q.organization_id
      where q.municipality_id = c.municipality_id and q.count_id = c.id
    ) t on c.organization_id is null
  where c.area_id = support_told.area
  order by c.counted_on desc, o.name nulls last
$$;
revoke all on function ctx.support_told(uuid) from public;
grant execute on function ctx.support_told(uuid) to schakelbord_app;
