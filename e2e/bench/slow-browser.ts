import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.ts'

/** The processor as slow as in an office: a quarter of ours. */
export const SLOWDOWN = 4

/** Under what all is measured. */
export const slow = `Chromium at 1,440 × 900, processor ${SLOWDOWN}× slower by CDP, emulator without throttles, server at Amazon Connect's pace, all on one machine`

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser()
  const isRoot = process.getuid?.() === 0
  return await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
  })
}

interface SlowPage {
  readonly page: Page
  /** Bytes over the wire of scripts and of style sheets, as they were sent. */
  readonly transferred: () => { readonly script: number; readonly style: number }
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Somebody's first visit: nothing kept from before. */
export async function openSlowPage(browser: Browser, slowdown = SLOWDOWN): Promise<SlowPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await devtools.send('Network.enable')
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? ''
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.addInitScript(installPainted)
  return {
    page,
    transferred: () => ({ script: bytes.Script ?? 0, style: bytes.Stylesheet ?? 0 }),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** When a key or a click came, and when the frame after the awaited change was on screen: by the page's own clock. */
interface Watch {
  /** Milliseconds since the epoch. */
  readonly painted: Promise<number>
  /** Milliseconds since the last key or click. */
  readonly sinceInput: Promise<number>
}

declare global {
  interface Window {
    watch: (isThere: () => boolean) => Watch
    watched: Watch
  }
}

/** Runs in the page. */
function installPainted(): void {
  let inputAt = 0
  const note = (event: Event): void => void (inputAt = event.timeStamp)
  for (const kind of ['keydown', 'click']) addEventListener(kind, note, { capture: true })
  window.watch = (isThere) => {
    const at = new Promise<number>((resolve) => {
      const look = (): void => {
        if (!isThere()) return
        observer.disconnect()
        // The frame that shows the change is on screen when the task after it begins.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now()))
          port1.start()
          port2.postMessage(undefined)
        })
      }
      const observer = new MutationObserver(look)
      observer.observe(document, { childList: true, characterData: true, subtree: true })
      look()
    })
    return {
      painted: at.then((now) => performance.timeOrigin + now),
      sinceInput: at.then((now) => now - inputAt),
    }
  }
}

/** Signs in on the way. */
export async function goToPeople(page: Page, patchbay: string, person: string, alias: string): Promise<void> {
  const back = encodeURIComponent(`/${alias}/people`)
  await page.goto(`${patchbay}/auth/sign-in?login_hint=${person}&returnTo=${back}`, { waitUntil: 'commit' })
  await page.waitForURL((url) => url.pathname.endsWith('/people'), { waitUntil: 'commit' })
}

/** When the first names stood on the screen, in milliseconds since the epoch. */
export async function paintedRows(page: Page): Promise<number> {
  return await page.evaluate(
    () => window.watch(() => document.querySelector('tbody tr a[href*="/people/"]') !== null).painted,
  )
}
