import type { Emit, Handlers } from './wire.ts'

/** What a device without the feature answers, so that no Mini App waits for ever. */
const ANSWERS: Record<string, [event: string, data?: object]> = {
  web_app_biometry_get_info: ['biometry_info_received', { available: false }],
  web_app_biometry_request_access: ['biometry_info_received', { available: false }],
  web_app_biometry_request_auth: ['biometry_auth_requested', { status: 'failed' }],
  web_app_biometry_update_token: ['biometry_token_updated', { status: 'failed' }],
  web_app_add_to_home_screen: ['home_screen_failed', { error: 'UNSUPPORTED' }],
  web_app_check_home_screen: ['home_screen_checked', { status: 'unsupported' }],
  web_app_check_location: ['location_checked', { available: false }],
  web_app_request_location: ['location_requested', { available: false }],
  web_app_request_file_download: ['file_download_requested', { status: 'cancelled' }],
  web_app_request_emoji_status_access: ['emoji_status_access_requested', { status: 'cancelled' }],
  web_app_set_emoji_status: ['emoji_status_failed', { error: 'UNSUPPORTED' }],
  web_app_start_accelerometer: ['accelerometer_failed', { error: 'UNSUPPORTED' }],
  web_app_start_device_orientation: ['device_orientation_failed', { error: 'UNSUPPORTED' }],
  web_app_start_gyroscope: ['gyroscope_failed', { error: 'UNSUPPORTED' }],
}

export function unsupportedHandlers(emit: Emit): Handlers {
  return {
    ...Object.fromEntries(Object.entries(ANSWERS).map(([method, answer]) => [method, () => emit(...answer)])),
    web_app_open_invoice: (data) => emit('invoice_closed', { slug: data.slug, status: 'cancelled' }),
    web_app_secure_storage_restore_key: (data) =>
      emit('secure_storage_failed', { req_id: data.req_id, error: 'RESTORE_UNAVAILABLE' }),
  }
}
