import { say } from '../../platform/texts.ts'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/Table.tsx'
import { agesOf } from './ages.ts'
import { AgesPicture, groupName, shareText } from './AgesPicture.tsx'
import { ageTexts as texts } from './ageTexts.ts'
import type { ShownArea } from './shown.ts'
import { texts as areaTexts } from './texts.ts'
import { yearText } from './words.ts'

/** How residents are divided by age, beside the municipality: as a picture and as a table. Nothing when no source has the whole. */
export const AgesPart = ({ area }: { area: ShownArea }) => {
  const ages = agesOf(area)
  if (!ages) return null
  return (
    <Section title={say(texts.title)} id="leeftijd">
      <p class="soft">{say(texts.lead(area.name, area.city))}</p>
      {ages.doubtful ? <p>{say(texts.doubt)}</p> : null}
      <div class="picture-and-table">
        <AgesPicture ages={ages} area={area} />
        <div class="stack">
          <Table
            caption={say(texts.pictureOf(area.name, area.city))}
            unseenCaption
            columns={[{ head: say(texts.age) }, { head: area.name, kind: 'figures', own: true }, { head: area.city, kind: 'figures' }]}
            rows={ages.groups.map((it) => ({ name: groupName(it), cells: [`${shareText(it.line.own.value, it, true)}${it.line.own.doubtful ? ` (${say(texts.doubtful)})` : ''}`, shareText(it.line.city?.value ?? null, it, false)] }))}
          />
          <p class="small soft">
            {say(texts.notWide)} {say(texts.notBySex)}
          </p>
          <p class="small">
            {yearText(ages.year)}, <a href={`#bron-${ages.source}`}>{say(areaTexts.sourceNumber(ages.source))}</a>
          </p>
          <ul class="bullets small">
            <li>
              <a href={`/wijk/${area.slug}/leeftijd.csv`} download>
                {say(texts.csv)}
              </a>
            </li>
            <li>
              <a href={`/wijk/${area.slug}/leeftijd.svg`} download>
                {say(texts.svg)}
              </a>
            </li>
          </ul>
        </div>
      </div>
    </Section>
  )
}
