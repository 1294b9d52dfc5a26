import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import type { ShownFormula } from './shown.ts'
import { texts } from './texts.ts'

const Change = ({ href, of }: { href: string; of: string }) => (
  <ButtonLink look="plain" href={href}>
    {say(texts.change)}
    <span class="unseen"> {of}</span>
  </ButtonLink>
)

/** How social quality and the social index are calculated in this municipality, for everybody to read. */
export const FormulaPage = ({ shown }: { shown: ShownFormula }) => (
  <>
    <BackLink href="/wijken">{say(texts.back)}</BackLink>
    <PageHead title={say(texts.title)} lead={say(texts.lead)} />
    <p class="soft">{say(shown.version === 0 ? texts.formulaPlain : texts.formulaVersion(shown.version))}</p>
    {shown.roundsHref ? (
      <Acts>
        <ButtonLink look="outlined" href={shown.roundsHref}>
          {say(texts.rounds)}
        </ButtonLink>
      </Acts>
    ) : null}
    <Section title={say(texts.quality)} id="kwaliteit" act={shown.changeHref ? <Change href={shown.changeHref} of={say(texts.quality)} /> : null}>
      <div class="stack">
        <Table
          caption={say(texts.quality)}
          unseenCaption
          columns={[{ head: say(texts.statement) }, { head: say(texts.counts), kind: 'words' }, { head: say(texts.weight), kind: 'figures' }]}
          rows={shown.statements.map(({ text, reversed, weight }) => ({ name: text, cells: [reversed ? '11 − x' : 'x', say(texts.times(numberText(weight)))] }))}
        />
        <p>{say(texts.howReversed)}</p>
        <p>{say(texts.howMargin)}</p>
        {shown.imported ? <p>{say(texts.scoreOf(shown.imported))}</p> : null}
      </div>
    </Section>
    <Section title={say(texts.index)} id="index">
      <div class="stack">
        <Table
          caption={say(texts.index)}
          unseenCaption
          columns={[{ head: say(texts.part) }, { head: say(texts.weight), kind: 'figures' }, { head: say(texts.madeOf), kind: 'words' }, ...(shown.changeHref ? [{ head: say(texts.change), kind: 'words' as const }] : [])]}
          rows={shown.parts.map(({ name, weight, figures, changeHref }) => ({
            name,
            cells: [
              say(texts.times(numberText(weight))),
              figures.length === 0 ? say(texts.surveyOnly) : figures.map((it) => <p>{say(texts.measure(it.name, it.worst, it.best))}</p>),
              ...(changeHref ? [<Change href={changeHref} of={name} />] : []),
            ],
          }))}
        />
        <p>{say(texts.howScale)}</p>
        <p>{say(texts.howMissing)}</p>
        <p>{say(texts.howSmall)}</p>
      </div>
    </Section>
  </>
)
