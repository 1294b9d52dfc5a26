-- A function that runs with the rights of the owner looks nowhere that its caller can write. A schema of temporary tables comes first when it is not named,
-- so it is named last; and the application makes no temporary tables at all.
do $$
declare
  it record;
begin
  for it in
    select p.oid::regprocedure as name, substring(c from 'search_path=(.*)') as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, unnest(p.proconfig) c
    where p.prosecdef and n.nspname in ('public', 'ctx', 'auth', 'audit', 'account', 'directory', 'vault', 'cubes') and c like 'search_path=%' and c not like '%pg_temp%'
  loop
    execute format('alter function %s set search_path = %s, pg_temp', it.name, it.path);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end $$;
