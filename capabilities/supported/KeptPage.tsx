import { fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { AroundDutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { actTexts } from './actTexts.ts'
import type { ShownKept, ShownKeptCount } from './shown.ts'
import { texts } from './texts.ts'
import { namesText } from './words.ts'

const was = ({ kind, by, on, residents, reason }: ShownKeptCount['history'][number]) =>
  kind === 'withdrawn' ? texts.wasWithdrawn(by, fullDay(on), numberText(residents ?? 0), reason) : residents === null ? texts.wasFilled(by, fullDay(on), reason) : texts.wasCorrected(by, fullDay(on), numberText(residents), reason)

const Line = ({ it }: { it: ShownKeptCount }) => {
  const who = it.organization ?? say(texts.togetherOf(namesText(it.parties)))
  const to = (act: string, words: string) => (
    <ButtonLink look="plain" href={`/wijken/begeleiding/${it.countId}/${act}`}>
      {words}
      <span class="unseen">
        : {who}, {it.area.name}, {fullDay(it.countedOn)}
      </span>
    </ButtonLink>
  )
  return (
    <Row when={fullDay(it.countedOn)} title={`${it.group}: ${who}`} level={3}>
      <p>{it.residents === null ? <StateMark state="info">{say(texts.withdrawnNow)}</StateMark> : <strong>{say(texts.exactly(numberText(it.residents)))}</strong>}</p>
      <p class="small soft">
        <AroundDutch said={say(texts.sourceIs(it.source))} words={it.source} />
      </p>
      {it.enteredBy ? <p class="small soft">{say(texts.enteredBy(it.enteredBy, fullDay(it.enteredOn)))}</p> : null}
      {it.contradicts ? (
        <p>
          <StateMark state="watch">{say(texts.contradicts)}</StateMark>
        </p>
      ) : null}
      {it.history.length > 0 ? (
        <ul class="bullets small">
          {it.history.map((one) => (
            <li>
              <AroundDutch said={say(was(one))} words={one.reason} />
            </li>
          ))}
        </ul>
      ) : null}
      <p class="acts">
        {to('verbeteren', say(actTexts.correct))}
        {it.residents === null ? null : to('intrekken', say(actTexts.withdraw))}
      </p>
    </Row>
  )
}

/** The counts that somebody enters, area by area, with the exact number and everything that stood there before. */
export const KeptPage = ({ shown: { organization, counts, acts } }: { shown: ShownKept }) => (
  <>
    <PageHead title={say(texts.keep)} crumbs={[{ label: say(texts.areas), href: '/wijken' }, { label: say(texts.plainTitle) }]} lead={say(organization === null ? texts.keptLead : texts.keptLeadOwn(organization))} />
    <Acts>
      {acts.map((it, at) => (
        <ButtonLink look={at === 0 ? 'filled' : 'outlined'} href={it.href}>
          {say(it.title)}
        </ButtonLink>
      ))}
    </Acts>
    {counts.length === 0 ? (
      <Empty title={say(texts.keptNone)}>
        <p>{say(texts.keptNoneText)}</p>
      </Empty>
    ) : (
      [...Map.groupBy(counts, ({ area }) => area.slug).values()]
        .sort(([one], [other]) => (one?.area.name ?? '').localeCompare(other?.area.name ?? ''))
        .map(([first, ...others]) =>
          first ? (
            <Section title={<a href={`/wijk/${first.area.slug}/begeleiding`}>{first.area.name}</a>} id={first.area.slug}>
              <RowList label={first.area.name}>
                {[first, ...others].map((it) => (
                  <Line it={it} />
                ))}
              </RowList>
            </Section>
          ) : null,
        )
    )}
  </>
)
