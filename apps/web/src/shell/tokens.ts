import {
  borderRadiusContainer,
  borderRadiusInput,
  colorBackgroundContainerContent,
  colorBackgroundInputDefault,
  colorBorderDividerDefault,
  colorBorderDividerSecondary,
  colorBorderInputDefault,
  colorBorderItemFocused,
  colorTextBodyDefault,
  colorTextBodySecondary,
  colorTextHeadingDefault,
  colorTextInputPlaceholder,
  colorTextLinkDefault,
  colorTextLinkHover,
  colorTextStatusInfo,
  colorTextStatusWarning,
} from '@cloudscape-design/design-tokens'

const tokens = {
  '--surface': colorBackgroundContainerContent,
  '--radius': borderRadiusContainer,
  '--divider': colorBorderDividerDefault,
  '--line': colorBorderDividerSecondary,
  '--focus': colorBorderItemFocused,
  '--field': colorBackgroundInputDefault,
  '--field-border': colorBorderInputDefault,
  '--field-radius': borderRadiusInput,
  '--placeholder': colorTextInputPlaceholder,
  '--text': colorTextBodyDefault,
  '--quiet': colorTextBodySecondary,
  '--heading': colorTextHeadingDefault,
  '--link': colorTextLinkDefault,
  '--link-hover': colorTextLinkHover,
  '--info': colorTextStatusInfo,
  '--warning': colorTextStatusWarning,
}

/** Cloudscape's tokens under names that a stylesheet can write: their own end in a hash of the version. Dark mode follows by itself. */
export function applyTokens(): void {
  for (const [name, value] of Object.entries(tokens)) document.body.style.setProperty(name, value)
}
