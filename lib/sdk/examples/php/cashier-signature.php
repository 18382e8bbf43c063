<?php
// The cashier's signatures (HMAC-SHA256) for PHP 8 and later. Copy this file: it needs nothing else.
declare(strict_types=1);

const CASHIER_TOLERANCE_S = 300;

/** `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded. */
function cashier_canonical(array $fields): string
{
    unset($fields['sign']);
    $fields = array_filter($fields, fn ($value) => $value !== '');
    ksort($fields, SORT_STRING);
    return implode('&', array_map(fn ($name, $value) => "$name=$value", array_keys($fields), $fields));
}

/** `sign` of a signed link. */
function cashier_sign_link(string $secret, array $fields): string
{
    return hash_hmac('sha256', cashier_canonical($fields), $secret);
}

/** Did the cashier send this shopper back? The address as the browser asked for it. */
function cashier_verify_return(string $secret, string $address): bool
{
    parse_str(parse_url($address, PHP_URL_QUERY) ?: '', $query);
    $text = fn (string $name): string => is_string($query[$name] ?? null) ? $query[$name] : '';
    $fields = [];
    foreach (['order_id', 'order_no', 'status', 'timestamp', 'key_id'] as $name) {
        $fields[$name] = $text($name);
    }
    return hash_equals(cashier_sign_link($secret, $fields), $text('sign'));
}

/** Is this notice the cashier's? $body as it came (php://input). Several secrets while you change them. */
function cashier_verify_webhook(
    array $secrets,
    string $id,
    string $timestamp,
    string $signature,
    string $body,
    ?int $now = null
): bool {
    $now ??= time();
    if (!preg_match('/^[0-9]{1,12}$/D', $timestamp) || abs($now - (int) $timestamp) > CASHIER_TOLERANCE_S) {
        return false;
    }
    foreach ($secrets as $secret) {
        $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
        if ($key === '') {
            continue; // Anybody can sign with no secret.
        }
        $wanted = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
        foreach (explode(' ', $signature) as $given) {
            if (hash_equals($wanted, $given)) {
                return true;
            }
        }
    }
    return false;
}

/** The signature of an API call, for the header Cashier-Signature. A new nonce for every call. */
function cashier_sign_request(
    string $secret,
    string $method,
    string $target,
    string $timestamp,
    string $nonce,
    string $body = ''
): string {
    $lines = [$method, $target, $timestamp, $nonce, hash('sha256', $body)];
    return hash_hmac('sha256', implode("\n", $lines), $secret);
}

// To try it: `php cashier-signature.php sign-link < input`; what each takes is in README.md.
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    $lines = explode("\n", stream_get_contents(STDIN));
    $rest = fn (int $from): string => implode("\n", array_slice($lines, $from));
    $said = fn (bool $is): string => $is ? 'true' : 'false';
    $fields = [];
    foreach ($argv[1] === 'sign-link' ? array_slice($lines, 1) : [] as $line) {
        [$name, $value] = explode('=', $line, 2);
        $fields[$name] = $value;
    }
    echo match ($argv[1]) {
        'sign-link' => cashier_sign_link($lines[0], $fields),
        'verify-return' => $said(cashier_verify_return($lines[0], $lines[1])),
        'verify-webhook' => $said(cashier_verify_webhook(
            explode(' ', $lines[0]),
            $lines[1],
            $lines[2],
            $lines[3],
            $rest(4),
            isset($argv[2]) ? (int) $argv[2] : null
        )),
        'sign-request' => cashier_sign_request(
            $lines[0],
            $lines[1],
            $lines[2],
            $lines[3],
            $lines[4],
            $rest(5)
        ),
    }, "\n";
}
