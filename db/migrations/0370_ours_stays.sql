-- What somebody changed here stays as long as a source only says again what it said before.
-- `ours` are the columns of a record that a source brings and that stay as they are here, `contested` those that were changed here and by the source; a record that was taken away here is 'ours' as a whole and stays away.
alter table import_records add column ours text[] not null default '{}', add column contested text[] not null default '{}';
alter table import_records drop constraint import_records_what_check, add constraint import_records_what_check check (what in ('new', 'changed', 'unchanged', 'ours'));
grant update (ours, contested) on import_records to schakelbord_app;
