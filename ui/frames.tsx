/** The three frames and what they are told. */
export type { FrameProps, Theme } from './frames/Document.tsx'
export type { MeetingFrameProps, Segment } from './frames/MeetingFrame.tsx'
export { MeetingBar, MeetingFrame } from './frames/MeetingFrame.tsx'
export type { FooterColumn, PublicFrameProps } from './frames/PublicFrame.tsx'
export { PublicFrame } from './frames/PublicFrame.tsx'
export type { FramePerson } from './frames/shared.tsx'
export type { NavGroup, NavItem, WorkplaceFrameProps } from './frames/WorkplaceFrame.tsx'
export { WorkplaceFrame } from './frames/WorkplaceFrame.tsx'
