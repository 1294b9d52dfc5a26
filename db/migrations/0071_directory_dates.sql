-- When something takes place, reckoned in one place for pages, filters and agenda; gaps that are counted instead of repeated; and a mistyped word that people use for a need.

-- Does a schedule fall on this day? Recurrence as in RFC 5545: daily, weekly, monthly (nth weekday or day of the month), yearly; exceptions last.
create function ctx.takes_place(s public.schedules, day date) returns boolean language plpgsql stable set search_path = public, pg_catalog as $$
declare
  start date := coalesce(s.dtstart, s.valid_from);
  every integer := coalesce(s.interval, 1);
  codes text[] := regexp_split_to_array(replace(coalesce(s.byday, ''), ' ', ''), ',');
  code text := (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from day)];
  month_end integer := extract(day from (date_trunc('month', day) + interval '1 month - 1 day'));
  nth integer := (extract(day from day)::integer - 1) / 7 + 1;
  nth_last integer := -((month_end - extract(day from day)::integer) / 7 + 1);
  first_of_week integer := case coalesce(s.wkst, 'MO') when 'SU' then 1 else 0 end;
  week_of_day date;
  week_of_start date;
  most integer;
begin
  if day = any (s.exdates) then return false; end if;
  if day = any (s.rdates) then return true; end if;
  if (s.valid_from is not null and day < s.valid_from) or (s.valid_to is not null and day > s.valid_to) or (s.until is not null and day > s.until) or (s.dtstart is not null and day < s.dtstart) then return false; end if;
  if s.freq is null then
    if s.byday is not null then return code = any (codes); end if;
    return start is not null and day = start;
  end if;
  case s.freq
    when 'DAILY' then
      if s.byday is not null and not code = any (codes) then return false; end if;
      if every > 1 and (start is null or (day - start) % every <> 0) then return false; end if;
    when 'WEEKLY' then
      if not code = any (case when s.byday is null then array[(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from start)]] else codes end) then return false; end if;
      if every > 1 then
        if start is null then return false; end if;
        week_of_day := day - ((extract(isodow from day)::integer - 1 + first_of_week) % 7);
        week_of_start := start - ((extract(isodow from start)::integer - 1 + first_of_week) % 7);
        if ((week_of_day - week_of_start) / 7) % every <> 0 then return false; end if;
      end if;
    when 'MONTHLY' then
      if s.bymonthday is not null then
        if not (extract(day from day)::text = any (regexp_split_to_array(replace(s.bymonthday, ' ', ''), ',')) or (extract(day from day)::integer - month_end - 1)::text = any (regexp_split_to_array(replace(s.bymonthday, ' ', ''), ','))) then return false; end if;
      elsif s.byday is not null then
        if not (code = any (codes) or nth || code = any (codes) or '+' || nth || code = any (codes) or nth_last || code = any (codes)) then return false; end if;
      elsif start is null or extract(day from day) <> extract(day from start) then return false;
      end if;
      if every > 1 and (start is null or ((extract(year from day) - extract(year from start)) * 12 + extract(month from day) - extract(month from start))::integer % every <> 0) then return false; end if;
    when 'YEARLY' then
      if start is null or to_char(day, 'MMDD') <> to_char(start, 'MMDD') then return false; end if;
      if every > 1 and (extract(year from day) - extract(year from start))::integer % every <> 0 then return false; end if;
  end case;
  if s.count is not null then
    if start is null then return false; end if;
    most := s.count;
    s.count := null;
    s.exdates := '{}';
    s.rdates := '{}';
    return (select count(*) from generate_series(start, day, interval '1 day') d where ctx.takes_place(s, d::date)) <= most;
  end if;
  return true;
end $$;
revoke all on function ctx.takes_place(public.schedules, date) from public;
grant execute on function ctx.takes_place(public.schedules, date) to schakelbord_app;

alter table unmet_needs add column times integer not null default 1 check (times > 0);
create unique index one_line_a_day on unmet_needs (municipality_id, noted_on, source, area_id, life_domain_id, words) nulls not distinct;

create or replace function ctx.note_unmet_need(asked text, area uuid, source text, domain uuid) returns void language plpgsql volatile security definer set search_path = public, pg_catalog as $$
#variable_conflict use_column
declare
  municipality uuid := ctx.municipality();
  typed text;
  kept text[] := '{}';
  seen directory.unknown_words;
  secret bytea;
begin
  if municipality is null then raise exception 'no context' using errcode = '42501'; end if;
  select s.secret into secret from auth.seal s;
  foreach typed in array (regexp_split_to_array(directory.plain(left(asked, 300)), ' '))[1:12] loop
    continue when length(typed) < 3 or typed ~ '[0-9]' or directory.stem(typed) is null;
    if exists (select from directory.lexicon l where l.municipality_id = municipality and l.open and (l.word = typed or l.stem = directory.stem(typed)))
      or exists (select from directory_needs n where n.municipality_id = municipality and typed = any (regexp_split_to_array(n.phrase, ' '))) then
      kept := kept || typed;
    else
      insert into directory.unknown_words as u values (municipality, sha256(secret || convert_to(typed, 'utf8')), array[ctx.today()], null)
        on conflict (municipality_id, hash) do update set days = case when u.days @> array[ctx.today()] then u.days else u.days || ctx.today() end
        returning * into seen;
      if cardinality(seen.days) >= 3 then
        update directory.unknown_words u set word = typed where u.municipality_id = municipality and u.hash = seen.hash;
        kept := kept || typed;
      end if;
    end if;
  end loop;
  insert into unmet_needs as n (municipality_id, id, noted_on, source, area_id, life_domain_id, words)
    values (municipality, gen_random_uuid(), ctx.today(), note_unmet_need.source, area, domain, array(select distinct k from unnest(kept) k order by k))
    on conflict (municipality_id, noted_on, source, area_id, life_domain_id, words) do update set times = n.times + 1;
end $$;

/* Reads a question as people type it: known needs ("ik ben alleen"), words, compounds, typing errors and words that are not finished yet.
   `all` asks for every word, `any` for one of them. Nothing of what is typed is kept. */
create or replace function ctx.read_question(asked text) returns jsonb language plpgsql stable security definer set search_path = public, pg_catalog as $$
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
      if compound <> '{}' then
        one := one || ((plainto_tsquery('dutch', compound[1]) || plainto_tsquery('dutch', compound[cardinality(compound) - 1])) && plainto_tsquery('dutch', compound[cardinality(compound)]));
      end if;
    end if;
    understood := understood || jsonb_build_object('typed', typed, 'how', how, 'used', to_jsonb(used), 'query', one::text);
    all_words := case when all_words is null then one else all_words && one end;
    any_word := case when any_word is null then one else any_word || one end;
  end loop;
  return jsonb_build_object('words', understood, 'all', all_words::text, 'any', any_word::text);
end $$;
