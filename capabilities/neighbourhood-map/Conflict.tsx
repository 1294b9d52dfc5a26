import type { Again } from '../../platform/act.ts'
import { shortMoment } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { difference } from './diff.ts'
import type { OneSection } from './record.ts'
import { Difference, Source } from './SectionParts.tsx'
import { texts } from './texts.ts'

/** Two people wrote at the same time: what stands there now, with what the other changed, beside what I typed, with what I changed. My text is in the form below, to merge by hand. */
export const Conflict = ({ record: { section, versions }, again }: { record: OneSection; again: Again }) => {
  const seen = versions.find((it) => it.version === again.seen)
  const theirs = section.text
  const mine = again.typed.body?.[0]?.replace(/\r\n?/g, '\n').trim() ?? ''
  return (
    <section class="map-conflict" aria-labelledby="conflict">
      <h2 class="section-title" id="conflict">
        {say(texts.conflictTitle)}
      </h2>
      <p>{say(texts.conflictLead)}</p>
      <div class="map-sides">
        <section class="map-side" aria-labelledby="theirs">
          <h3 class="row-title" id="theirs">
            {say(texts.conflictTheirs)}
          </h3>
          {theirs ? (
            <>
              <p class="small soft">{say(texts.writtenBy(theirs.by, shortMoment(theirs.at)))}</p>
              <Difference pieces={difference(seen?.body ?? '', theirs.body)} />
              <Source of={theirs.source} />
            </>
          ) : null}
        </section>
        <section class="map-side" aria-labelledby="mine">
          <h3 class="row-title" id="mine">
            {say(texts.conflictMine)}
          </h3>
          <p class="small soft">{say(texts.conflictBelow)}</p>
          <Difference pieces={difference(seen?.body ?? '', mine)} />
        </section>
      </div>
    </section>
  )
}
