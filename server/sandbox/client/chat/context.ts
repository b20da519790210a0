import { type Accessor, createContext, useContext } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import type { ChatState } from '../sandbox.ts'

interface InChat {
  chat: Accessor<ChatState>
  person: Accessor<Person>
  /** Shows only the messages that hold a text, as a pressed hashtag does. */
  search(text: string): void
}

export const ChatContext = createContext<InChat>()

export function useChat(): InChat {
  const context = useContext(ChatContext)
  if (!context) throw new Error('useChat is for what stands inside of a ChatPane')
  return context
}
