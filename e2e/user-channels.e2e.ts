import { UpdateUserConfigCommand } from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('helpdesk sets one channel, and the others stay as they are', async ({ page, world }) => {
  const { Id, AutoAcceptConfigs: before = [] } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit channels')
  const [voice, chat] = ['Voice', 'Chat'].map((name) => page.getByRole('group', { name }))
  await voice?.getByRole('radio', { name: 'Voice isolation' }).check()
  await chat?.getByRole('textbox', { name: /^After-contact work/ }).fill('2 min 5 s')
  await expect(screen.form('Channels').getByLabel('What changes')).toContainText('Chat: after-contact work')
  await expect(chat ?? page.locator('none')).toContainText('2 minutes 5 seconds')
  await screen.press('Save 2 changes')

  await screen.hear(/channels of .+ are saved/i)
  await expect(page.getByRole('row', { name: /^Voice/ })).toContainText('Voice isolation')
  const user = await world.describeUser(Id)
  expect(user.VoiceEnhancementConfigs).toEqual([{ Channel: 'VOICE', VoiceEnhancementMode: 'VOICE_ISOLATION' }])
  const chatWork = user.AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'CHAT')
  expect(chatWork?.AfterContactWorkConfig?.AfterContactWorkTimeLimit).toBe(125)
  expect(user.AutoAcceptConfigs ?? []).toEqual(before)
  expect(await world.calls('UpdateUserConfig')).toHaveLength(1)
})

test('a time that is none is told at its field and nothing is sent, and one that Connect refuses is told there too', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/422|400/)
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=channels`)
  const screen = new Screen(page)
  const task = page.getByRole('group', { name: 'Task' })
  await task.getByRole('textbox').fill('2000001')
  await screen.press(/^Save/)
  await expect(task.getByRole('textbox')).toBeFocused()
  await expect(task).toContainText('at most 2,000,000 seconds')
  await task.getByRole('textbox').fill('soon')
  await expect(task).toContainText('Type a time as 90')
  expect(await world.calls('UpdateUserConfig')).toEqual([])

  const message = 'AfterContactWorkTimeLimit is out of range'
  await world.fault({ operation: 'UpdateUserConfig', error: 'InvalidParameterException', message })
  await task.getByRole('textbox').fill('7:00')
  await screen.press('Save 1 change')
  await expect(task).toContainText('Amazon Connect does not accept this value.')
  await expect(task.getByRole('textbox')).toBeFocused()
  await expect(task.getByRole('textbox')).toHaveValue('7:00')

  // Connect names no channel: where more than one was changed, each of them says so.
  const chat = page.getByRole('group', { name: 'Chat' })
  await chat.getByRole('textbox').fill('8:00')
  await screen.press('Save 2 changes')
  for (const channel of [task, chat])
    await expect(channel).toContainText('It does not say for which of these channels.')
  await expect(chat.getByRole('textbox')).toBeFocused()
})

test('a colleague who sets the same channel meanwhile is shown beside mine', async ({ page, world, complaints }) => {
  complaints.expected.push(/409/)
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=channels`)
  const screen = new Screen(page)
  const email = page.getByRole('group', { name: 'E-mail' })
  await email.getByRole('textbox').fill('4:00')
  await world.connect.send(
    new UpdateUserConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      AfterContactWorkConfigs: [{ Channel: 'EMAIL', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 77 } }],
    }),
  )
  await screen.press('Save 1 change')
  const form = screen.form('Channels')
  await expect(form).toContainText('1 min 17 s')
  await expect(form).toContainText('4 min')
  await screen.choose('Mine')
  await screen.press('Continue with these choices')
  await screen.press('Save 1 change')
  await screen.hear(/are saved/i)
  const work = (await world.describeUser(Id)).AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'EMAIL')
  expect(work?.AfterContactWorkConfig?.AfterContactWorkTimeLimit).toBe(240)
})
