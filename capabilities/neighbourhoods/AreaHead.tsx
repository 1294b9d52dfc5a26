import { fullDay } from '../../platform/dates.ts'
import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { Dutch } from '../../ui/Dutch.tsx'
import { Icon } from '../../ui/icons.tsx'
import { StateMark } from '../../ui/marks.tsx'
import { Message } from '../../ui/Message.tsx'
import { HundredPeople } from '../../ui/pictures/HundredPeople.tsx'
import type { ShownArea, ShownLine } from './shown.ts'
import { texts } from './texts.ts'
import { capital, figureText, inLetters } from './words.ts'

type Lead = { own: number; city: number; line: ShownLine; told: string; of: string }

/** The figure that the first sentence is made of, in whole people of a hundred; absent where it would be a lie or no sentence. */
function leadOf({ lead, lines }: ShownArea): Lead | undefined {
  const line = lines.find((it) => it.indicator === lead?.indicator && !it.over && it.difference !== null)
  if (!lead || !line || line.own.value === null || !line.city || line.city.value === null) return undefined
  const [own, city] = [Math.round(line.own.value), Math.round(line.city.value)]
  return own < 2 ? undefined : { own, city, line, told: lead.told, of: lead.of }
}

const Sentence = ({ area, lead }: { area: ShownArea; lead: Lead | undefined }) => {
  const lives = area.inhabitants === null ? '' : say(texts.livesHere(numberText(area.inhabitants)))
  if (!lead) return <>{lives || area.name}</>
  const likeCity = lead.line.verdict === 'same' || lead.own === lead.city
  return (
    <>
      {lives}
      {capital(say(texts.outOfHundred(inLetters(lead.own), lead.of)))}
      <span class="cord-text">{lead.told}</span>
      {likeCity ? say(texts.asInCity) : say(texts.inCityThatIs(inLetters(lead.city)))}
    </>
  )
}

const Hundred = ({ name, lead: { own, city, line, told, of } }: { name: string; lead: Lead }) => {
  const more = line.verdict === 'higher' ? own - city : 0
  const words = more > 0 ? [say(texts.hundredSame(city, told)), say(texts.hundredMore(more))] : [say(texts.hundredOwn(own, told)), say(texts.hundredCity(line.city ? figureText(line.city, { ...line, madeOf: [] }) : ''))]
  const over = say(texts.ofHundred(of, name))
  return (
    <HundredPeople same={own - more} more={more} sentence={`${over} ${words.join('; ')}.`}>
      <p>{over}</p>
      <p>
        <StateMark state="good">{words[0]}</StateMark>
      </p>
      <p>{more > 0 ? <StateMark state="now">{words[1]}</StateMark> : words[1]}</p>
    </HundredPeople>
  )
}

/** Why parts belong together, how their figures are combined, and that the area ended. */
const Composed = ({ it, kind }: { it: NonNullable<ShownArea['composed']>; kind: ShownArea['kind'] }) => (
  <div class="stack">
    {it.about ? (
      <p>
        <Dutch>{it.about}</Dutch>
      </p>
    ) : null}
    <p class="small soft">{say(kind === 'village' ? texts.isVillage : texts.isProject)}</p>
    {it.endedOn ? (
      <Message kind="watch" title={say(texts.areaEnded(fullDay(it.endedOn)))}>
        <p>
          <Dutch>{it.endedBecause}</Dutch>
        </p>
      </Message>
    ) : null}
  </div>
)

/** The top of a page: where we are, a sentence made of figures, and the same as a picture of a hundred people. */
export const AreaHead = ({ area }: { area: ShownArea }) => {
  const lead = leadOf(area)
  return (
    <header class="area-head">
      <div>
        <p class="back">
          <a href="/wijken">
            <Icon name="arrow-left" size={18} />
            {say(texts.allAreas)}
          </a>
        </p>
        <p class="page-where-words">{area.name}</p>
        <h1 class="page-title area-title">
          <Sentence area={area} lead={lead} />
        </h1>
        {area.partOf ? (
          <p>
            {say(texts.partOf)} <a href={`/wijk/${area.partOf.slug}`}>{area.partOf.name}</a>
          </p>
        ) : area.beside.length > 0 ? (
          <p>
            {say(texts.consistsOf)}{' '}
            {area.beside.map(({ slug, name }, index) => (
              <>
                {index > 0 ? ', ' : null}
                <a href={`/wijk/${slug}`}>{name}</a>
              </>
            ))}
          </p>
        ) : null}
        {area.composed ? (
          <Composed it={area.composed} kind={area.kind} />
        ) : (
          <div class="acts area-acts">
            <ButtonLink look="filled" href={`/zoeken?wijk=${area.slug}`}>
              {say(texts.seeWhatIsThere)}
            </ButtonLink>
            <ButtonLink look="plain" href={`/wijk/${area.slug}/kaart`}>
              {say(texts.readMap)}
            </ButtonLink>
            <ButtonLink look="plain" href={`/wijk/${area.slug}/plan`}>
              {say(texts.readPlan)}
            </ButtonLink>
          </div>
        )}
      </div>
      {lead ? <Hundred name={area.name} lead={lead} /> : null}
    </header>
  )
}
