-- Whoever sits at the table writes down what the team agrees there, also without being in the team: the rule allowed it and the database did not.
drop policy agreeing on team_tasks;
create policy agreeing on team_tasks for insert with check (municipality_id = (select ctx.municipality()) and (select ctx.kind()) = 'worker' and (team_id = any ((select ctx.teams())::uuid[])
  or (meeting_id = any ((select ctx.invited())::uuid[]) and exists (select from meetings m where m.municipality_id = team_tasks.municipality_id and m.id = meeting_id and m.team_id = team_tasks.team_id))));
