import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Answer, Facts } from '../../ui/page.tsx'
import { CallerLine } from './CallerLine.tsx'
import type { ShownService } from './entryShown.ts'
import { entryTexts as texts, fundingTexts } from './entryTexts.ts'
import { keepTexts } from './keepTexts.ts'
import { texts as general } from './texts.ts'
import { lights } from './words.ts'

type It = { it: ShownService; inside?: boolean }

/** A text with an empty line between its paragraphs. */
export const paragraphs = (text: string) => text.split(/\n{2,}/).map((one) => <p>{one}</p>)

/** Whom to call. */
export const Callers = ({ it, inside }: It) => (
  <Answer question={say(texts.who)}>
    {it.callers.length === 0 && it.phone ? (
      <p>
        <a href={phoneHref(it.phone)}>{it.phone}</a>
      </p>
    ) : null}
    {it.callers.map((one) => (
      <CallerLine one={one} inside={inside} />
    ))}
    {it.email ? (
      <p>
        <a href={`mailto:${it.email}`}>{say(texts.mail)}</a>
      </p>
    ) : null}
  </Answer>
)

const forms = { sheltered: texts.sheltered, supported: texts.supported, independent: texts.independent } as const

/** What only a project, a home or a scheme has. */
export const OwnKind = ({ it, inside }: It) => (
  <>
    {it.project ? (
      <>
        <Answer question={say(texts.goals)}>
          {paragraphs(it.project.goals)}
          <p class="soft">{it.project.from ? say(it.project.until ? texts.period(fullDay(it.project.from), fullDay(it.project.until)) : texts.periodFrom(fullDay(it.project.from))) : null}</p>
          {it.project.plan ? <Facts facts={[{ name: say(texts.plan), value: it.project.plan }]} /> : null}
        </Answer>
        {it.project.partners.length > 0 ? (
          <Answer question={say(texts.partners)}>
            <ul>
              {it.project.partners.map((one) => (
                <li>
                  <a href={one.href}>{one.name}</a>
                </li>
              ))}
            </ul>
          </Answer>
        ) : null}
        {it.project.results ? <Answer question={say(texts.results)}>{paragraphs(it.project.results)}</Answer> : null}
      </>
    ) : null}
    {it.housing ? (
      <Answer question={say(texts.housingHow)}>
        <Facts
          facts={[
            { name: say(texts.form), value: say(forms[it.housing.form]) },
            { name: say(texts.placesCount), value: it.housing.places ?? say(general.unknown) },
            { name: say(texts.support), value: it.housing.hours ?? say(general.unknown) },
            { name: say(texts.onCall), value: it.housing.call ?? say(general.unknown) },
          ]}
        />
      </Answer>
    ) : null}
    {it.scheme ? (
      <>
        {it.scheme.yields ? <Answer question={say(texts.gives)}>{paragraphs(it.scheme.yields)}</Answer> : null}
        {it.scheme.needs ? (
          <Answer question={say(texts.schemeNeeds)}>
            {paragraphs(it.scheme.needs)}
            {it.scheme.helpedBy ? (
              <p>
                {say(texts.helpedBy)}
                <a href={it.scheme.helpedBy.href}>{it.scheme.helpedBy.name}</a>
              </p>
            ) : null}
          </Answer>
        ) : null}
      </>
    ) : null}
    {inside ? (
      <Answer question={say(texts.forColleagues)}>
        <Facts
          facts={[
            { name: say(texts.funding), value: it.fundings.map((one) => (one.basis && one.basis in fundingTexts ? say(fundingTexts[one.basis as keyof typeof fundingTexts]) : one.source)).filter(Boolean).join(', ') || say(general.unknown) },
            { name: say(texts.reach), value: it.reach.map((one) => one.extent ?? one.area ?? say(texts.region)).join(', ') || say(general.unknown) },
            { name: say(keepTexts.placeLeft), value: it.light ? say(lights[it.light.light]) : say(lights.unknown) },
            ...(it.flow ? [{ name: say(texts.flow), value: it.flow }] : []),
          ]}
        />
      </Answer>
    ) : null}
  </>
)
