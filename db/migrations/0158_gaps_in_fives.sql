-- What was asked in vain is told in fives by the database itself, and no line of the register is read by anybody: one search more or less would tell who asked.

/* Per life domain how often people of an area and its parts asked in vain, in the last half year: searched by anybody, and told by colleagues. The domain is the one
   that was chosen, or that the words belong to. Down to fives, null when there are fewer. Only for who works here. */
create function ctx.gaps(area text) returns table (domain text, searched integer, told integer) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  town uuid := ctx.municipality();
  today date := ctx.today();
begin
  if ctx.kind() is distinct from 'worker' then return; end if;
  return query
    with recursive here as (
      select a.id from public.areas a where a.municipality_id = town and a.slug = gaps.area
      union select a.id from public.areas a join here h on a.parent_id = h.id where a.municipality_id = town
    ), asked as (
      select n.source, n.times, coalesce((select t.slug from public.taxonomy_terms t where t.municipality_id = town and t.id = n.life_domain_id),
        (select t.slug from public.taxonomy_terms t join public.taxonomies x on x.municipality_id = t.municipality_id and x.id = t.taxonomy_id
          where t.municipality_id = town and x.key = 'life-domain' and n.words && (t.synonyms || lower(t.name)) order by t.position limit 1)) as about
      from public.unmet_needs n where n.municipality_id = town and n.area_id in (select h.id from here h) and n.noted_on > today - 182
    ), sums as (
      select a.about, coalesce(sum(a.times) filter (where a.source = 'search'), 0)::integer as s, coalesce(sum(a.times) filter (where a.source <> 'search'), 0)::integer as t from asked a group by a.about
    )
    select u.about, nullif(u.s / 5 * 5, 0), nullif(u.t / 5 * 5, 0) from sums u where u.s >= 5 or u.t >= 5;
end $$;

/* What was asked in vain in the last ninety days, in words of the directory, for who keeps it. Where it was asked is only told of five times or more; the others of
   the same words are counted together, without an area. */
create function ctx.gap_words() returns table (words text[], area text, times integer) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  town uuid := ctx.municipality();
  today date := ctx.today();
begin
  if not coalesce(ctx.keeps_directory(), false) then return; end if;
  return query
    with asked as (
      select n.words as w, a.name as place, sum(n.times)::integer as t
      from public.unmet_needs n left join public.areas a on a.municipality_id = town and a.id = n.area_id
      where n.municipality_id = town and n.noted_on > today - 90 and n.words <> '{}' group by n.words, a.name
    )
    select k.w, case when k.t >= 5 then k.place end, sum(k.t)::integer from asked k group by k.w, case when k.t >= 5 then k.place end order by 3 desc, 1 limit 20;
end $$;

/* Somebody searched and found nothing. */
create function ctx.note_search(asked text, area uuid) returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select ctx.note_unmet_need(asked, area, 'search', null)
$$;

revoke select on unmet_needs from schakelbord_app;
revoke all on function ctx.gaps(text), ctx.gap_words(), ctx.note_search(text, uuid) from public;
revoke execute on function ctx.note_unmet_need(text, uuid, text, uuid) from schakelbord_app;
grant execute on function ctx.gaps(text), ctx.gap_words(), ctx.note_search(text, uuid) to schakelbord_app;

-- Whoever works with residents registers one for an activity; who only keeps the directory or looks at figures does not.
create or replace function ctx.join_activity(participation uuid, code bytea, service uuid, it jsonb) returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  manner text := it ->> 'manner';
begin
  if not ctx.takes_registrations(service) then raise exception 'no list' using errcode = '42501'; end if;
  if manner is not null and (ctx.kind() is distinct from 'worker' or ctx.purpose() is null or ctx.role() not in ('professional', 'coordinator', 'partner')) then raise exception 'only colleagues register others' using errcode = '42501'; end if;
  insert into public.participations (municipality_id, id, service_id, called, registered_on, by_id, consent, follow_up)
    values (ctx.municipality(), participation, service, it ->> 'called', ctx.today(), case when manner is not null then ctx.person() end, coalesce(manner, 'self'), (it ->> 'followUp')::boolean);
  if it ->> 'phone' is not null or it ->> 'supporter' is not null then
    insert into public.participation_contacts values (ctx.municipality(), participation, it ->> 'phone', it ->> 'supporter', it ->> 'supporter' is not null);
  end if;
  insert into auth.participation_codes values (auth.follow_hash(code), ctx.municipality(), participation);
end $$;
