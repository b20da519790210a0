import type {
  CallbackRequest,
  CallbackResponse,
  ChatChange,
  ContactResponse,
  DeleteMessagesRequest,
  EditMessageRequest,
  Fault,
  FloodState,
  InlineQueryRequest,
  InlineQueryResponse,
  InlineResultRequest,
  LaunchRequest,
  LaunchResponse,
  Person,
  PersonChange,
  PreparedRequest,
  PreparedResponse,
  SandboxState,
  SendMessageRequest,
  ShareRequest,
} from '../telegram/protocol.ts'

/** What goes along with a message: photos become an album when there are several. */
export interface Attachments {
  photos: File[]
  documents: File[]
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const form = body instanceof FormData
  const response = await fetch(`/client/${path}`, {
    method,
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(body === undefined || form ? {} : { headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(reason(text) ?? `The sandbox answered ${response.status} to ${path}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The sandbox's own words for a refusal, when it gave any. */
function reason(text: string): string | undefined {
  try {
    const body = JSON.parse(text) as { description?: string; error?: string }
    return body.description ?? body.error
  } catch {
    return undefined
  }
}

function multipart(request: SendMessageRequest, files: Attachments): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(request)) {
    form.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  for (const file of files.photos) form.append('photo', file)
  for (const file of files.documents) form.append('document', file)
  return form
}

/** Everything, or what one person sees, with the bot's commands and texts in their language. */
export const fetchState = (personId?: number) =>
  call<SandboxState>('GET', personId === undefined ? 'state' : `state?person=${personId}`)
export const postMessage = (request: SendMessageRequest, files?: Attachments) =>
  call<unknown>('POST', 'messages', files ? multipart(request, files) : request)
export const pressCallback = (request: CallbackRequest) => call<CallbackResponse>('POST', 'callback', request)
export const launch = (request: LaunchRequest) => call<LaunchResponse>('POST', 'launch', request)
export const shareContact = (from: number) => call<ContactResponse>('POST', 'contact', { from })
export const grantWriteAccess = (from: number) => call<unknown>('POST', 'write-access', { from })
export const readPrepared = (request: PreparedRequest) => call<PreparedResponse>('POST', 'prepared', request)
export const sharePrepared = (request: ShareRequest) => call<unknown>('POST', 'share', request)
export const editMessage = (request: EditMessageRequest) => call<unknown>('PATCH', 'messages', request)
export const deleteMessages = (request: DeleteMessagesRequest) => call<unknown>('DELETE', 'messages', request)
export const changeChat = (id: number, change: ChatChange) => call<unknown>('PATCH', `chats/${id}`, change)
export const changePerson = (id: number, change: PersonChange) =>
  call<Person>('PATCH', `people/${id}`, change)
export const listFaults = () => call<Fault[]>('GET', 'faults')
export const addFault = (fault: Fault) => call<unknown>('POST', 'faults', fault)
export const getFlood = () => call<FloodState>('GET', 'flood')
export const setFlood = (enabled: boolean) => call<unknown>('POST', 'flood', { enabled } satisfies FloodState)
export const askInline = (request: InlineQueryRequest) =>
  call<InlineQueryResponse>('POST', 'inline-query', request)
export const sendInlineResult = (request: InlineResultRequest) =>
  call<unknown>('POST', 'inline-result', request)
export const clearFaults = () => call<unknown>('DELETE', 'faults')
export const fileUrl = (fileId: string) => `/client/files/${encodeURIComponent(fileId)}`
