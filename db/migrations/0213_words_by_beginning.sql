-- Words that begin as typed, read from an index in the order of their letters: two letters with which five hundred words begin were looked for by trigrams, and took 10 ms.
create index lexicon_by_beginning on directory.lexicon (municipality_id, word collate "C") where open;

create or replace function ctx.suggest_words(begun text) returns setof text language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  here uuid := ctx.municipality();
  typed text := directory.plain(begun) collate "C";
  beyond text := (directory.plain(begun) || chr(1114111)) collate "C";
begin
  if length(typed) < 2 then return; end if;
  return query select l.word from directory.lexicon l
    where l.municipality_id = here and l.open and l.word collate "C" >= typed and l.word collate "C" < beyond and length(l.word) > 3
    order by length(l.word), l.word limit 8;
end $$;
