import { say } from '../../../platform/texts.ts'
import { Button } from '../../../ui/buttons.tsx'
import { Empty } from '../../../ui/moments.tsx'
import { BackLink, PageHead, Section } from '../../../ui/page.tsx'
import { Table } from '../../../ui/Table.tsx'
import { indicatorTexts } from '../indicatorTexts.ts'
import { MapLegend } from '../MapPicture.tsx'
import { figureText } from '../words.ts'
import { CountryPicture, mapped } from './CountryPicture.tsx'
import type { ShownCountry } from './shown.ts'
import { countryTexts as texts } from './texts.ts'

type Chosen = NonNullable<ShownCountry['chosen']>

const Select = ({ name, label, options, chosen }: { name: string; label: string; options: readonly { value: string; label: string }[]; chosen: string }) => (
  <label class="filter-field">
    <span>{label}</span>
    <select class="input input-select" name={name}>
      {options.map((it) => (
        <option value={it.value} selected={it.value === chosen}>
          {it.label}
        </option>
      ))}
    </select>
  </label>
)

const Choices = ({ it, chosen }: { it: ShownCountry; chosen: Chosen }) => (
  <form class="need-filters" method="get" action="/wijken/land" aria-label={say(texts.choose)}>
    <Select name="cijfer" label={say(texts.choose)} options={it.indicators.map(({ key, name }) => ({ value: key, label: name }))} chosen={chosen.key} />
    {it.years.length > 1 ? <Select name="jaar" label={say(texts.year)} options={it.years.map((year) => ({ value: String(year), label: String(year) }))} chosen={String(chosen.year)} /> : null}
    <Button look="outlined">{say(texts.show)}</Button>
  </form>
)

const OnMap = ({ it, chosen }: { it: ShownCountry; chosen: Chosen }) => {
  const without = it.rows.filter((row) => row.path === null).length
  return (
    <Section title={say(indicatorTexts.map)} id="kaart">
      {it.map ? (
        <div class="map-with-legend">
          <CountryPicture it={it} chosen={chosen} map={it.map} />
          <div class="stack">
            <MapLegend it={mapped(it, chosen)} map={{ ...it.map, ground: null, schematic: false }} own={say(texts.own)} />
            <p class="soft small">{say(indicatorTexts.boundariesOf(String(it.map.year)))}</p>
            {without > 0 ? <p class="soft small">{say(texts.notDrawn(without))}</p> : null}
          </div>
        </div>
      ) : (
        <p class="soft">{say(texts.noMap)}</p>
      )}
    </Section>
  )
}

/** Where our own municipality stands, in words. */
function ownWords(it: ShownCountry, chosen: Chosen): string | null {
  const own = it.rows.find((row) => row.own)
  if (!own || own.value === null) return null
  const values = it.rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const place = values.filter((value) => value < (own.value ?? 0)).length + 1
  return `${say(texts.ours(own.name, figureText({ value: own.value, qualifier: null }, { ...chosen, madeOf: [] })))} ${say(texts.place(place, values.length))}`
}

const AsTable = ({ it, chosen }: { it: ShownCountry; chosen: Chosen }) => (
  <Section title={say(indicatorTexts.table)} id="tabel">
    <Table
      caption={say(texts.tableOf(chosen.name))}
      unseenCaption
      columns={[{ head: say(texts.town) }, { head: chosen.name, kind: 'figures', own: true }]}
      rows={it.rows.map((row) => ({ name: row.own ? <strong>{`${row.name} (${say(texts.own)})`}</strong> : row.name, cells: [figureText({ value: row.value, qualifier: null }, { ...chosen, madeOf: [] })] }))}
    />
    <p class="small">
      {say(indicatorTexts.source(chosen.publisher, chosen.edition))} {say(texts.unlooked)}
    </p>
  </Section>
)

const Downloads = ({ it, chosen }: { it: ShownCountry; chosen: Chosen }) => {
  const choice = new URLSearchParams({ cijfer: chosen.key, jaar: String(chosen.year) })
  return (
    <Section title={say(indicatorTexts.download)} id="downloaden">
      <ul class="bullets">
        <li>
          <a href={`/wijken/land/tabel.csv?${choice}`} download>
            {say(indicatorTexts.csv)}
          </a>
        </li>
        {it.map ? (
          <li>
            <a href={`/wijken/land/kaart.svg?${choice}`} download>
              {say(indicatorTexts.mapSvg)}
            </a>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}

/** One figure of all municipalities: on the map, and the same as a table. */
export const CountryPage = ({ it }: { it: ShownCountry }) => {
  const { chosen } = it
  return (
    <>
      <BackLink href="/wijken/cijfers">{say(indicatorTexts.all)}</BackLink>
      <PageHead title={chosen ? say(texts.titleOf(chosen.name)) : say(texts.title)} where={chosen ? String(chosen.year) : null} lead={chosen ? `${chosen.definition} ${ownWords(it, chosen) ?? ''} ${say(texts.lead)}` : say(texts.lead)} />
      {chosen ? (
        <>
          <Choices it={it} chosen={chosen} />
          <OnMap it={it} chosen={chosen} />
          <AsTable it={it} chosen={chosen} />
          <Downloads it={it} chosen={chosen} />
        </>
      ) : (
        <Empty title={say(texts.none)}>
          <p>{say(texts.noneText)}</p>
        </Empty>
      )}
    </>
  )
}
