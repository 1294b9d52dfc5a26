import { agendaComposed, caseAdded, itemRemoved, topicAdded } from './agenda.ts'
import { agreed } from './agreements.ts'
import { meetingEnded } from './closing.ts'
import { guestInvited, invitationAnswered, invitationsSent } from './invitations.ts'
import { minutesTaken } from './minutes.ts'
import { packViewed } from './pack.tsx'
import { itemOpened, meetingStarted } from './running.ts'
import { seriesPlanned } from './series.ts'
import { taskReported } from './tasks.ts'
import { meetingsListed, meetingViewed, pointViewed } from './views.tsx'

export { meetingCalendarRoutes } from './calendar.ts'
export { countOpenInvitations, type MyTask, myMeetings, myTasks, type NextMeeting } from './today.ts'

/** All that can be looked at and done about meetings. Fixed addresses stand before those with a name in them. */
export const meetingsEntries = [
  meetingsListed, seriesPlanned, taskReported, meetingViewed, packViewed, agendaComposed, topicAdded, caseAdded, itemRemoved, invitationsSent, guestInvited, invitationAnswered,
  meetingStarted, itemOpened, pointViewed, minutesTaken, agreed, meetingEnded,
]
