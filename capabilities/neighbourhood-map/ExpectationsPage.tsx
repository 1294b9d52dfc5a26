import { say } from '../../platform/texts.ts'
import { Acts, ButtonLink } from '../../ui/buttons.tsx'
import { ShortItem, ShortList } from '../../ui/lists.tsx'
import { type State, StateMark } from '../../ui/marks.tsx'
import { Empty } from '../../ui/moments.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { expectTexts, expecting, outcomes } from './expectTexts.ts'
import type { ShownExpecting } from './expectViews.tsx'
import { mapHref } from './mapAct.ts'
import { FiguresBeside } from './Parts.tsx'
import { texts } from './texts.ts'

type Theme = ShownExpecting['themes'][number]
const marks: Record<keyof typeof outcomes, State> = { confirmed: 'good', contradicted: 'watch', undecided: 'waits' }

const Expected = ({ it }: { it: Theme['expected'][number] }) => (
  <ShortItem title={it.name}>
    <p>{say(expectTexts.saidOf(it.saidBy, say(expecting[it.expects])))}</p>
    {it.because ? <p class="soft">{it.because}</p> : null}
    {it.outcome ? <StateMark state={marks[it.outcome]}>{say(it.year ? expectTexts.outcomeOf(say(outcomes[it.outcome]), it.year) : outcomes[it.outcome])}</StateMark> : null}
    {it.why ? <p class="small">{it.why}</p> : null}
    {it.knew ? <p class="small soft">{say(expectTexts.knew)}</p> : null}
  </ShortItem>
)

const Closed = ({ theme }: { theme: Theme }) => (
  <>
    <p>
      {say(expectTexts.hidden)} {theme.about.join(', ')}.
    </p>
    {theme.others > 0 ? <p class="soft">{say(expectTexts.others(theme.others))}</p> : null}
  </>
)

const OneTheme = ({ theme, shown }: { theme: Theme; shown: ShownExpecting }) => (
  <Section title={`${theme.number} ${theme.name}`} id={`onderwerp-${theme.key}`}>
    <div class="stack">
      {theme.open ? <FiguresBeside figures={theme.figures} area={shown.area} city={shown.city} slug={shown.slug} /> : <Closed theme={theme} />}
      {theme.expected.length > 0 ? (
        <>
          <h3 class="row-title">{say(theme.open ? expectTexts.all : expectTexts.mine)}</h3>
          <ShortList>
            {theme.expected.map((it) => (
              <Expected it={it} />
            ))}
          </ShortList>
        </>
      ) : theme.open ? (
        <p class="soft">{say(expectTexts.nobody)}</p>
      ) : null}
      {theme.recordHref && theme.revealHref ? (
        <Acts>
          <ButtonLink look={theme.expected.length > 0 ? 'outlined' : 'filled'} href={theme.recordHref}>
            {say(expectTexts.recordTitle)}
            <span class="unseen">: {theme.name}</span>
          </ButtonLink>
          <ButtonLink look={theme.expected.length > 0 ? 'filled' : 'plain'} href={theme.revealHref}>
            {say(expectTexts.revealTitle)}
            <span class="unseen">: {theme.name}</span>
          </ButtonLink>
        </Acts>
      ) : null}
    </div>
  </Section>
)

/** Theme by theme: closed figures with the question what one expects, or the figures with what was expected of them. */
export const ExpectationsPage = ({ shown }: { shown: ShownExpecting }) => (
  <>
    <PageHead title={say(expectTexts.title)} crumbs={[{ label: say(texts.maps), href: '/wijkkaart' }, { label: say(texts.mapOf(shown.area, shown.edition)), href: mapHref(shown.mapId) }, { label: say(expectTexts.title) }]} lead={say(expectTexts.lead)} />
    <p class="small soft">
      {say(expectTexts.how)} <a href="/wijken/methode">{say(expectTexts.howMore)}</a>
    </p>
    {shown.themes.length === 0 ? <Empty title={say(expectTexts.noThemes)} /> : shown.themes.map((theme) => <OneTheme theme={theme} shown={shown} />)}
  </>
)
