import {
  borderRadiusContainer,
  colorBackgroundCellShaded,
  colorBackgroundContainerContent,
  colorBackgroundControlChecked,
  colorBorderControlDefault,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorForegroundControlDefault,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextHeadingDefault,
  colorTextStatusInfo,
  colorTextStatusWarning,
  fontFamilyMonospace,
} from '@cloudscape-design/design-tokens'
import type { CSSProperties } from 'react'

/**
 * Cloudscape's tokens under names that a stylesheet can write: their own names end in a hash of the version. They are
 * references, so dark mode follows by itself.
 */
export const matrixTokens = {
  '--divider': colorBorderDividerDefault,
  '--surface': colorBackgroundContainerContent,
  '--shade': colorBackgroundCellShaded,
  '--text': colorTextBodyDefault,
  '--heading': colorTextHeadingDefault,
  '--quiet': colorTextBodySecondary,
  '--control': colorBorderControlDefault,
  '--checked': colorBackgroundControlChecked,
  '--check': colorForegroundControlDefault,
  '--focus': colorBorderItemFocused,
  '--warning': colorTextStatusWarning,
  '--info': colorTextStatusInfo,
  '--radius': borderRadiusContainer,
  '--mono': fontFamilyMonospace,
} as CSSProperties
