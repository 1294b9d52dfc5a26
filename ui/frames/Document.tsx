import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { locale, say } from '../../platform/texts.ts'
import { assetUrl } from '../assets.ts'
import type { Notice } from '../Message.tsx'
import { texts } from '../texts.ts'

/** Follows the system, unless this person chose. */
export type Theme = 'system' | 'light' | 'dark'

/** What every frame needs to know. All of it is plain data; a frame asks nothing and decides nothing. */
export type FrameProps = {
  /** The page, as in "Vandaag"; the frame adds the name of the site. */
  title: string
  /** Something was filled in wrongly: the title starts with "Fout: ". */
  mistakes?: boolean
  /** Says on every page that this is a demonstration. */
  demo: boolean
  theme?: Theme
  /** Stands for whoever is signed in, to keep drafts of one person from another; absent for visitors. */
  who?: string
  /** Path with query of this page, to come back to after changing the language. */
  path: string
  notices?: readonly Notice[]
  /** When the session ends, in seconds from now, and where staying signed in posts to. */
  session?: { endsIn: number; stayAction: string }
  children?: Child
}

/** The whole document around a frame: language, theme, one stylesheet, one script that nothing depends on. */
export const Document = ({ title, mistakes, theme = 'system', who, look, children }: Pick<FrameProps, 'title' | 'mistakes' | 'theme' | 'who' | 'children'> & { look: 'public' | 'workplace' | 'meeting' }) => (
  <>
    {raw('<!doctype html>')}
    <html lang={locale()} class={`look-${look}`} data-theme={theme === 'system' ? undefined : theme} data-who={who}>
      <head>
        <meta charset="utf-8" />
        <title>{`${mistakes ? say(texts.mistakeInTitle) : ''}${title} · ${say(texts.product)}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <link rel="preload" href={assetUrl('text.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="preload" href={assetUrl('heading.woff2')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={assetUrl('style.css')} />
        <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
        <script src={assetUrl('enhance.js')} type="module"></script>
      </head>
      <body>
        <a class="skip" href="#content">
          {say(texts.skip)}
        </a>
        {children}
      </body>
    </html>
  </>
)
