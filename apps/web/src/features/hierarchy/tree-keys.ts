import type { TreeNode } from './hierarchy-tree.ts'

export type TreeAction =
  | { readonly do: 'focus'; readonly id: string }
  | { readonly do: 'expand' | 'collapse' | 'select'; readonly id: string }
  | { readonly do: 'expand-siblings'; readonly ids: readonly string[] }

interface TreeState {
  /** In reading order. */
  readonly visible: readonly TreeNode[]
  readonly isExpanded: (id: string) => boolean
}

function focus(node: TreeNode | undefined): TreeAction | undefined {
  return node && { do: 'focus', id: node.group.id }
}

function typedAhead(visible: readonly TreeNode[], from: number, letter: string): TreeNode | undefined {
  const after = [...visible.slice(from + 1), ...visible.slice(0, from + 1)]
  return after.find((node) => node.group.name.toLowerCase().startsWith(letter.toLowerCase()))
}

/** What a key does on the focused group, as the WAI-ARIA tree pattern has it; Escape goes one level up. */
export function treeAction(key: string, focused: TreeNode, { visible, isExpanded }: TreeState): TreeAction | undefined {
  const { id } = focused.group
  const place = visible.findIndex((node) => node.group.id === id)
  const canExpand = focused.children.length > 0 && !isExpanded(id)
  switch (key) {
    case 'ArrowDown':
      return focus(visible[place + 1])
    case 'ArrowUp':
      return focus(visible[place - 1])
    case 'Home':
      return focus(visible[0])
    case 'End':
      return focus(visible.at(-1))
    case 'ArrowRight':
      return canExpand ? { do: 'expand', id } : focus(focused.children[0])
    case 'ArrowLeft':
      return isExpanded(id) ? { do: 'collapse', id } : focus(focused.parent)
    case 'Escape':
      return focus(focused.parent)
    case 'Enter':
    case ' ':
      return { do: 'select', id }
    case '*': {
      const siblings = focused.parent?.children ?? visible.filter((node) => node.depth === focused.depth)
      return { do: 'expand-siblings', ids: siblings.map((node) => node.group.id) }
    }
    default:
      return key.length === 1 && /\p{L}|\p{N}/u.test(key) ? focus(typedAhead(visible, place, key)) : undefined
  }
}
