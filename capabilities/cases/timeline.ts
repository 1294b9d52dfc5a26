import { say } from '../../platform/texts.ts'
import type { ShownCase } from './shown.ts'
import { channels, groundKinds, stepTexts, texts, withWhom } from './texts.ts'

/** One thing that happened or will happen, with its day. */
export type Event = { on: string; what: string; note?: string; planned?: boolean }

/** Everything that happened in a case and what was agreed, the newest first; what is to come stands on top. */
export function timelineOf(it: ShownCase): Event[] {
  const { content } = it
  const events: Event[] = [
    ...it.contacts.map((one) => ({ on: one.onDay, what: say(texts.contactWas(say(withWhom[one.withWhom]), say(channels[one.channel]))), note: one.reached ? one.by : `${one.by}. ${say(texts.notReached)}` })),
    ...it.grounds.filter((one) => one.kind !== 'anonymous').map((one) => ({ on: one.fromOn, what: `${say(groundKinds[one.kind as keyof typeof groundKinds])}: ${one.receiver}`, note: one.askedBy ?? undefined })),
    ...it.grounds.filter((one) => one.withdrawnOn).map((one) => ({ on: one.withdrawnOn ?? '', what: say(texts.withdrawnFor(one.receiver)) })),
    ...(content?.steps.map((one) => ({ on: one.openedOn, what: say(texts.stepBegan(say(stepTexts[one.step - 1] ?? texts.unknown))), note: one.openedBy })) ?? []),
    ...(content?.signals.map((one) => ({ on: one.receivedOn, what: say(texts.signalCame), note: one.number })) ?? []),
    ...(content?.deeds.map((one) => ({ on: one.doneOn, what: one.what, note: one.by })) ?? []),
    ...(content?.actions.filter((one) => one.state === 'open').map((one) => ({ on: one.dueOn, what: one.what, note: one.taker, planned: true })) ?? []),
  ]
  return events.toSorted((a, b) => Number(b.planned ?? false) - Number(a.planned ?? false) || (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}
