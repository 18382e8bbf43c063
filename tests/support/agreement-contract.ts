import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementPayments } from './agreement-payments';
import type { AgreementRail } from './agreement-rail';
import { agreementScene, MINUTE_MS, someNumber } from './agreement-scene';

const KEPT_SECRETS = /6200000000000005|110101199003070038|13800138000|张三|111111/;

/** The guarantees of every adapter with bound cards, shown against its rail over real HTTP. */
export function agreementContract(name: string, startRail: () => Promise<AgreementRail>): void {
  let rail: AgreementRail;
  let token: string;
  const scene = agreementScene(
    () => rail,
    () => token,
  );
  const { port, portOf, stepsOf, signing, about, signed, signDecided, payment, decided } = scene;

  describe(`${name} keeps the contract of bound cards`, () => {
    beforeAll(async () => {
      rail = await startRail();
      token = await signed(signing());
    }, 60_000);
    afterAll(() => rail.stop());

    test('four elements and the code make an agreement, which a question tells the same', async () => {
      const request = signing();
      const code = await port().requestCode(request);
      expect(code).toMatchObject({ kind: 'code_sent', expiresAt: expect.any(Date) });
      const outcome = await port().sign({ ...request, code: rail.codes.right });
      expect(outcome).toMatchObject({ kind: 'signed', cardType: 'debit' });
      const { evidence: _, ...asked } = await port().querySign(about(request));
      expect(outcome).toMatchObject(asked);
    });

    test('a phone or a name that does not fit is failed, each with its own reason', async () => {
      for (const [elements, reason] of [
        [rail.elements.foreignPhone, rail.phoneMismatch],
        [rail.elements.foreignName, rail.nameMismatch],
      ] as const) {
        const request = signing(elements);
        const first = await port().requestCode(request);
        const outcome =
          first.kind === 'code_sent'
            ? await port().sign({ ...request, code: rail.codes.right })
            : first;
        expect(outcome).toMatchObject({ kind: 'failed', reason });
      }
    });

    test('a wrong code signs nothing', async () => {
      const request = signing();
      await port().requestCode(request);
      const outcome = await port().sign({ ...request, code: rail.codes.wrong });
      expect(outcome).toMatchObject({ kind: 'failed', reason: 'code_wrong' });
      expect(await port().querySign(about(request))).not.toMatchObject({ kind: 'signed' });
    });

    test('without a code is signed where the contract has it, and nowhere else', async () => {
      const kind = await port()
        .sign(signing())
        .then(
          (outcome) => outcome.kind,
          (error: unknown) => error,
        );
      if (port().signsSilently) expect(kind).toBe('signed');
      else if (kind instanceof Error) expect(kind).toBeInstanceOf(RangeError);
      else expect(kind).toBe('failed');
    });

    test('a signing whose answer was lost is unknown, and a question finds the agreement', async () => {
      const request = signing();
      await rail.script(request.signNo, 'lose the reply');
      await port().requestCode(request);
      const lost = await port().sign({ ...request, code: rail.codes.right });
      expect(lost).toMatchObject({ kind: 'unknown' });
      expect(await signDecided(request)).toMatchObject({ kind: 'signed' });
    });

    test('a signing that never arrived is open, then not received', async () => {
      const request = signing();
      await rail.script(request.signNo, 'lose the request for a code');
      expect(await port().requestCode(request)).toMatchObject({ kind: 'unknown' });
      expect(await port().querySign(about(request))).toMatchObject({ kind: 'pending' });
      const later = await port().querySign(about(request, 10 * MINUTE_MS));
      expect(later).toMatchObject({ kind: 'failed', reason: 'not_received' });
      expect(await port().requestCode(request)).toMatchObject({ kind: 'code_sent' });
    });

    test('a channel that is not there signs nothing, ends nothing and answers nothing', async () => {
      const gone = portOf(await rail.unreachable());
      const notReceived = { kind: 'failed', reason: 'not_received' };
      expect(await gone.requestCode(signing())).toMatchObject(notReceived);
      expect(await gone.sign({ ...signing(), code: '111111' })).toMatchObject(notReceived);
      expect(await gone.querySign(about(signing()))).toMatchObject({ kind: 'unknown' });
      const ending = { channelAgreementNo: token, endNo: someNumber('e'), requestedAt: new Date() };
      expect(await gone.end(ending)).toMatchObject(notReceived);
    });

    test('an ended agreement is ended once and for all, and pays nothing more', async () => {
      const channelAgreementNo = await signed(signing());
      const end = () => ({ channelAgreementNo, endNo: someNumber('e'), requestedAt: new Date() });
      expect(await port().end(end())).toMatchObject({ kind: 'ended' });
      expect(await port().end(end())).toMatchObject({ kind: 'ended' });
      const request = payment(false, channelAgreementNo);
      const failed = { kind: 'failed', reason: 'agreement_ended' };
      expect(await rail.adapter.pay(request)).toMatchObject(failed);
    });

    test('nothing of the four elements or the code is in what is kept', async () => {
      const request = signing();
      const made = payment(true);
      const outcomes = [
        await port().requestCode(request),
        await port().sign({ ...request, code: rail.codes.right }),
        await rail.adapter.pay(made),
        await stepsOf(rail.adapter).submitCode({ ...made, code: rail.codes.right }),
        await decided(made),
      ];
      expect(JSON.stringify(outcomes.map(({ evidence }) => evidence))).not.toMatch(KEPT_SECRETS);
    });

    agreementPayments(() => rail, scene);
  });
}
