import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { AroundDutch, Dutch } from '../../ui/Dutch.tsx'
import { Row, RowList } from '../../ui/lists.tsx'
import { Empty } from '../../ui/moments.tsx'
import { BackLink, Facts, PageHead, Section } from '../../ui/page.tsx'
import type { ShownPrevalences } from './shown.ts'
import { texts } from './texts.ts'

const To = ({ href, words, what }: { href: string; words: string; what: string }) => (
  <ButtonLink look="plain" href={href}>
    {words}
    <span class="unseen">: {what}</span>
  </ButtonLink>
)

/** How often something occurs, with source, year and who wrote it down; and how we calculate with it. */
export const PrevalencesPage = ({ shown: { prevalences, addHref } }: { shown: ShownPrevalences }) => (
  <>
    <BackLink href="/wijken">{say(texts.back)}</BackLink>
    <PageHead
      title={say(texts.title)}
      lead={say(texts.lead)}
      act={
        addHref ? (
          <ButtonLink look="filled" href={addHref}>
            {say(texts.add)}
          </ButtonLink>
        ) : undefined
      }
    />
    <Section title={say(texts.method)} id="methode">
      <div class="stack">
        {[texts.methodSum, texts.methodRange, texts.methodMissing, texts.methodNotAdded].map((text) => (
          <p>{say(text)}</p>
        ))}
      </div>
    </Section>
    <Section title={say(texts.list)} id="lijst">
      {prevalences.length === 0 ? (
        <Empty level={3} title={say(texts.nothing)}>
          {say(texts.nothingText)}
        </Empty>
      ) : (
        <RowList label={say(texts.list)}>
          {prevalences.map((it) => (
            <Row level={3} title={it.what}>
              <Facts
                facts={[
                  { name: say(texts.what), value: `${it.domain.name} · ${it.group.name}` }, { name: say(texts.occurs), value: [it.occurs, ...(it.range ? [it.range] : [])].join('; ') }, { name: say(texts.from), value: it.source },
                  { name: say(texts.lastChange), value: <AroundDutch said={`${it.written}: ${it.because}`} words={it.because} /> },
                ]}
              />
              {it.cautions.map((caution) => (
                <p class="soft">
                  <Dutch>{caution}</Dutch>
                </p>
              ))}
              {it.changeHref && it.withdrawHref ? (
                <p class="acts">
                  <To href={it.changeHref} words={say(texts.change)} what={it.what} />
                  <To href={it.withdrawHref} words={say(texts.withdraw)} what={it.what} />
                </p>
              ) : null}
            </Row>
          ))}
        </RowList>
      )}
    </Section>
  </>
)
