-- That a case is on the agenda says that there is one: a member of the team who works under another law does not know of it there either.
drop policy heard on agenda_items;
create policy heard on agenda_items for select using (municipality_id = (select ctx.municipality())
  and ((meeting_id = any ((select ctx.team_meetings())::uuid[])
      and (case_id is null or exists (select from cases k where k.municipality_id = agenda_items.municipality_id and k.id = agenda_items.case_id)))
    or (meeting_id = any ((select ctx.invited())::uuid[]) and (case_id is null or case_id = any ((select ctx.readable(3::smallint))::uuid[])))));
