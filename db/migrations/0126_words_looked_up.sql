-- Words of an entry are looked up one by one. Joined to the list of known words, the database went through all of that list for each entry, which a directory of many
-- thousands paid at every import.
create or replace function directory.remember_words(municipality uuid, words text, shown boolean) returns void language sql set search_path = public, pg_catalog as $$
  insert into directory.lexicon (municipality_id, word, stem, parts, deletes, open)
    select municipality, w, directory.stem(w), directory.parts(w), directory.deletes(w), shown
    from (select distinct w from regexp_split_to_table(directory.plain(words), ' ') w where length(w) between 2 and 40 and w !~ '^[0-9]+$' offset 0) known
    where not coalesce((select l.open or not shown from directory.lexicon l where l.municipality_id = municipality and l.word = w), false)
  on conflict (municipality_id, word) do update set open = true where excluded.open and not lexicon.open
$$;

create or replace function directory.compounds(municipality uuid, words text) returns text language sql stable set search_path = public, pg_catalog as $$
  select coalesce(string_agg((select array_to_string(l.parts, ' ') from directory.lexicon l where l.municipality_id = municipality and l.word = w and l.parts <> '{}'), ' '), '')
  from (select distinct w from regexp_split_to_table(directory.plain(words), ' ') w offset 0) known
$$;
