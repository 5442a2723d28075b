import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { startPatchbay } from '../testing/start-patchbay.ts'

describe('a full disk', () => {
  it('keeps nobody from reading, and says at sign-in what is wrong', async () => {
    await using patchbay = await startPatchbay()
    const send = await patchbay.signIn('auditor')
    // What a full disk is to SQLite: no further page.
    const { database } = patchbay.store
    await sql`pragma max_page_count = 1`.execute(database)
    expect((await send('/api/session')).status).toBe(200)
    // Free space inside the file's pages lasts for some; then there is none.
    const answers: Response[] = []
    await expect
      .poll(async () => {
        answers.push(await patchbay.newBrowser().request(`/auth/sign-in?returnTo=/${'x'.repeat(1_500)}`))
        return answers.at(-1)?.status
      })
      .toBe(503)
    expect(await answers.at(-1)?.text()).toContain('Patchbay’s own store is full.')
    expect((await send('/api/session')).status).toBe(200)
    await sql`pragma max_page_count = 1000000`.execute(database)
    expect((await patchbay.newBrowser().request('/auth/sign-in')).status).toBe(302)
  })
})
