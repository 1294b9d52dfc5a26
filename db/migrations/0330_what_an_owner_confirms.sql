-- An owner confirms what visitors read: the price as it stands and not only the words about it, the text, website and mail address too.
create or replace function ctx.confirmation(token bytea) returns jsonb language sql stable security definer set search_path = public, pg_catalog as $$
  select jsonb_build_object('id', r.id, 'entity', r.entity, 'recordId', r.record_id, 'answered', r.answered_at is not null,
    'slug', coalesce(s.slug, o.slug), 'name', coalesce(s.name, o.name), 'summary', coalesce(s.summary, o.summary), 'assuredDate', coalesce(s.assured_date, o.assured_date), 'version', coalesce(s.version, o.version),
    'description', coalesce(s.description, o.description), 'email', coalesce(s.email, o.email), 'website', coalesce(s.url, o.website), 'alert', s.alert,
    'forWhom', s.for_whom, 'application', s.application_process, 'wait', s.wait_time,
    'phones', coalesce((select jsonb_agg(distinct p.number) from phones p where p.municipality_id = r.municipality_id and p.contact_id is null and ((r.entity = 'service' and p.service_id = r.record_id) or (r.entity = 'organization' and p.organization_id = r.record_id and p.service_id is null))), '[]'),
    'costs', coalesce((select jsonb_agg(jsonb_build_object('amount', c.amount, 'words', c.amount_description) order by c.amount nulls last, c.id) from cost_options c where c.municipality_id = r.municipality_id and c.service_id = s.id), '[]'),
    'places', coalesce((select jsonb_agg(l.name) from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = r.municipality_id and x.service_id = s.id and not l.masked), '[]'),
    'hours', coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until) order by h.position) from schedules h where h.municipality_id = r.municipality_id and h.service_id = s.id), '[]'))
  from confirmation_requests r
    left join services s on r.entity = 'service' and s.municipality_id = r.municipality_id and s.id = r.record_id
    left join organizations o on r.entity = 'organization' and o.municipality_id = r.municipality_id and o.id = r.record_id
  where r.token_hash = token and r.municipality_id = ctx.municipality() and r.made_at > ctx.moment() - interval '120 days'
$$;
