import { it } from 'vitest'
import { people } from '../people.ts'
import { useForm } from './form.ts'

const form = useForm()

it('the staff’s screens open at once on a new device, in the language that was chosen elsewhere', async () => {
  await form.world.as(people.muhabbat).me.$patch({ json: { locale: 'ru' } })
  const { app, be, t } = await form.phone(people.muhabbat, { locale: 'ru' })
  await be(people.muhabbat, people.muhabbat, { startapp: 'staff' })
  await app.getByRole('heading', { level: 1, name: t('staff.title'), exact: true }).waitFor()
})
