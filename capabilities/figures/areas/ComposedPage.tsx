import { fullDay } from '../../../platform/dates.ts'
import { say } from '../../../platform/texts.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { AroundDutch, Dutch } from '../../../ui/Dutch.tsx'
import { Row, RowList } from '../../../ui/lists.tsx'
import { Empty } from '../../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../../ui/page.tsx'
import { texts as importTexts } from '../texts.ts'
import type { ShownComposed } from './shown.ts'
import { texts } from './texts.ts'

type One = ShownComposed['areas'][number]
export const areasHref = '/wijken/beheer/gebieden'

const Areas = ({ title, id, areas }: { title: string; id: string; areas: readonly One[] }) =>
  areas.length === 0 ? null : (
    <Section title={title} id={id}>
      <RowList label={title}>
        {areas.map((it) => (
          <Row title={it.name} href={`/wijk/${it.slug}`} level={3}>
            <p>
              <Dutch>{it.about}</Dutch>
            </p>
            <p>{say(texts.madeOf(it.parts.map(({ name }) => name).join(', ')))}</p>
            <p class="small soft">{say(texts.kinds[it.kind])}</p>
            {it.endedOn ? (
              <p class="small">
                <AroundDutch said={say(texts.endedOn(fullDay(it.endedOn), it.endedBecause ?? ''))} words={it.endedBecause ?? ''} />
              </p>
            ) : null}
            <p class="acts">
              {(it.endedOn ? [['weer', texts.restore] as const] : [['wijzigen', texts.change] as const, ['beeindigen', texts.end] as const]).map(([act, label]) => (
                <ButtonLink look="plain" href={`${areasHref}/${it.slug}/${act}`}>
                  {say(label)}
                  <span class="unseen">: {it.name}</span>
                </ButtonLink>
              ))}
            </p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** Areas that are made of parts, and what can be done with them. */
export const ComposedPage = ({ areas }: ShownComposed) => (
  <>
    <BackLink href="/wijken/beheer">{say(importTexts.title)}</BackLink>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <ButtonLink look="filled" href={`${areasHref}/nieuw`}>
          {say(texts.make)}
        </ButtonLink>
      }
    />
    {areas.length === 0 ? (
      <Empty title={say(texts.none)}>
        <p>{say(texts.noneText)}</p>
      </Empty>
    ) : (
      <>
        <Areas title={say(texts.inUse)} id="in-gebruik" areas={areas.filter((it) => !it.endedOn)} />
        <Areas title={say(texts.former)} id="vroeger" areas={areas.filter((it) => it.endedOn)} />
      </>
    )}
  </>
)
