import { raw } from 'hono/html'
import { locale, say } from '../../platform/texts.ts'
import { assetUrl } from '../../ui/assets.ts'
import { Row, RowList } from '../../ui/lists.tsx'
import { PageHead, Section } from '../../ui/page.tsx'
import { kinds } from '../directory/index.ts'
import { embedAddress, type EmbeddedList, type EmbedQuery } from './list.ts'
import { texts } from './texts.ts'

const titleOf = (it: EmbeddedList): string => say(it.area ? texts.listIn(it.area.name) : texts.list)

const Lines = ({ it, level }: { it: EmbeddedList; level: 2 | 3 }) => (
  <>
    {it.lines.length === 0 ? <p>{say(texts.none)}</p> : null}
    <RowList label={titleOf(it)}>
      {it.lines.map((one) => (
        <Row
          level={level}
          title={
            level === 2 ? (
              <a href={one.href} target="_blank" rel="noopener" title={say(texts.onNewTab)}>
                {one.name}
              </a>
            ) : (
              <a href={one.href}>{one.name}</a>
            )
          }
        >
          {one.summary ? <p>{one.summary}</p> : null}
          <p class="small soft">{[one.hours, one.forWhom, one.cost].filter(Boolean).join(' · ')}</p>
        </Row>
      ))}
    </RowList>
  </>
)

/** The document inside the frame of another site: one stylesheet, no script, nothing that remembers anybody. */
export const EmbeddedDocument = ({ it, query }: { it: EmbeddedList; query: EmbedQuery }) => (
  <>
    {raw('<!doctype html>')}
    <html lang={locale()} class="look-public">
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(it)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={assetUrl('style.css')} />
      </head>
      <body>
        <main class="embedded">
          <h1 class="section-title embedded-head">{titleOf(it)}</h1>
          <Lines it={it} level={2} />
          <p>
            <a href={it.more} target="_blank" rel="noopener" title={say(texts.onNewTab)}>
              {say(it.total > it.lines.length && !query.soort && !query.over ? texts.more(it.total) : texts.whole)}
            </a>
          </p>
        </main>
      </body>
    </html>
  </>
)

const Choose = ({ name, label, options, chosen }: { name: string; label: string; options: readonly { value: string; label: string }[]; chosen: string | undefined }) => (
  <label class="filter-field">
    <span>{label}</span>
    <select class="input" name={name}>
      <option value="">{say(texts.all)}</option>
      {options.map((it) => (
        <option value={it.value} selected={it.value === chosen}>
          {it.label}
        </option>
      ))}
    </select>
  </label>
)

const frameCode = (it: EmbeddedList, address: string): string => `<iframe src="${address}" title="${titleOf(it)}" width="100%" height="640" loading="lazy" referrerpolicy="no-referrer"></iframe>`

/** Explains to whoever keeps another site how the list comes on it. */
export const EmbeddingPage = ({ it, query, origin, sites }: { it: EmbeddedList; query: EmbedQuery; origin: string; sites: readonly string[] }) => (
  <>
    <PageHead title={say(texts.title)} lead={say(texts.lead)} />
    <Section title={say(texts.choose)} id="kies">
      <form method="get" action="/insluiten" class="stack">
        <Choose name="wijk" label={say(texts.area)} options={it.areas} chosen={query.wijk} />
        <Choose name="soort" label={say(texts.kind)} options={[['hulp', kinds.service], ['activiteit', kinds.activity], ['project', kinds.project], ['wonen', kinds.housing], ['regeling', kinds.scheme]].map(([value, label]) => ({ value: value as string, label: say(label as typeof kinds.service) }))} chosen={query.soort} />
        <Choose name="over" label={say(texts.about)} options={it.subjects} chosen={query.over} />
        <div class="acts">
          <button class="button button-filled" type="submit">
            <span class="button-words">{say(texts.make)}</span>
          </button>
        </div>
      </form>
    </Section>
    <Section title={say(texts.code)} id="code">
      <pre class="embedded-code" tabindex={0}>
        <code>{frameCode(it, `${origin}${embedAddress('/insluiten/lijst', query)}`)}</code>
      </pre>
      {sites.length === 0 ? (
        <p>{say(texts.allowedNone)}</p>
      ) : (
        <>
          <p>{say(texts.allowed)}</p>
          <ul>
            {sites.map((site) => (
              <li>{site}</li>
            ))}
          </ul>
          <p>{say(texts.ask)}</p>
        </>
      )}
      <h3 class="row-title">{say(texts.programs)}</h3>
      <p>{say(texts.programsLead)}</p>
      <p>
        <a href={embedAddress('/insluiten/lijst.json', query)}>{`${origin}${embedAddress('/insluiten/lijst.json', query)}`}</a>
      </p>
    </Section>
    <Section title={say(texts.look)} id="zo">
      <Lines it={it} level={3} />
    </Section>
  </>
)
