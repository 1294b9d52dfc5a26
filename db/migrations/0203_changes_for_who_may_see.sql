-- What changed is told only to who may still see the service: one that is for professionals now is no longer for a volunteer who once pointed to it, and one that is not
-- published yet is for nobody. That a service stopped is told: that is what has to be passed on most of all.
create or replace function ctx.changed_since_pointed() returns table (service_id uuid, slug text, pointed_on date, number integer, changed_at timestamptz, before jsonb, after jsonb) language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select p.service_id, s.slug, p.pointed_on, last.number, last.at, directory.to_pass_on(first.content), directory.to_pass_on(last.content)
  from pointings p
    join services s on s.municipality_id = p.municipality_id and s.id = p.service_id and (s.visibility = 'public' or (s.visibility = 'professionals' and ctx.kind() = 'worker'))
      and s.state in ('published', 'archived') and (s.publish_on is null or s.publish_on <= ctx.today())
    cross join lateral (select v.number, v.at, v.content from directory_versions v where v.municipality_id = p.municipality_id and v.entity = 'service' and v.record_id = p.service_id order by v.number desc limit 1) last
    cross join lateral (select v.content from directory_versions v where v.municipality_id = p.municipality_id and v.entity = 'service' and v.record_id = p.service_id order by v.number <= p.seen desc, case when v.number <= p.seen then -v.number else v.number end limit 1) first
  where p.municipality_id = ctx.municipality() and p.person_id = ctx.person() and ctx.kind() in ('worker', 'volunteer') and last.number > p.seen and p.pointed_on > ctx.today() - 365
  order by last.at desc limit 20
$$;
