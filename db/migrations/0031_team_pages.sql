-- The public page of a team. People stay closed to visitors: this one function shows who of the core chose to be named, and only how they want to be met.
alter table team_members add column published boolean not null default false;

create function ctx.team_page(slug text) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'slug', t.slug, 'name', t.name, 'phone', t.phone, 'phoneHours', t.phone_hours, 'place', t.place, 'placeHours', t.place_hours, 'about', t.about,
    'area', jsonb_build_object('slug', a.slug, 'name', a.name),
    'members', coalesce((
      select jsonb_agg(jsonb_build_object('name', p.name, 'function', p.function, 'organization', o.name) order by m.duty = 'coordinator' desc, p.name)
      from public.team_members m
        join public.people p on p.municipality_id = m.municipality_id and p.id = m.person_id
        join public.organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id
      where m.municipality_id = t.municipality_id and m.team_id = t.id and m.ring = 'core' and m.published and p.active and p.kind <> 'resident'
        and m.from_on <= ctx.today() and (m.until_on is null or m.until_on >= ctx.today())), '[]'))
  from public.teams t
    join public.areas a on a.municipality_id = t.municipality_id and a.id = t.area_id
  where t.municipality_id = ctx.municipality() and t.slug = team_page.slug and t.kind = 'linking-team'
$$;
revoke all on function ctx.team_page(text) from public;
grant execute on function ctx.team_page(text) to schakelbord_app;
