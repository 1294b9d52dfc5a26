import { accessibilityViewed, privacyViewed } from './views.tsx'

/** What the site says about itself. */
export const statementsEntries = [privacyViewed, accessibilityViewed]
