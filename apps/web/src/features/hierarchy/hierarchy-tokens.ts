import {
  borderRadiusButton,
  borderRadiusContainer,
  colorBackgroundContainerContent,
  colorBackgroundItemSelected,
  colorBackgroundLayoutMain,
  colorBorderControlDefault,
  colorBorderDividerDefault,
  colorBorderItemFocused,
  colorBorderItemSelected,
  colorTextBodySecondary,
  colorTextHeadingDefault,
} from '@cloudscape-design/design-tokens'
import type { CSSProperties } from 'react'

/** Cloudscape's tokens under names that a stylesheet can write: their own names end in a hash of the version. */
export const hierarchyTokens = {
  '--node': colorBackgroundContainerContent,
  '--back': colorBackgroundLayoutMain,
  '--border': colorBorderControlDefault,
  '--divider': colorBorderDividerDefault,
  '--focus': colorBorderItemFocused,
  '--selected': colorBackgroundItemSelected,
  '--selected-border': colorBorderItemSelected,
  '--heading': colorTextHeadingDefault,
  '--quiet': colorTextBodySecondary,
  '--radius': borderRadiusContainer,
  '--small-radius': borderRadiusButton,
} as CSSProperties
