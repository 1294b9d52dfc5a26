-- What is known about areas: figures with their definition, year, publisher and place cited, and what people tell.
-- Everybody within the municipality may read all of it; nothing in these tables is about one person.

create table indicators (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]+$'),
  name_nl text not null,
  name_en text not null,
  definition_nl text not null,
  definition_en text not null,
  -- how a difference is said: 'Meer huurwoningen', 'Minder huurwoningen'
  more_nl text not null,
  more_en text not null,
  less_nl text not null,
  less_en text not null,
  unit text not null check (unit in ('number', 'percent', 'euro', 'score')),
  -- what a percentage is a share of: 'bewoners', 'woningen'
  base_nl text,
  base_en text,
  kind text not null check (kind in ('fact', 'estimate', 'perception')),
  direction text not null default 'neutral' check (direction in ('neutral', 'higher-is-better', 'lower-is-better')),
  decimals smallint not null default 0 check (decimals between 0 and 3),
  -- in the unit of the figure; more than what rounding of two figures can make, so that rounding is never news
  smallest_difference numeric check (smallest_difference > 0),
  -- may stand among what strikes; false for the mirror of another figure, and for what would only set a group apart
  highlighted boolean not null default true,
  -- ends 'zeventien van elke honderd bewoners zijn …' at the top of a page; at most one indicator does
  lead_nl text,
  lead_en text,
  position smallint not null,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  check (unit <> 'percent' or (base_nl is not null and base_en is not null)),
  check ((lead_nl is null) = (lead_en is null) and (lead_nl is null or unit = 'percent'))
);
create unique index one_indicator_leads on indicators (municipality_id) where lead_nl is not null;

create table sources (
  municipality_id uuid not null references municipalities,
  id uuid not null,
  publisher text not null,
  edition text not null,
  year smallint check (year between 1800 and 2200), -- of publication
  url text,
  primary key (municipality_id, id)
);

create table figures (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  indicator_id uuid not null,
  year smallint check (year between 1800 and 2200), -- that the figure describes; null when the source does not say
  state text not null check (state in ('known', 'missing', 'suppressed')),
  value numeric,
  qualifier text check (qualifier in ('about', 'more-than', 'less-than')), -- when the source gives no exact number
  population integer check (population > 0), -- the base of a share, for its margin; null when unknown
  source_id uuid not null,
  place_cited text,
  doubt_nl text, -- why the figure may be wrong; it is shown with this warning and never corrected
  doubt_en text,
  primary key (municipality_id, id),
  unique nulls not distinct (municipality_id, area_id, indicator_id, year, source_id, place_cited),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, indicator_id) references indicators,
  foreign key (municipality_id, source_id) references sources,
  -- missing is never zero
  check ((state = 'known') = (value is not null)),
  check ((doubt_nl is null) = (doubt_en is null))
);
create index figures_of_indicator on figures (municipality_id, indicator_id);

create table area_stories (
  municipality_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('strength', 'quote', 'history')),
  body_nl text not null,
  body_en text not null,
  said_by_nl text, -- who tells it, never by name: 'bewoner, 71 jaar'
  said_by_en text,
  told_on date,
  permission_on date, -- when the one who is quoted agreed to publish it
  source_id uuid,
  position smallint not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, area_id) references areas,
  foreign key (municipality_id, source_id) references sources,
  check (kind <> 'quote' or (permission_on is not null and said_by_nl is not null and said_by_en is not null)),
  check (kind = 'quote' or source_id is not null or told_on is not null)
);
create index stories_of_area on area_stories (municipality_id, area_id, position);

alter table indicators enable row level security;
create policy everybody on indicators for select using (municipality_id = (select ctx.municipality()));
alter table sources enable row level security;
create policy everybody on sources for select using (municipality_id = (select ctx.municipality()));
alter table figures enable row level security;
create policy everybody on figures for select using (municipality_id = (select ctx.municipality()));
alter table area_stories enable row level security;
create policy everybody on area_stories for select using (municipality_id = (select ctx.municipality()));

grant select on indicators, sources, figures, area_stories to schakelbord_app;
