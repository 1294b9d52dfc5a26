import { fullDay } from '../../../platform/dates.ts'
import { say } from '../../../platform/texts.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { AroundDutch } from '../../../ui/Dutch.tsx'
import { Row, RowList } from '../../../ui/lists.tsx'
import { Empty } from '../../../ui/moments.tsx'
import { BackLink, PageHead } from '../../../ui/page.tsx'
import { yearText } from '../../neighbourhoods/index.ts'
import { correctTexts as texts } from './correctTexts.ts'
import type { ShownEntered } from './shown.ts'
import { texts as ownTexts } from './texts.ts'

type One = ShownEntered['figures'][number]
const dayOf = (at: string): string => fullDay(new Date(at))

const was = ({ kind, by, at, value, figure, reason }: One['history'][number]) =>
  kind === 'withdrawn' ? texts.withdrawn(by, dayOf(at), figure, reason) : value === null ? texts.filledAgain(by, dayOf(at), reason) : texts.corrected(by, dayOf(at), figure, reason)

const Line = ({ it, href }: { it: One; href: string }) => {
  const label = (words: string) => (
    <>
      {words}
      <span class="unseen">
        : {it.area}, {yearText(it.year)}
      </span>
    </>
  )
  return (
    <Row title={`${it.area}: ${it.figure}`} level={2}>
      <p class="small soft"><AroundDutch said={say(texts.line(yearText(it.year), it.source))} words={it.source} /></p>
      {it.enteredBy && it.enteredAt ? <p class="small soft">{say(texts.enteredBy(it.enteredBy, dayOf(it.enteredAt)))}</p> : null}
      {it.history.length > 0 ? (
        <ul class="bullets small">
          {it.history.map((one) => (
            <li>
              <AroundDutch said={say(was(one))} words={one.reason} />
            </li>
          ))}
        </ul>
      ) : null}
      {it.overtaken ? (
        <p class="small">{say(texts.overtaken)}</p>
      ) : (
        <p class="acts">
          <ButtonLink look="plain" href={`${href}/${it.figureId}/verbeteren`}>
            {label(say(texts.correct))}
          </ButtonLink>
          {it.state === 'missing' ? null : (
            <ButtonLink look="plain" href={`${href}/${it.figureId}/intrekken`}>
              {label(say(texts.withdraw))}
            </ButtonLink>
          )}
        </p>
      )}
    </Row>
  )
}

/** Figures that were entered by hand, with everything that stood there before. */
export const EnteredPage = (shown: ShownEntered) => {
  const href = `/wijken/beheer/indicatoren/${shown.indicator}/cijfers`
  return (
    <>
      <BackLink href="/wijken/beheer/indicatoren">{say(ownTexts.title)}</BackLink>
      <PageHead
        title={shown.name}
        where={say(texts.title)}
        lead={say(texts.lead)}
        act={
          shown.enters ? (
            <ButtonLink look="outlined" href={`/wijken/beheer/indicatoren/${shown.indicator}/cijfer`}>
              {say(ownTexts.enter)}
            </ButtonLink>
          ) : null
        }
      />
      {shown.figures.length === 0 ? (
        <Empty title={say(texts.none)}>
          <p>{say(texts.noneText)}</p>
        </Empty>
      ) : (
        <RowList label={say(texts.title)}>
          {shown.figures.map((it) => (
            <Line it={it} href={href} />
          ))}
        </RowList>
      )}
    </>
  )
}
