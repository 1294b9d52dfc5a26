-- A page of the list of services for other systems, asked in one statement. What may be seen by whoever asks for it is decided here, by the conditions that the policies of services, organizations and programs
-- have for a visitor; and the text of each line is written at once, because making an object of twenty fields, of which most are empty, costs the database more than reading them.

-- The policies `published` on services and `everybody` on organizations, for a visitor.
create function directory.open_on(today date, state text, visibility text, publish_on date, expire_on date, hide_on date) returns boolean language sql immutable as $$
  select state = 'published' and visibility = 'public' and (publish_on is null or publish_on <= today) and (expire_on is null or expire_on >= today) and (hide_on is null or hide_on > today)
$$;

-- The fields of an object of the standard as text, without its braces, so that what hangs above can be set behind them. What is empty stays out.
create function directory.fields_of(s services) returns text language sql stable as $$
  select '"id":"' || s.id || '","organization_id":"' || s.organization_id || '"' || coalesce(',"program_id":"' || s.program_id || '"', '') || ',"name":' || to_json(s.name) || coalesce(',"alternate_name":' || to_json(s.alternate_name), '')
    || ',"description":' || to_json(coalesce(nullif(s.description, ''), nullif(s.summary, ''), s.name)) || coalesce(',"url":' || to_json(s.url), '') || coalesce(',"email":' || to_json(s.email), '') || ',"status":' || to_json(s.status)
    || coalesce(',"interpretation_services":' || to_json(s.interpretation_services), '') || coalesce(',"application_process":' || to_json(s.application_process), '') || coalesce(',"fees_description":' || to_json(s.fees_description), '')
    || coalesce(',"wait_time":' || to_json(s.wait_time), '') || coalesce(',"fees":' || to_json(s.fees), '') || coalesce(',"accreditations":' || to_json(s.accreditations), '') || coalesce(',"eligibility_description":' || to_json(s.eligibility_description), '')
    || coalesce(',"minimum_age":' || s.minimum_age, '') || coalesce(',"maximum_age":' || s.maximum_age, '') || coalesce(',"assured_date":' || to_json(s.assured_date), '') || coalesce(',"licenses":' || to_json(s.licenses), '')
    || coalesce(',"alert":' || to_json(s.alert), '') || ',"last_modified":' || to_json(s.last_modified)
$$;
create function directory.fields_of(o organizations) returns text language sql stable as $$
  select '"id":"' || o.id || '","name":' || to_json(o.name) || coalesce(',"alternate_name":' || to_json(o.alternate_name), '') || ',"description":' || to_json(coalesce(nullif(o.description, ''), nullif(o.summary, ''), o.name))
    || coalesce(',"email":' || to_json(o.email), '') || coalesce(',"website":' || to_json(o.website), '') || coalesce(',"tax_status":' || to_json(o.tax_status), '') || coalesce(',"tax_id":' || to_json(o.tax_id), '')
    || coalesce(',"year_incorporated":' || o.year_incorporated, '') || coalesce(',"legal_status":' || to_json(o.legal_status), '') || coalesce(',"logo":' || to_json(o.logo), '') || coalesce(',"uri":' || to_json(o.uri), '')
    || coalesce(',"parent_organization_id":"' || o.parent_organization_id || '"', '')
$$;
create function directory.fields_of(p programs) returns text language sql stable as $$
  select '"id":"' || p.id || '","organization_id":"' || p.organization_id || '","name":' || to_json(p.name) || coalesce(',"alternate_name":' || to_json(p.alternate_name), '') || ',"description":' || to_json(coalesce(nullif(p.description, ''), p.name))
$$;

/* A page of the services that are open to everybody on a day: the state of the directory that it belongs to, how many are open, how many of them answer, and the lines of the page. Everything comes from one moment.
   `known` is how many were open in `known_state`, for who has counted before; it is null when they were not counted now either. Nothing of who asks matters, so it is asked without a context.
   Planned once: what would be planned otherwise for a moment long ago and for yesterday is told apart below. */
create function ctx.open_services(town uuid, today date, since timestamptz, organization uuid, skipped integer, shown integer, known_state text, known integer)
returns table (state text, everything integer, total integer, contents text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
declare
  few constant integer := 1000;
  before integer;
  open_before integer;
  found uuid[];
  page uuid[];
begin
  state := ctx.directory_state() || to_char(today, ' YYYY-MM-DD');
  everything := case when known_state = state then known end;
  if organization is not null then
    found := array(select s.id from services s where s.municipality_id = town and s.organization_id = organization and (since is null or s.last_modified >= since) and directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on));
    total := cardinality(found);
  else
    if since is not null then
      select count(*), count(*) filter (where b.open) into before, open_before from (select directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on) as open from services s
        where s.municipality_id = town and s.last_modified < since order by s.last_modified limit few + 1) b;
    end if;
    if before > few then
      total := (select count(*) from services s where s.municipality_id = town and s.last_modified >= since and directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on));
      if total <= few then
        found := array(select s.id from services s where s.municipality_id = town and s.last_modified >= since and directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on) order by s.last_modified limit few);
      end if;
    else
      everything := coalesce(everything, (select count(*) from services s where s.municipality_id = town and directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on)));
      total := everything - coalesce(open_before, 0);
    end if;
  end if;

  if found is null then
    page := array(select s.id from services s where s.municipality_id = town and (since is null or s.last_modified >= since) and directory.open_on(today, s.state, s.visibility, s.publish_on, s.expire_on, s.hide_on) order by s.name, s.id limit shown offset skipped);
  else
    page := array(select s.id from unnest(found) f (id) join services s on s.municipality_id = town and s.id = f.id order by s.name, s.id limit shown offset skipped);
  end if;
  contents := (
    select string_agg('{' || directory.fields_of(s)
      || coalesce(',"organization":{' || (select directory.fields_of(o) from organizations o where o.municipality_id = town and o.id = s.organization_id and directory.open_on(today, o.state, o.visibility, o.publish_on, o.expire_on, o.hide_on)) || '}', '')
      || coalesce(',"program":{' || (select directory.fields_of(p) from programs p join organizations o on o.municipality_id = town and o.id = p.organization_id and directory.open_on(today, o.state, o.visibility, o.publish_on, o.expire_on, o.hide_on)
        where p.municipality_id = town and p.id = s.program_id) || '}', '') || '}', ',' order by l.at)
    from unnest(page) with ordinality l (id, at) join services s on s.municipality_id = town and s.id = l.id);
  return next;
end $$;
revoke all on function directory.open_on(date, text, text, date, date, date), directory.fields_of(services), directory.fields_of(organizations), directory.fields_of(programs),
  ctx.open_services(uuid, date, timestamptz, uuid, integer, integer, text, integer) from public;
grant execute on function ctx.open_services(uuid, date, timestamptz, uuid, integer, integer, text, integer) to schakelbord_app;
