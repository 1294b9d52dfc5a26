import { socialAnswered } from './answering.tsx'
import { formulaSet, partSet } from './deciding.tsx'
import { roundOpened } from './rounds.ts'
import { formulaViewed, roundsListed } from './views.tsx'

export { presentSocial } from './present.ts'
export { type AreaSocial, findSocial } from './record.ts'
export { shownSocial } from './shown.ts'
export { indexLines } from './wheel.ts'
export { WheelPicture } from './WheelPicture.tsx'
export { SocialPart } from './SocialPart.tsx'

/** How people live together: what residents are asked, how it is calculated, and the rounds in which it is asked. */
export const socialEntries = [formulaViewed, roundsListed, roundOpened, socialAnswered, formulaSet, partSet]
