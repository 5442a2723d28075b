import {
  borderRadiusContainer,
  colorBackgroundContainerContent,
  colorBorderDividerDefault,
  colorBorderDividerSecondary,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextLinkDefault,
  colorTextLinkHover,
  colorTextStatusInfo,
  colorTextStatusWarning,
} from '@cloudscape-design/design-tokens'
import type { CSSProperties } from 'react'

/** Cloudscape's tokens under names that a stylesheet can write: their own end in a hash of the version. Dark mode follows by itself. */
export const tableTokens = {
  '--surface': colorBackgroundContainerContent,
  '--radius': borderRadiusContainer,
  '--divider': colorBorderDividerDefault,
  '--line': colorBorderDividerSecondary,
  '--focus': colorBorderItemFocused,
  '--text': colorTextBodyDefault,
  '--quiet': colorTextBodySecondary,
  '--link': colorTextLinkDefault,
  '--link-hover': colorTextLinkHover,
  '--info': colorTextStatusInfo,
  '--warning': colorTextStatusWarning,
} as CSSProperties
