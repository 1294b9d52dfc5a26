-- Who looks after an entry may also say which languages its people speak, and who pays for it.
create policy keeping_of_contact on languages for all using (municipality_id = (select ctx.municipality()) and exists (select from contact_persons c where c.municipality_id = languages.municipality_id and c.id = languages.contact_id
    and (c.service_id = any ((select ctx.cares_for('service'))::uuid[]) or c.organization_id = any ((select ctx.cares_for('organization'))::uuid[]))))
  with check (municipality_id = (select ctx.municipality()) and service_id is null and exists (select from contact_persons c where c.municipality_id = languages.municipality_id and c.id = languages.contact_id
    and (c.service_id = any ((select ctx.cares_for('service'))::uuid[]) or c.organization_id = any ((select ctx.cares_for('organization'))::uuid[]))));
create policy keeping_of_service on fundings for all using (municipality_id = (select ctx.municipality()) and service_id = any ((select ctx.cares_for('service'))::uuid[]))
  with check (municipality_id = (select ctx.municipality()) and organization_id is null and service_id = any ((select ctx.cares_for('service'))::uuid[]));
