import { say } from '../../platform/texts.ts'
import { PageHead } from '../../ui/page.tsx'
import { Basics } from './Basics.tsx'
import { Forms } from './Forms.tsx'
import { Pictures } from './Pictures.tsx'
import { Rows } from './Rows.tsx'
import { Moments } from './Moments.tsx'
import { texts } from './texts.ts'

/** All parts of the site in all their states: the page to compare with in review. Shown in demo mode only. */
export const StylePage = () => (
  <div class="container style-page">
    <PageHead title={say(texts.title)} lead={say(texts.lead)} />
    <Basics />
    <Forms />
    <Rows />
    <Moments />
    <Pictures />
  </div>
)
