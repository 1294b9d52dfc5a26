import type { Child } from 'hono/jsx'
import { say, type Text } from './texts.ts'

/** Something in a text that may tell whom it is about, and what it looks like. */
export type Doubt = { words: string; kind: Text }

const texts = {
  title: { nl: 'Staat hier in wie het is?', en: 'Does this say who it is?' },
  lead: { nl: 'Deze tekst hoort niemand herkenbaar te maken. Wij zagen:', en: 'This text should make nobody recognisable. We saw:' },
  choice: { nl: 'Haal het weg of schrijf [bewoner]. Is het niemand, of moet het er staan? Kies dan onderaan voor bewaren zoals het er staat.', en: 'Take it out or write [resident]. Is it nobody, or does it have to be there? Then choose below to keep it as it is.' },
} satisfies Record<string, Text>

/** A question and no mistake: what may tell whom a text is about. */
const Doubts = ({ doubts }: { doubts: readonly Doubt[] }) => (
  <div class="message message-watch" role="alert" data-doubts>
    <div class="message-body">
      <p class="message-title">{say(texts.title)}</p>
      <p>{say(texts.lead)}</p>
      <ul>
        {doubts.map((it) => (
          <li>
            <strong>{it.words}</strong>: {say(it.kind)}
          </li>
        ))}
      </ul>
      <p>{say(texts.choice)}</p>
    </div>
  </div>
)

/** The page of one act: its name, what stands in its way, what it is about, and the form. */
export const ActPage = ({ title, notice, doubts = [], intro, children }: { title: string; notice: Text | undefined; doubts?: readonly Doubt[]; intro: Child; children: Child }) => (
  <div class="act-page">
    <h1>{title}</h1>
    {notice ? (
      <div class="message message-alarm" role="alert">
        <p>{say(notice)}</p>
      </div>
    ) : null}
    {doubts.length > 0 ? <Doubts doubts={doubts} /> : null}
    {intro ? <div class="intro">{intro}</div> : null}
    {children}
  </div>
)
