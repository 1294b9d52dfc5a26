import { longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import type { MeetingRecord } from './record.ts'
import { texts } from './texts.ts'

/** Which meeting a form is about, in one sentence. */
export const aboutMeeting = ({ name, onDay, startsAt, place }: Pick<MeetingRecord, 'name' | 'onDay' | 'startsAt' | 'place'>): string => `${name}, ${longDay(onDay)}, ${say(texts.atPlace(startsAt.replace(':', '.'), place))}.`
