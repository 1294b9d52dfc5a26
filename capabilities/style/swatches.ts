import type { colours } from './texts.ts'

/** The value of each colour token, light and dark, as `tokens.css` has them; a test holds the two together. */
export const values: Record<keyof typeof colours, readonly [string, string]> = {
  ground: ['#FBFAF6', '#0F1819'],
  surface: ['#FFFFFF', '#162223'],
  sunken: ['#F1F1EA', '#0A1112'],
  line: ['#D8D7CC', '#2E3D3E'],
  ink: ['#1A2A2C', '#EDEBE3'],
  'ink-soft': ['#435254', '#B4BFBD'],
  control: ['#66716F', '#8C9A98'],
  action: ['#0B5A5F', '#86CFCB'],
  'action-strong': ['#073F43', '#B2E3E0'],
  'action-soft': ['#E0EFEE', '#17393B'],
  cord: ['#DB5A10', '#F07F3C'],
  'cord-text': ['#8F3604', '#F7A774'],
  good: ['#145C36', '#7CCFA1'],
  watch: ['#7A4B00', '#E6BA62'],
  alarm: ['#A31C15', '#F59A91'],
  info: ['#1A5592', '#97C0F0'],
}
