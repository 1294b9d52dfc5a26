import { say } from '../../platform/texts.ts'
import { Acts, Button, ButtonLink } from '../../ui/buttons.tsx'
import { PageHead } from '../../ui/page.tsx'
import { AnswersPart } from '../reasons/index.ts'
import { Domains, ForTeam, Needed, Overlaps } from './NeedParts.tsx'
import type { Chosen } from './present.ts'
import type { ShownAreaNeed } from './shown.ts'
import { texts } from './texts.ts'

const Select = ({ name, label, options, chosen }: { name: string; label: string; options: readonly { slug: string; name: string }[]; chosen: string | undefined }) => (
  <label class="filter-field">
    <span>{label}</span>
    <select class="input input-select" name={name}>
      <option value="">{say(texts.all)}</option>
      {options.map((it) => (
        <option value={it.slug} selected={it.slug === chosen}>
          {it.name}
        </option>
      ))}
    </select>
  </label>
)

/** Need beside supply of an area: what to look at, the estimates, the subjects, overlap, and what that asks of the team. */
export const NeedPage = ({ shown, query }: { shown: ShownAreaNeed; query: Chosen }) => {
  const chosen = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString()
  return (
    <>
      <PageHead title={say(texts.plainTitle)} crumbs={[{ label: shown.name, href: `/wijk/${shown.slug}` }, { label: say(texts.plainTitle) }]} lead={say(texts.lead)} />
      {shown.beside.length > 0 ? (
        <p>
          {say(texts.parts)}{' '}
          {shown.beside.map(({ slug, name }, place) => (
            <>
              {place > 0 ? ', ' : null}
              <a href={`/wijk/${slug}/behoefte`}>{name}</a>
            </>
          ))}
        </p>
      ) : null}
      <form class="need-filters" method="get" action={`/wijk/${shown.slug}/behoefte`} aria-label={say(texts.filter)}>
        <Select name="over" label={say(texts.over)} options={shown.choices.domains} chosen={query.over} />
        <Select name="voor" label={say(texts.voor)} options={shown.choices.groups} chosen={query.voor} />
        <Select name="toon" label={say(texts.toon)} options={[{ slug: 'witte-vlek', name: say(texts.onlyWhite) }, { slug: 'overlap', name: say(texts.onlyOverlap) }]} chosen={query.toon} />
        <Button>{say(texts.show)}</Button>
      </form>
      <Acts>
        <ButtonLink look="outlined" href={`/sociale-kaart/gemis?wijk=${shown.slug}${query.over ? `&over=${query.over}` : ''}`}>
          {say(texts.noteGap)}
        </ButtonLink>
        <ButtonLink look="plain" href={`/wijk/${shown.slug}/behoefte.csv${chosen ? `?${chosen}` : ''}`}>
          {say(texts.csv)}
        </ButtonLink>
        <ButtonLink look="plain" href="/wijken/behoefte">
          {say(texts.sources)}
        </ButtonLink>
      </Acts>
      {query.toon === 'overlap' ? null : <Needed lines={shown.lines} />}
      {query.toon === 'overlap' ? null : <Domains domains={shown.domains} gapDays={shown.gapDays} />}
      {query.toon === 'witte-vlek' ? null : <Overlaps overlaps={shown.overlaps} />}
      {query.toon === undefined ? <AnswersPart answers={shown.answers} /> : null}
      {query.toon === undefined ? <ForTeam shown={shown} /> : null}
    </>
  )
}
