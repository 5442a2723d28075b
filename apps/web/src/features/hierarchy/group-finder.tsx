import Autosuggest from '@cloudscape-design/components/autosuggest'
import { useState } from 'react'
import { pathNames, searchTree, type HierarchyTree } from './hierarchy-tree.ts'
import { sayPeople } from './people-in-group.ts'

interface GroupFinderProps {
  readonly tree: HierarchyTree
  readonly onFind: (id: string) => void
}

const MOST_FOUND = 50

/** Groups of one name are told apart by the path under it. */
export function GroupFinder({ tree, onFind }: GroupFinderProps) {
  const [text, setText] = useState('')
  const options = searchTree(tree, text, MOST_FOUND).map((node) => ({
    value: node.group.id,
    label: node.group.name,
    labelTag: sayPeople(node.group.people.withChildren),
    description: node.parent ? `In ${pathNames(node.parent)}` : 'Top level',
  }))
  return (
    <Autosuggest
      data-page-search
      value={text}
      options={options}
      filteringType="manual"
      placeholder="Find a group by name, path or id"
      ariaLabel="Find a group"
      enteredTextLabel={(value) => `Find “${value}”`}
      hideEnteredTextOption
      statusType="finished"
      finishedText={sayFound(text, options.length)}
      onChange={({ detail }) => setText(detail.value)}
      onSelect={({ detail }) => {
        const id = detail.selectedOption?.value
        const node = id === undefined ? undefined : tree.nodes.get(id)
        if (!node) return
        setText(node.group.name)
        onFind(node.group.id)
      }}
    />
  )
}

function sayFound(text: string, count: number): string {
  if (text.trim() === '') return 'Type a part of a name.'
  if (count === 0) return 'No group matches.'
  return count === MOST_FOUND ? `The first ${MOST_FOUND} matches.` : ''
}
