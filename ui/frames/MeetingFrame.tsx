import type { Child } from 'hono/jsx'
import { Notices } from '../Message.tsx'
import { Wordmark } from '../pictures/Mark.tsx'
import { Document, type FrameProps } from './Document.tsx'
import { DemoStrip, SessionWarning } from './shared.tsx'

/** One item of a meeting: its length in minutes, and how much of it has passed, from 0 to 1. */
export type Segment = { minutes: number; passed: number }

export type MeetingFrameProps = FrameProps & {
  /** Whose meeting it is. */
  name: string
  /** Which day and which item, as in "Overleg van woensdag 3 december, punt 3 van 7". */
  where: string
  /** Time left for this item, as in "6.12", with what it is. */
  left?: { time: string; words: string }
  segments: readonly Segment[]
  /** The button that ends the meeting, usually a link to the page that does. */
  act?: Child
  homeHref?: string
}

const gap = 0.3

/** A strip as wide as the page: every item as wide as it is long, orange as far as time has gone. */
const Segments = ({ segments }: { segments: readonly Segment[] }) => {
  const whole = segments.reduce((sum, segment) => sum + segment.minutes, 0) || 1
  const starts = segments.map((_, index) => (segments.slice(0, index).reduce((sum, segment) => sum + segment.minutes, 0) / whole) * 100)
  return (
    <svg class="segments" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {segments.map((segment, index) => {
        const x = starts[index] ?? 0
        const width = Math.max((segment.minutes / whole) * 100 - gap, 0)
        return (
          <>
            <rect class="segment" x={x.toFixed(2)} y="0" width={width.toFixed(2)} height="1" />
            <rect class="segment-passed" x={x.toFixed(2)} y="0" width={(width * Math.min(1, Math.max(0, segment.passed))).toFixed(2)} height="1" />
          </>
        )
      })}
    </svg>
  )
}

/** What is going on now: whose meeting, which item, how much time is left; under it the strip of items. */
export const MeetingBar = ({ name, where, left, segments, act, homeHref = '/vandaag' }: Pick<MeetingFrameProps, 'name' | 'where' | 'left' | 'segments' | 'act' | 'homeHref'>) => (
  <>
    <div class="meeting-bar">
      <div class="meeting-mark">
        <Wordmark href={homeHref} />
      </div>
      <p class="meeting-what">
        <span class="meeting-name">{name}</span>
        <span class="meeting-where">{where}</span>
      </p>
      {left ? (
        <p class="meeting-left">
          <span class="meeting-time">{left.time}</span> {left.words}
        </p>
      ) : null}
      {act ? <div class="meeting-act">{act}</div> : null}
    </div>
    <Segments segments={segments} />
  </>
)

/** A running meeting: a frame of its own without rail, so that everyone sees that we are in it now. */
export const MeetingFrame = ({ name, where, left, segments, act, homeHref, children, ...frame }: MeetingFrameProps) => (
  <Document {...frame} look="meeting">
    <header class="meeting-header">
      <DemoStrip demo={frame.demo} />
      <MeetingBar name={name} where={where} left={left} segments={segments} act={act} homeHref={homeHref} />
    </header>
    <main id="content" class="meeting-main" tabindex={-1}>
      <SessionWarning session={frame.session} />
      <Notices notices={frame.notices} />
      {children}
    </main>
  </Document>
)
