import type { Child } from 'hono/jsx'
import { say, type Text } from './texts.ts'

/** The page of one act: its name, what stands in its way, what it is about, and the form. */
export const ActPage = ({ title, notice, intro, children }: { title: string; notice: Text | undefined; intro: Child; children: Child }) => (
  <div class="act-page">
    <h1>{title}</h1>
    {notice ? (
      <div class="message message-alarm" role="alert">
        <p>{say(notice)}</p>
      </div>
    ) : null}
    {intro ? <div class="intro">{intro}</div> : null}
    {children}
  </div>
)
