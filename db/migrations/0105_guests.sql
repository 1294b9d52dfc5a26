-- Whoever is invited to a meeting without being in the team sees what the meeting is for. The fixed circle of the series stays with the team.
create policy invited on meeting_series for select using (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker'
  and exists (select from meetings m where m.municipality_id = meeting_series.municipality_id and m.series_id = meeting_series.id and m.id = any ((select ctx.invited())::uuid[])));
drop policy team on series_participants;
create policy team on series_participants for select using (municipality_id = (select ctx.municipality())
  and exists (select from meeting_series s where s.municipality_id = series_participants.municipality_id and s.id = series_id and s.team_id = any ((select ctx.teams())::uuid[])));
