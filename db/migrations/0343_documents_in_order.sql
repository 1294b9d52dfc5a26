-- The words of an entry stand in its row of the index in the same order however and whenever the row was made: what is put together for it is put in order first.
-- Otherwise the same entry had another row, and counted as changed, when the plan of the database was another.
do $$
declare
  it record;
  told text;
begin
  for it in select * from (values
    ('directory.index_services(uuid,uuid[])', $s$array_to_string(t.synonyms, ' ')), ' ') as terms$s$, $s$array_to_string(t.synonyms, ' ')), ' ' order by t.name, t.id) as terms$s$),
    ('directory.index_services(uuid,uuid[])', $s$string_agg(l.name, ' ') as places$s$, $s$string_agg(l.name, ' ' order by l.name, l.id) as places$s$),
    ('directory.index_services(uuid,uuid[])', $s$string_agg(l.name, ' ') as spoken$s$, $s$string_agg(l.name, ' ' order by l.name, l.id) as spoken$s$),
    ('directory.index_services(uuid,uuid[])', $s$string_agg(array_to_string(l.parts, ' '), ' ')$s$, $s$string_agg(array_to_string(l.parts, ' '), ' ' order by l.word)$s$),
    ('directory.index_organization(uuid,uuid)', $s$array_to_string(t.synonyms, ' ')), ' ') from attributes$s$, $s$array_to_string(t.synonyms, ' ')), ' ' order by t.name, t.id) from attributes$s$),
    ('directory.index_network(uuid,uuid)', $s$string_agg(o.name, ' ')$s$, $s$string_agg(o.name, ' ' order by o.name, o.id)$s$),
    ('directory.compounds(uuid,text)', $s$l.parts <> '{}'), ' '), '')$s$, $s$l.parts <> '{}'), ' ' order by w), '')$s$)
  ) as x (function, was, becomes) loop
    told := pg_get_functiondef(it.function::regprocedure);
    if position(it.was in told) = 0 then raise exception '% does not hold %', it.function, it.was; end if;
    execute replace(told, it.was, it.becomes);
  end loop;
end $$;
