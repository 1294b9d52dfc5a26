-- A figure that can hardly be right is flagged with the rule and the reason, and never changed. Somebody judges: it is right after all,
-- or the publisher was asked. Everybody may read flags and judgements: they stand beside the figure on the public page.
create table figure_flags (
  municipality_id uuid not null,
  id uuid not null,
  figure_id uuid not null,
  rule text not null check (rule in ('identical', 'persons-per-home', 'part-over-whole', 'sum', 'jump', 'contradiction')),
  explanation_nl text not null,
  explanation_en text not null,
  flagged_at timestamptz not null,
  judgement text check (judgement in ('right', 'asked')),
  reason text check (length(reason) between 1 and 500),
  judged_by uuid,
  judged_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, figure_id, rule),
  foreign key (municipality_id, figure_id) references figures on delete cascade,
  foreign key (municipality_id, judged_by) references people,
  constraint judged_as_a_whole check (num_nulls(judgement, reason, judged_by, judged_at) in (0, 4))
);

alter table figure_flags enable row level security;
create policy everybody on figure_flags for select using (municipality_id = (select ctx.municipality()));
create policy keeping on figure_flags for all using (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures())) with check (municipality_id = (select ctx.municipality()) and (select ctx.keeps_figures()));
grant select, insert, delete on figure_flags to schakelbord_app;
grant update (judgement, reason, judged_by, judged_at, version, explanation_nl, explanation_en, flagged_at) on figure_flags to schakelbord_app;
