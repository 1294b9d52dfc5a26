import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import type { ShownService } from './entryShown.ts'
import { entryTexts as texts } from './entryTexts.ts'

/** Somebody to call, with what for and in which languages; inside the workplace it says who is for the own team only. */
export const CallerLine = ({ one, inside }: { one: ShownService['callers'][number]; inside?: boolean }) => (
  <p>
    <strong>{one.name}</strong>
    {one.title ? `, ${one.title}` : null}
    {inside && one.visibility === 'team' ? ` (${say(texts.teamOnly)})` : null}
    {one.phones.map(({ number, description }) => (
      <>
        <br />
        <a href={phoneHref(number)}>{number}</a>
        {description ? `, ${description}` : null}
      </>
    ))}
    {one.askedFor ? (
      <>
        <br />
        <span class="soft">{say(texts.askFor(one.askedFor))}</span>
      </>
    ) : null}
    {one.languages.length > 0 ? (
      <>
        <br />
        <span class="soft">{say(texts.speaks(one.languages.join(', ')))}</span>
      </>
    ) : null}
  </p>
)
