import type { Locator } from '@playwright/test'
import { expect } from './world.ts'

/** By keyboard. Until Patchbay knows whether one may, a button does nothing. */
export async function pressEnabled(button: Locator): Promise<void> {
  await expect(button).toBeEnabled()
  await button.press('Enter')
}
