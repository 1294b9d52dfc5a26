import { say } from '../platform/texts.ts'
import { texts } from './texts.ts'

/** What went wrong, in words, and the ways on: never a dead end. */
export const ErrorPage = ({ title, text, reference, phone }: { title: string; text: string; reference: string; phone: string | null }) => (
  <div class="act-page">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>{say(texts.whatToDo)}</p>
    <p>
      <a class="button button-filled" href="/">
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
