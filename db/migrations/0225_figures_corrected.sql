-- A figure that somebody entered by hand can be put right or withdrawn. What stood there stays in the history, with who changed it, when and why.
alter table figures
  add column by_hand boolean not null default false,
  add column entered_by uuid,
  add column entered_at timestamptz,
  add column version integer not null default 1,
  add foreign key (municipality_id, entered_by) references people;
update figures set by_hand = true where import_id is null and place_cited = 'met de hand ingevoerd';

-- what stood there before it was put right or withdrawn; written once and never changed
create table figure_corrections (
  municipality_id uuid not null,
  figure_id uuid not null,
  version integer not null, -- of the figure, which this took the place of
  kind text not null check (kind in ('corrected', 'withdrawn')),
  value numeric, -- null when there was none: it had been withdrawn
  population integer,
  reason text not null check (length(reason) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (municipality_id, figure_id, version),
  foreign key (municipality_id, figure_id) references figures,
  foreign key (municipality_id, by_id) references people
);

alter table figure_corrections enable row level security;
-- everybody may read that a figure was put right and why: it stands beside the figure on the public page
create policy everybody on figure_corrections for select using (municipality_id = (select ctx.municipality()));
create policy keeping on figure_corrections for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()) and by_id = (select ctx.person()));
grant select, insert on figure_corrections to schakelbord_app;
