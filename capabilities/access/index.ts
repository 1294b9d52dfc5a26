export { type CaseFacts, clearance, type FieldClass, type GroundFacts, type InvolvementFacts, knowsIdentity } from './decision.ts'
