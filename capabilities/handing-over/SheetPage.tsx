import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Message } from '../../ui/Message.tsx'
import { PageHead } from '../../ui/page.tsx'
import { SwitchAct } from '../../ui/SwitchAct.tsx'
import type { ShownSheet } from './sheet.ts'
import { texts } from './texts.ts'

type Heard = { of: number; all: boolean } | null
const toldWhen = ({ of, all }: NonNullable<Heard>, on: number): string => (all ? say(texts.followOn) : [of > 0 ? say(texts.followSome(of, on)) : '', say(texts.followOff)].filter(Boolean).join(' '))

/** The sheet as a page, which prints as it stands; for who hands it over with a switch to hear what changes. */
export const SheetPage = ({ it, heard }: { it: ShownSheet; heard: Heard }) => (
  <article class="entry">
    <PageHead title={say(texts.sheet)} lead={it.entries.length > 0 ? say(texts.sheetLead) : say(texts.sheetNone)} />
    {it.entries.length === 0 ? <ButtonLink look="filled" href="/zoeken">{say(texts.sheetSearch)}</ButtonLink> : null}
    {it.over.length > 0 ? (
      <div class="not-on-paper">
        <Message kind="watch" title={say(texts.notOnSheet(it.entries.length, it.over.join(', ')))} />
      </div>
    ) : null}
    {it.entries.map((one) => (
      <section class="sheet-entry">
        <div>
          <h2 class="section-title">{one.name}</h2>
          {one.summary ? <p>{one.summary}</p> : null}
          <dl class="hours">
            {one.facts.map(({ question, answer }) => (
              <div>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
            {one.phone ? (
              <div>
                <dt>{say(texts.call)}</dt>
                <dd>
                  <a href={phoneHref(one.phone)}>{one.phone}</a>
                </dd>
              </div>
            ) : null}
          </dl>
        </div>
        <a href={one.href}>
          <img class="sheet-qr" src={`/meegeven/qr/${one.href.slice('/voorziening/'.length)}.svg`} width="120" height="120" alt={say(texts.qr(one.name))} />
        </a>
      </section>
    ))}
    {it.entries.length > 0 ? (
      <>
        <p class="small soft">{say(texts.from(it.town, fullDay(it.on)))}</p>
        <div class="acts not-on-paper">
          <ButtonLink href={`/meegeven.pdf${it.query}`}>{say(texts.asPdf)}</ButtonLink>
        </div>
        <p class="small soft not-on-paper">{say(texts.printHint)}</p>
        {heard ? (
          <div class="not-on-paper">
            <SwitchAct id="op-de-hoogte" on={heard.all} action={heard.all ? '/meegeven/niet-meer' : '/meegeven/op-de-hoogte'} hiddenKey={crypto.randomUUID()} fields={{ services: it.entries.map(({ href }) => href.slice('/voorziening/'.length)).join(',') }} title={say(texts.follow)}>
              {toldWhen(heard, it.entries.length)}
            </SwitchAct>
          </div>
        ) : null}
      </>
    ) : null}
  </article>
)
