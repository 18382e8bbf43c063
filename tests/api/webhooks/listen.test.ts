import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { readWebhook } from '@/lib/sdk/webhook';
import { newApiClient } from '@/tests/support/api-client';
import { SOON } from '@/tests/support/soon';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';

const { origin } = inject('stack');

test('npm run listen brings test mode’s events to this machine, verifiable with the secret it prints, until it is ended', async () => {
  const shop = await newApiClient(origin);
  const receiver = await startWebhookReceiver();
  const args = ['--forward-to', receiver.url, '--key', shop.secret, '--api', origin];
  const command = spawn(process.execPath, ['scripts/listen.mjs', ...args]);
  onTestFinished(async () => {
    command.kill('SIGKILL');
    await receiver.close();
  });
  let said = '';
  command.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await vi.waitFor(() => expect(said).toContain('signed with'), SOON);

  const endpoint = { url: 'https://shop.example/hook' };
  const made = await shop.post(JSON.stringify(endpoint), {}, '/api/v1/webhook-endpoints');
  const { id } = await made.json();
  const tested = await shop.post('{}', {}, `/api/v1/webhook-endpoints/${id}/test`);
  const { event_id: eventId } = await tested.json();
  await vi.waitFor(() => expect(said).toContain(`${eventId}  →  204`), SOON);
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
  const secret = /whsec_\S+/.exec(said)?.[0] ?? '';
  const event = { id: eventId, type: 'test.ping', data: { endpoint_id: id } };
  expect(readWebhook(body, headers, secret)).toMatchObject(event);

  command.kill('SIGINT');
  await once(command, 'exit');
  expect(receiver.received).toHaveLength(1);
});
