import { say } from '../platform/texts.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { texts } from './texts.ts'

/** What went wrong, in words, and the ways on: never a dead end. */
export const ErrorPage = ({ title, text, reference, phone, lost }: { title: string; text: string; reference: string; phone: string | null; /** there is no such page: searching may help */ lost: boolean }) => (
  <div class="act-page">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>{say(lost ? texts.whatToDoLost : texts.whatToDo)}</p>
    {lost ? <SearchBox action="/zoeken" label={say(texts.searchHelp)} seenLabel /> : null}
    <p>
      <a class={lost ? 'button button-outlined' : 'button button-filled'} href="/">
        {say(texts.goHome)}
      </a>
    </p>
    {phone ? (
      <p>
        {say(texts.ratherPhone)} <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>
      </p>
    ) : null}
    <p class="small soft">{say(texts.reference(reference))}</p>
  </div>
)
