// The cashier's signatures by national algorithms (SM2 with SM3) for Java 17 and later. Copy this class: it needs
// nothing else. Private keys are 64 hex digits, public ones 130 that begin with 04. Where you sign a lot, or keep the
// private key in an HSM, sign with that or with Bouncy Castle instead: this arithmetic is plain, not constant-time.

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class CashierSm2 {
    private static final long TOLERANCE_S = 300;
    private static final byte[] USER_ID = utf8("1234567812345678");

    // The curve sm2p256v1 (GM/T 0003.5).
    private static final BigInteger P = hex("fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff");
    private static final BigInteger A = hex("fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc");
    private static final BigInteger B = hex("28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93");
    private static final BigInteger N = hex("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");
    private static final BigInteger[] G = {
        hex("32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"),
        hex("bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"),
    };

    /** r and s in hex. */
    static String sign(String privateKey, byte[] text) {
        BigInteger d = hex(privateKey), one = BigInteger.ONE;
        BigInteger e = digest(multiply(d, G), text);
        SecureRandom random = new SecureRandom();
        while (true) {
            BigInteger k = new BigInteger(256, random);
            if (k.signum() == 0 || k.compareTo(N) >= 0) continue;
            BigInteger r = e.add(multiply(k, G)[0]).mod(N);
            BigInteger s = one.add(d).modInverse(N).multiply(k.subtract(r.multiply(d))).mod(N);
            if (r.signum() == 0 || r.add(k).equals(N) || s.signum() == 0) continue;
            return HexFormat.of().formatHex(fixed(r)) + HexFormat.of().formatHex(fixed(s));
        }
    }

    static boolean verify(String publicKey, byte[] text, String signature) {
        if (!signature.matches("[0-9a-f]{128}") || !publicKey.matches("04[0-9a-f]{128}")) return false;
        BigInteger r = hex(signature.substring(0, 64)), s = hex(signature.substring(64));
        BigInteger[] key = {hex(publicKey.substring(2, 66)), hex(publicKey.substring(66))};
        BigInteger t = r.add(s).mod(N);
        if (!inRange(r) || !inRange(s) || t.signum() == 0 || !onCurve(key)) return false;
        BigInteger[] point = add(multiply(s, G), multiply(t, key));
        return point != null && digest(key, text).add(point[0]).mod(N).equals(r);
    }

    /** `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded. */
    static String canonical(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!name.equals("sign") && !value.isEmpty()) parts.add(name + "=" + value);
        });
        return String.join("&", parts);
    }

    /** `sign` of a signed link, whose `key_id` is the id of your SM2 key. */
    static String signLink(String privateKey, Map<String, String> fields) {
        return sign(privateKey, utf8(canonical(fields)));
    }

    /** Did the cashier send this shopper back? With the cashier's public key. */
    static boolean verifyReturn(String publicKey, String address) {
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
        return verify(publicKey, utf8(canonical(fields)), query.getOrDefault("sign", ""));
    }

    /** Is this notice the cashier's? Reads `v1sm2,…` of the header webhook-signature. */
    static boolean verifyWebhook(
            String publicKey, String id, String timestamp, String signature, byte[] body, long now) {
        if (id == null || timestamp == null || signature == null) return false;
        if (!timestamp.matches("[0-9]{1,12}") || Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE_S) {
            return false;
        }
        byte[] text = join(utf8(id + "." + timestamp + "."), body);
        for (String given : signature.split(" ")) {
            if (!given.startsWith("v1sm2,")) continue;
            try {
                byte[] pair = Base64.getDecoder().decode(given.substring(6));
                if (verify(publicKey, text, HexFormat.of().formatHex(pair))) return true;
            } catch (IllegalArgumentException malformed) {
                // Another one may be right.
            }
        }
        return false;
    }

    /** The signature of an API call, for the header Cashier-Signature. A new nonce for every call. */
    static String signRequest(
            String privateKey, String method, String target, String timestamp, String nonce, byte[] body) {
        String hash = HexFormat.of().formatHex(sm3(body));
        return sign(privateKey, utf8(String.join("\n", method, target, timestamp, nonce, hash)));
    }

    /** The hash that is signed: of who signs (Z), and of the text. */
    private static BigInteger digest(BigInteger[] key, byte[] text) {
        byte[] bits = {(byte) (USER_ID.length * 8 >> 8), (byte) (USER_ID.length * 8)};
        byte[] z = sm3(join(bits, USER_ID, fixed(A), fixed(B), fixed(G[0]), fixed(G[1]), fixed(key[0]), fixed(key[1])));
        return new BigInteger(1, sm3(join(z, text)));
    }

    private static BigInteger[] multiply(BigInteger times, BigInteger[] point) {
        BigInteger[] sum = null;
        for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (times.testBit(bit)) sum = add(sum, point);
        }
        return sum;
    }

    /** null is the point at infinity. */
    private static BigInteger[] add(BigInteger[] a, BigInteger[] b) {
        if (a == null || b == null) return a == null ? b : a;
        BigInteger slope;
        if (a[0].equals(b[0])) {
            if (a[1].add(b[1]).mod(P).signum() == 0) return null;
            BigInteger three = BigInteger.valueOf(3);
            slope = a[0].pow(2).multiply(three).add(A).multiply(a[1].shiftLeft(1).modInverse(P));
        } else {
            slope = b[1].subtract(a[1]).multiply(b[0].subtract(a[0]).modInverse(P));
        }
        BigInteger x = slope.pow(2).subtract(a[0]).subtract(b[0]).mod(P);
        return new BigInteger[] {x, slope.multiply(a[0].subtract(x)).subtract(a[1]).mod(P)};
    }

    private static boolean onCurve(BigInteger[] point) {
        BigInteger right = point[0].pow(3).add(A.multiply(point[0])).add(B);
        return point[0].compareTo(P) < 0 && point[1].pow(2).subtract(right).mod(P).signum() == 0;
    }

    private static boolean inRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(N) < 0;
    }

    /** GM/T 0004. */
    static byte[] sm3(byte[] message) {
        byte[] padded = Arrays.copyOf(message, (message.length + 8) / 64 * 64 + 64);
        padded[message.length] = (byte) 0x80;
        ByteBuffer.wrap(padded).putLong(padded.length - 8, message.length * 8L);
        int[] v = {
            0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
        };
        int[] w = new int[68];
        for (int at = 0; at < padded.length; at += 64) {
            ByteBuffer.wrap(padded, at, 64).asIntBuffer().get(w, 0, 16);
            for (int j = 16; j < 68; j++) {
                int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
                x ^= Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
                w[j] = x ^ Integer.rotateLeft(w[j - 13], 7) ^ w[j - 6];
            }
            int a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];
            for (int j = 0; j < 64; j++) {
                int turn = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32);
                int ss1 = Integer.rotateLeft(Integer.rotateLeft(a, 12) + e + turn, 7);
                int ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
                int gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
                int tt1 = ff + d + (ss1 ^ Integer.rotateLeft(a, 12)) + (w[j] ^ w[j + 4]);
                int tt2 = gg + h + ss1 + w[j];
                d = c;
                c = Integer.rotateLeft(b, 9);
                b = a;
                a = tt1;
                h = g;
                g = Integer.rotateLeft(f, 19);
                f = e;
                e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
            }
            int[] round = {a, b, c, d, e, f, g, h};
            for (int i = 0; i < 8; i++) v[i] ^= round[i];
        }
        ByteBuffer out = ByteBuffer.allocate(32);
        for (int word : v) out.putInt(word);
        return out.array();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] raw = number.toByteArray(), out = new byte[32];
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, out, 32 - length, length);
        return out;
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) all.put(part);
        return all.array();
    }

    private static BigInteger hex(String text) {
        return new BigInteger(text, 16);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // To try it: `java cashier-sm2.java sign-link < input`; what each takes is in README.md.
    public static void main(String[] args) throws IOException {
        String[] lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
        long now = args.length > 1 ? Long.parseLong(args[1]) : System.currentTimeMillis() / 1000;
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < lines.length && args[0].equals("sign-link"); i++) {
            String[] parts = lines[i].split("=", 2);
            fields.put(parts[0], parts[1]);
        }
        System.out.println(switch (args[0]) {
            case "verify-text" -> verify(lines[0], rest(lines, 2), lines[1]);
            case "sign-link" -> signLink(lines[0], fields);
            case "verify-return" -> verifyReturn(lines[0], lines[1]);
            case "verify-webhook" -> verifyWebhook(lines[0], lines[1], lines[2], lines[3], rest(lines, 4), now);
            case "sign-request" -> signRequest(lines[0], lines[1], lines[2], lines[3], lines[4], rest(lines, 5));
            default -> throw new IllegalArgumentException(args[0]);
        });
    }

    private static byte[] rest(String[] lines, int from) {
        return utf8(String.join("\n", List.of(lines).subList(from, lines.length)));
    }
}
