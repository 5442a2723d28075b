import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useStore } from '../api/store.ts'
import classes from './keys-help.module.css'
import { keysHelp, setSingleKeys, singleKeys } from './page-keys.ts'

const groups = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl+K, ⌘K', 'Search everything, out of a field too'],
      ['/', 'Go to the search of the page; where it has none, search everything'],
      ['?', 'Show these keys'],
    ],
  },
  {
    title: 'Lists',
    keys: [
      ['j, k', 'Next row, previous row'],
      ['Down', 'From the search to the first row'],
      ['Arrows', 'Move among the cells'],
      ['Enter', 'Open'],
    ],
  },
  {
    title: 'A person',
    keys: [['r', 'Reset']],
  },
  {
    title: 'Hierarchy',
    keys: [
      ['Arrows', 'Move among the groups, open and close them'],
      ['Enter', 'Select and open'],
      ['+, -, 0', 'Zoom in, zoom out, show all'],
      ['Shift with arrows', 'Pan'],
      ['.', 'Switch between diagram and table'],
    ],
  },
  {
    title: 'Permissions',
    keys: [
      ['Arrows', 'Move among the boxes'],
      ['Space', 'Grant or take away'],
    ],
  },
] as const

export function KeysHelp() {
  const isOn = useStore(singleKeys)
  return (
    <Modal visible header="Keyboard shortcuts" closeAriaLabel="Close" onDismiss={() => keysHelp.set(false)}>
      <SpaceBetween size="m">
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <Box variant="h3">{title}</Box>
            <dl className={classes.keys}>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Toggle
          checked={isOn}
          description="Switch off where speech input or another tool types letters that you did not mean: / ? j k r and . then do nothing."
          onChange={({ detail }) => setSingleKeys(detail.checked)}
        >
          Use single keys
        </Toggle>
      </SpaceBetween>
    </Modal>
  )
}
