import { accessEntries } from '../capabilities/access/index.ts'
import { activityReasonsEntries } from '../capabilities/activity-reasons/index.ts'
import { agendaEntries } from '../capabilities/agenda/index.ts'
import { areaPlansEntries } from '../capabilities/area-plans/index.ts'
import { auditEntries } from '../capabilities/audit/index.ts'
import { boardEntries } from '../capabilities/board/index.ts'
import { casesEntries } from '../capabilities/cases/index.ts'
import { directoryEntries } from '../capabilities/directory/index.ts'
import { exchangeEntries } from '../capabilities/exchange/index.ts'
import { figuresEntries } from '../capabilities/figures/index.ts'
import { handingOverEntries } from '../capabilities/handing-over/index.ts'
import { homeEntries } from '../capabilities/home/index.ts'
import { meetingsEntries } from '../capabilities/meetings/index.ts'
import { needEntries } from '../capabilities/need/index.ts'
import { neighbourhoodMapEntries } from '../capabilities/neighbourhood-map/index.ts'
import { neighbourhoodsEntries } from '../capabilities/neighbourhoods/index.ts'
import { participationEntries } from '../capabilities/participation/index.ts'
import { portalEntries } from '../capabilities/portal/index.ts'
import { prevalencesEntries } from '../capabilities/prevalences/index.ts'
import { programmesEntries } from '../capabilities/programmes/index.ts'
import { signalsEntries } from '../capabilities/signals/index.ts'
import { socialEntries } from '../capabilities/social/index.ts'
import { startingEntries } from '../capabilities/starting/index.ts'
import { supportedEntries } from '../capabilities/supported/index.ts'
import { statementsEntries } from '../capabilities/statements/index.ts'
import { teamsEntries } from '../capabilities/teams/index.ts'
import { todayEntries } from '../capabilities/today/index.ts'
import type { Entry } from '../platform/act.ts'

/** Everything that can be looked at or done. Reading this list answers what the application does. */
export const entries: readonly Entry[] = [
  ...homeEntries, ...agendaEntries, ...participationEntries, ...boardEntries, ...teamsEntries, ...exchangeEntries, ...directoryEntries, ...startingEntries, ...handingOverEntries, ...prevalencesEntries, ...programmesEntries, ...needEntries, ...supportedEntries, ...neighbourhoodsEntries, ...figuresEntries, ...neighbourhoodMapEntries, ...areaPlansEntries, ...activityReasonsEntries, ...socialEntries, ...statementsEntries,
  ...todayEntries, ...casesEntries, ...signalsEntries, ...meetingsEntries, ...portalEntries, ...accessEntries, ...auditEntries,
]
