import { agendaViewed } from './view.tsx'

export { agendaRoutes } from './routes.ts'

/** What is on. */
export const agendaEntries = [agendaViewed]
