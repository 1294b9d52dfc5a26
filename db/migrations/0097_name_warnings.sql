-- How often a text was asked about because somebody may be recognised in it, and how often it was kept all the same: counts per day and act, and never the text or who wrote it.
create table name_warnings (
  municipality_id uuid not null references municipalities,
  act text not null,
  on_day date not null,
  asked integer not null default 0,
  kept integer not null default 0,
  primary key (municipality_id, act, on_day)
);
alter table name_warnings enable row level security;
create policy guarding on name_warnings for select using (municipality_id = (select ctx.municipality()) and (select ctx.role()) = 'privacy-officer');
grant select on name_warnings to schakelbord_app;

create function ctx.note_warning(act text, kept boolean) returns void language sql volatile security definer set search_path = pg_catalog as $$
  insert into public.name_warnings as w (municipality_id, act, on_day, asked, kept)
    select ctx.municipality(), note_warning.act, ctx.today(), case when note_warning.kept then 0 else 1 end, case when note_warning.kept then 1 else 0 end where ctx.person() is not null
  on conflict (municipality_id, act, on_day) do update set asked = w.asked + excluded.asked, kept = w.kept + excluded.kept
$$;
revoke all on function ctx.note_warning(text, boolean) from public;
grant execute on function ctx.note_warning(text, boolean) to schakelbord_app;
