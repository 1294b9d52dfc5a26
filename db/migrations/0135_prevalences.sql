-- How often something occurs in a group, with where that comes from: with the figures of an area it gives an estimate of how many people may need something.
-- A line is never changed: the next version stands beside it, with who made it and when.

create table prevalences (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  version integer not null check (version > 0),
  life_domain_id uuid not null,
  target_group_id uuid not null,
  name_nl text not null check (length(name_nl) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  base text not null, -- key of the indicator that counts: inhabitants, dwellings
  parts text[] not null default '{}' check (cardinality(parts) <= 2), -- keys of the shares that narrow it: of everybody who is 65 or over
  share_from text, -- key of an indicator: the area's own figure is the prevalence
  share numeric check (share > 0 and share <= 100), -- in percent, as the source prints it
  low numeric, -- the margin that the source gives, in percent
  high numeric,
  sample integer check (sample > 0), -- how many were asked
  publisher text not null check (length(publisher) between 1 and 120),
  edition text not null check (length(edition) between 1 and 200),
  year smallint check (year between 1800 and 2200), -- that it describes; null when the source does not say
  place text check (length(place) <= 120), -- where it was asked; null when the source does not say
  caution text check (length(caution) <= 300),
  withdrawn boolean not null default false,
  because text not null check (length(because) between 1 and 300),
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id, version),
  foreign key (municipality_id, life_domain_id) references taxonomy_terms,
  foreign key (municipality_id, target_group_id) references taxonomy_terms,
  foreign key (municipality_id, base) references indicators (municipality_id, key),
  foreign key (municipality_id, share_from) references indicators (municipality_id, key),
  foreign key (municipality_id, by_id) references people,
  constraint one_prevalence check ((share is null) <> (share_from is null)),
  constraint whole_margin check ((low is null) = (high is null) and (low is null or (share is not null and 0 <= low and low <= share and share <= high and high <= 100))),
  constraint sample_of_a_share check (sample is null or share is not null)
);

alter table prevalences enable row level security;
create policy everybody on prevalences for select using (municipality_id = (select ctx.municipality()));
create policy keeping on prevalences for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()) and by_id = (select ctx.person()));
grant select, insert on prevalences to schakelbord_app;

/* For a question that somebody who works here heard there is no offer: the same register as searches that found nothing, with only words the directory knows. */
create function ctx.note_gap(asked text, area uuid, source text, domain uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ctx.kind() is distinct from 'worker' then raise exception 'not for this kind of person' using errcode = '42501'; end if;
  if note_gap.source not in ('triage', 'referral') then raise exception 'no such source' using errcode = '23514'; end if;
  perform ctx.note_unmet_need(coalesce(note_gap.asked, ''), note_gap.area, note_gap.source, note_gap.domain);
end $$;
revoke all on function ctx.note_gap(text, uuid, text, uuid) from public;
grant execute on function ctx.note_gap(text, uuid, text, uuid) to schakelbord_app;
