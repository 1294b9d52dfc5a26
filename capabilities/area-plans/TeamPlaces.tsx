import { fullDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Dutch } from '../../ui/Dutch.tsx'
import { Facts, Section } from '../../ui/page.tsx'
import type { PlanContent } from './content.ts'
import { models, placeWords, type PlaceWord, teamTexts as texts } from './teamTexts.ts'

const places = Object.keys(placeWords) as PlaceWord[]
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Where each expertise is found, place by place. */
export const TeamPlaces = ({ expertise }: { expertise: readonly { what: string; place: PlaceWord }[] }) => (
  <Facts
    facts={places.flatMap((place) => {
      const own = expertise.filter((it) => it.place === place)
      return own.length === 0 ? [] : [{ name: capital(say(placeWords[place])), value: <Dutch>{own.map(({ what }) => what).join('; ')}</Dutch> }]
    })}
  />
)

/** The team that was chosen as everybody reads it. */
export const OpenTeam = ({ team }: Pick<PlanContent, 'team'>) =>
  team === null ? null : (
    <Section title={say(texts.publicTitle)} id="team" strong>
      <div class="stack">
        <p class="strong">{say(models[team.model].label)}</p>
        <p>{say(models[team.model].hint)}</p>
        <p>
          <Dutch>{team.reasons}</Dutch>
        </p>
        <TeamPlaces expertise={team.expertise.map(({ what, place }) => ({ what: say(what), place }))} />
        <p class="small soft">{say(texts.chosenOn(fullDay(team.on)))}</p>
      </div>
    </Section>
  )
