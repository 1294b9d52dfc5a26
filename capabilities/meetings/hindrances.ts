import { notNow } from '../../platform/act.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { AgendaItem, MeetingRecord } from './record.ts'
import { texts } from './texts.ts'

/** A meeting that is over is not changed any more. */
export const heldAlready = (meeting: Pick<MeetingRecord, 'state'>): Refusal | undefined => (meeting.state === 'held' ? notNow('meeting.held', texts.heldAlready) : undefined)

/** Only a meeting that has begun can be led or ended. */
export const notRunning = (meeting: Pick<MeetingRecord, 'state'>): Refusal | undefined => (meeting.state === 'running' ? undefined : notNow('meeting.not-running', texts.notRunning))

/** A point that was opened stays on the agenda. */
export const underWay = (item: Pick<AgendaItem, 'state'>): Refusal | undefined => (item.state === 'waiting' ? undefined : notNow('meeting.item-under-way', texts.itemUnderWay))
