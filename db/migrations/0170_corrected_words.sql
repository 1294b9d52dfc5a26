-- A word with a typing error finds what the right word finds, in the same order: parts of a wrong word that nobody knows weigh nothing.
create or replace function ctx.read_question(asked text) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  municipality uuid := ctx.municipality();
  left_over text := ' ' || left(directory.plain(asked), 300) || ' ';
  need record;
  typed text;
  one tsquery;
  all_words tsquery;
  any_word tsquery;
  understood jsonb := '[]';
  used text[];
  how text;
  compound text[];
  close text[];
  begun text[];
  near text;
begin
  for need in select n.phrase, n.words from directory_needs n where n.municipality_id = municipality and left_over like '% ' || n.phrase || ' %' order by length(n.phrase) desc loop
    continue when left_over not like '% ' || need.phrase || ' %';
    left_over := replace(left_over, ' ' || need.phrase || ' ', '  ');
    one := plainto_tsquery('dutch', need.phrase);
    foreach typed in array need.words loop
      one := case when numnode(one) = 0 then plainto_tsquery('dutch', typed) else one || plainto_tsquery('dutch', typed) end;
    end loop;
    understood := understood || jsonb_build_object('typed', need.phrase, 'how', 'need', 'used', to_jsonb(need.words), 'query', one::text);
    all_words := case when all_words is null then one else all_words && one end;
    any_word := case when any_word is null then one else any_word || one end;
  end loop;
  foreach typed in array (regexp_split_to_array(trim(regexp_replace(left_over, ' +', ' ', 'g')), ' '))[1:12] loop
    continue when typed = '' or directory.stem(typed) is null;
    one := plainto_tsquery('dutch', typed);
    used := array[typed];
    if exists (select from directory.lexicon l where l.municipality_id = municipality and l.word = typed) or exists (select from directory.lexicon l where l.municipality_id = municipality and l.parts <> '{}' and l.parts @> array[typed]) then
      how := 'known';
    else
      -- Nobody wrote it like this. Another form of a known word counts as known, but may as well be a typing error of yet another one.
      how := case when exists (select from directory.lexicon l where l.municipality_id = municipality and l.stem = directory.stem(typed)) then 'known' else 'unknown' end;
      close := '{}';
      if length(typed) >= 4 then
        close := array(select l.word from directory.lexicon l where l.municipality_id = municipality and l.deletes && directory.deletes(typed) and abs(length(l.word) - length(typed)) <= 1 and length(l.word) >= 3
          order by levenshtein(l.word, typed), l.word limit 8);
      end if;
      begun := '{}';
      if how = 'unknown' and length(typed) >= 3 then
        begun := array(select l.word from directory.lexicon l where l.municipality_id = municipality and l.word like typed || '%' order by length(l.word), l.word limit 12);
      end if;
      if how = 'unknown' and close = '{}' and begun = '{}' and length(typed) >= 6 then
        close := array(select l.word from directory.lexicon l where l.municipality_id = municipality and l.word % typed and levenshtein_less_equal(l.word, typed, 2) <= 2
          order by levenshtein_less_equal(l.word, typed, 2), similarity(l.word, typed) desc, l.word limit 5);
      end if;
      compound := directory.parts(typed);
      if how = 'unknown' then
        used := begun || array(select c from unnest(close) c where not c = any (begun));
        how := case when begun <> '{}' then 'begun' when close <> '{}' then 'corrected' when compound <> '{}' then 'parts' else 'unknown' end;
        if how = 'parts' then used := compound; end if;
      end if;
      -- A word that was mistyped may be one that people use for a need.
      foreach near in array begun || close || array(select unnest(n.words) from directory_needs n where n.municipality_id = municipality and n.phrase = any (begun || close)) loop
        one := one || plainto_tsquery('dutch', near);
      end loop;
      -- Of a word that was put right, two parts of which nobody knows the first find nothing, but the second would move what is found up or down.
      if compound <> '{}' and (how <> 'corrected' or exists (select from directory.lexicon l where l.municipality_id = municipality and l.stem = directory.stem(compound[cardinality(compound) - 1]))
        or exists (select from directory.lexicon l where l.municipality_id = municipality and l.stem = directory.stem(compound[1])) or exists (select from directory.lexicon l where l.municipality_id = municipality and l.parts <> '{}' and l.parts @> compound[1:1])) then
        one := one || ((plainto_tsquery('dutch', compound[1]) || plainto_tsquery('dutch', compound[cardinality(compound) - 1])) && plainto_tsquery('dutch', compound[cardinality(compound)]));
      end if;
    end if;
    understood := understood || jsonb_build_object('typed', typed, 'how', how, 'used', to_jsonb(used), 'query', one::text);
    all_words := case when all_words is null then one else all_words && one end;
    any_word := case when any_word is null then one else any_word || one end;
  end loop;
  return jsonb_build_object('words', understood, 'all', all_words::text, 'any', any_word::text);
end $$;
