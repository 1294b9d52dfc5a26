import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { prose } from '../../platform/validation.ts'
import { texts } from './texts.ts'

/** Something the team agreed with itself. */
export type TaskRecord = { id: string; teamId: string; ownerId: string; what: string; why: string; dueOn: string; state: 'open' | 'done' | 'dropped'; version: number }

async function findTask({ db, forChange }: Reading, { taskId }: { taskId: string }): Promise<TaskRecord> {
  const query = db.selectFrom('teamTasks').where('id', '=', taskId).select(['id', 'teamId', 'ownerId', 'what', 'why', 'dueOn', 'state', 'version'])
  const locked = forChange ? db.selectFrom('teamTasks').where('id', '=', taskId).select('id').forNoKeyUpdate().execute() : undefined
  const [found] = await Promise.all([query.executeTakeFirst(), locked])
  if (!found) throw notFound()
  return found
}

const mayReport = (actor: Staff, task: TaskRecord): boolean => actor.kind === 'worker' && (task.ownerId === actor.id || actor.coordinates.includes(task.teamId))

/** Reports a task of the team: done, or dropped, always with what came of it. */
export const taskReported = act({
  name: 'meetings.report-task',
  at: '/team-tasks/:taskId/report',
  page: '/overleg/taak/:taskId',
  title: texts.taskTitle,
  submit: texts.taskSubmit,
  input: z.strictObject({ state: z.enum(['done', 'dropped']), result: prose(1000) }),
  form: {
    state: { as: 'choice', label: texts.taskStateLabel, options: { done: texts.taskDone, dropped: texts.taskDropped } },
    result: { as: 'area', label: texts.taskResultLabel, rows: 3 },
  },
  output: z.object({ href: z.string() }),
  find: findTask,
  may: mayReport,
  about: (task) => [task.id],
  version: (task) => task.version,
  hindrance: (task) => (task.state === 'open' ? undefined : notNow('meeting.task-closed', texts.taskClosed)),
  intro: (task) => `${task.what}. ${task.why}`,
  run: async (ctx, task, { state, result }) => {
    await ctx.db.updateTable('teamTasks').set({ state, result, closedAt: ctx.now, version: task.version + 1 }).where('id', '=', task.id).execute()
  },
  present: () => ({ href: '/vandaag' }),
  next: (it) => it.href,
  done: texts.taskReported,
})
