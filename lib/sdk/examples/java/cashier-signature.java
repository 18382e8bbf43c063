// The cashier's signatures (HMAC-SHA256) for Java 17 and later. Copy this class: it needs nothing else.

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class CashierSignature {
    private static final long TOLERANCE_S = 300;

    /** `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded. */
    static String canonical(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals("sign") && !value.isEmpty()) parts.add(name + "=" + value);
        });
        return String.join("&", parts);
    }

    /** `sign` of a signed link. */
    static String signLink(String secret, Map<String, String> fields) {
        return HexFormat.of().formatHex(hmac(utf8(secret), utf8(canonical(fields))));
    }

    /** Did the cashier send this shopper back? The address as the browser asked for it. */
    static boolean verifyReturn(String secret, String address) {
        Map<String, String> query = new HashMap<>();
        String raw = address.replaceFirst("^[^?]*[?]?", "").replaceFirst("#.*", "");
        try {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                query.putIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), value);
            }
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of("order_id", "order_no", "status", "timestamp", "key_id")) {
            fields.put(name, query.getOrDefault(name, ""));
        }
        return same(signLink(secret, fields), query.getOrDefault("sign", ""));
    }

    /** Is this notice the cashier's? `body` as the bytes that came. Several secrets while you change them. */
    static boolean verifyWebhook(
            List<String> secrets, String id, String timestamp, String signature, byte[] body, long now) {
        if (id == null || timestamp == null || signature == null) return false;
        if (!timestamp.matches("[0-9]{1,12}") || Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE_S) {
            return false;
        }
        byte[] head = utf8(id + "." + timestamp + ".");
        byte[] text = new byte[head.length + body.length];
        System.arraycopy(head, 0, text, 0, head.length);
        System.arraycopy(body, 0, text, head.length, body.length);
        for (String secret : secrets) {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            if (key.length == 0) continue; // Anybody can sign with no secret.
            String wanted = "v1," + Base64.getEncoder().encodeToString(hmac(key, text));
            for (String given : signature.split(" ")) if (same(wanted, given)) return true;
        }
        return false;
    }

    /** The signature of an API call, for the header Cashier-Signature. A new nonce for every call. */
    static String signRequest(
            String secret, String method, String target, String timestamp, String nonce, byte[] body)
            throws GeneralSecurityException {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        String text = String.join("\n", method, target, timestamp, nonce, hash);
        return HexFormat.of().formatHex(hmac(utf8(secret), utf8(text)));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(utf8(a), utf8(b));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // To try it: `java cashier-signature.java sign-link < input`; what each takes is in README.md.
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        String[] lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        long now = args.length > 1 ? Long.parseLong(args[1]) : System.currentTimeMillis() / 1000;
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < lines.length && args[0].equals("sign-link"); i++) {
            String[] parts = lines[i].split("=", 2);
            fields.put(parts[0], parts[1]);
        }
        System.out.println(switch (args[0]) {
            case "sign-link" -> signLink(lines[0], fields);
            case "verify-return" -> verifyReturn(lines[0], lines[1]);
            case "verify-webhook" -> verifyWebhook(
                    List.of(lines[0].split(" ")), lines[1], lines[2], lines[3], rest(lines, 4), now);
            case "sign-request" -> signRequest(lines[0], lines[1], lines[2], lines[3], lines[4], rest(lines, 5));
            default -> throw new IllegalArgumentException(args[0]);
        });
    }

    private static byte[] rest(String[] lines, int from) {
        return utf8(String.join("\n", List.of(lines).subList(from, lines.length)));
    }
}
