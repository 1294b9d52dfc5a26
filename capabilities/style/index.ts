/** The hidden page with all parts of the site in all states. Mount it in demo mode only, in the public frame with `bleed`. */
export { StylePage } from './StylePage.tsx'
export { texts as styleTexts } from './texts.ts'
