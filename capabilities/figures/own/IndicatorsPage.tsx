import { say } from '../../../platform/texts.ts'
import { ButtonLink } from '../../../ui/buttons.tsx'
import { Row, RowList } from '../../../ui/lists.tsx'
import { BackLink, PageHead, Section } from '../../../ui/page.tsx'
import { texts as importTexts } from '../texts.ts'
import { correctTexts } from './correctTexts.ts'
import type { ShownKept } from './shown.ts'
import { texts } from './texts.ts'

const Own = ({ it }: { it: ShownKept }) => (
  <>
    {(it.retired ? [['weer', texts.restore] as const] : [['wijzigen', texts.change] as const, ['stoppen', texts.retire] as const]).map(([act, label]) => (
      <ButtonLink look="plain" href={`/wijken/beheer/indicatoren/${it.key}/${act}`}>
        {say(label)}
        <span class="unseen">: {it.name}</span>
      </ButtonLink>
    ))}
  </>
)

const Indicators = ({ title, id, all }: { title: string; id: string; all: readonly ShownKept[] }) =>
  all.length === 0 ? null : (
    <Section title={title} id={id}>
      <RowList label={title}>
        {all.map((it) => (
          <Row title={it.name} {...(it.figures > 0 ? { href: `/wijken/cijfer/${it.key}` } : {})}>
            <p>{it.definition}</p>
            {it.breaks.map(({ year, note }) => (
              <p class="small">{say(texts.breakIn(year, note))}</p>
            ))}
            <p class="small soft">
              {say(texts.units[it.unit])}, {say(texts.kinds[it.kind])}, {say(texts.figures(it.figures))}
            </p>
            <p class="acts">
              {it.origin === 'own' && !it.retired ? (
                <ButtonLink look="plain" href={`/wijken/beheer/indicatoren/${it.key}/cijfer`}>
                  {say(texts.enter)}
                  <span class="unseen">: {it.name}</span>
                </ButtonLink>
              ) : null}
              {it.origin === 'own' && it.entered > 0 ? (
                <ButtonLink look="plain" href={`/wijken/beheer/indicatoren/${it.key}/cijfers`}>
                  {say(correctTexts.title)}
                  <span class="unseen">: {it.name}</span>
                </ButtonLink>
              ) : null}
              <ButtonLink look="plain" href={`/wijken/beheer/indicatoren/${it.key}/breuk`}>
                {say(texts.break)}
                <span class="unseen">: {it.name}</span>
              </ButtonLink>
              {it.origin === 'own' ? <Own it={it} /> : null}
            </p>
          </Row>
        ))}
      </RowList>
    </Section>
  )

/** What is counted, by the municipality and by others, and what can be done with it. */
export const IndicatorsPage = ({ indicators }: { indicators: readonly ShownKept[] }) => (
  <>
    <BackLink href="/wijken/beheer">{say(importTexts.title)}</BackLink>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        <ButtonLink look="filled" href="/wijken/beheer/indicatoren/nieuw">
          {say(texts.define)}
        </ButtonLink>
      }
    />
    <Indicators title={say(texts.own)} id="eigen" all={indicators.filter((it) => it.origin === 'own' && !it.retired)} />
    <Indicators title={say(texts.others)} id="andere" all={indicators.filter((it) => it.origin !== 'own' && !it.retired)} />
    <Indicators title={say(texts.former)} id="vroeger" all={indicators.filter((it) => it.retired)} />
  </>
)
